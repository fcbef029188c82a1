import { createImported, type Imported, type SourceKind, updateImported } from '../domain/acts/import.ts';
import type { Making } from '../domain/change.ts';
import { isNetError, NetError } from '../domain/error.ts';
import type { ImportedPerson } from '../domain/imported.ts';
import { IMPORTERS, importerFor } from '../formats/index.ts';
import type { Given, Reject } from '../formats/record.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { namedFile } from '../host/files.ts';
import { isShortTaken } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { purgedBefore } from '../store/purged.ts';
import { knownPerson } from '../store/sources.ts';

/** A file, read as a whole. */
export interface ImportFile {
  readonly path: string;
  readonly format: string;
  readonly source: SourceKind;
  readonly people: readonly ImportedPerson[];
  readonly rejects: readonly Reject[];
  readonly skipped: Readonly<Record<string, number>>;
}

/** Somebody in a file who was erased: they stay out, unless they were added by hand again. */
export interface Erased {
  readonly line: number;
  readonly name: string;
}

/** A file, recognized and read. Throws `rejected` for what no importer knows. */
export async function readImport(path: string, context: Context): Promise<ImportFile> {
  const file = namedFile(path);
  const importer = importerFor(file);
  if (importer === null) {
    throw new NetError(
      'rejected',
      `${path} is nothing that net can read`,
      `it reads ${IMPORTERS.map(({ name }) => name).join(' and ')}`,
    );
  }
  const parse = await importer.parser();
  const people: ImportedPerson[] = [];
  const rejects: Reject[] = [];
  const skipped: Record<string, number> = {};
  for await (const part of parse(file, given(context))) {
    if ('person' in part) people.push(part.person);
    else if ('reject' in part) rejects.push(part.reject);
    else if ('skipped' in part) skipped[part.skipped] = (skipped[part.skipped] ?? 0) + 1;
  }
  rejects.sort((a, b) => a.line - b.line);
  return { path, format: importer.name, source: importer.source, people, rejects, skipped };
}

function given({ clock }: Context): Given {
  return {
    today: today(clock),
    dayOf: clock.dayOf,
    me: [],
    isKnown: () => false,
    create: false,
    columns: null,
  };
}

/** Takes in one person of a file after the other, or tells why they cannot be taken in: that is no reason to leave out the others. */
export function takingIn(
  db: Db,
): (person: ImportedPerson, source: SourceKind, making: Making) => Imported | Reject | Erased {
  const isPurged = purgedBefore(db);
  return (person, source, making) => {
    const known = knownPerson(db, person, source.kind);
    if (known === null && isPurged(person, source.kind)) return { line: person.line, name: person.name };
    try {
      return known === null
        ? createImported(person, source, making, (short) => isShortTaken(db, short))
        : updateImported(known, person, source.kind, making);
    } catch (error) {
      if (isNetError(error) && error.code === 'rejected') return { line: person.line, reason: error.message };
      throw error;
    }
  };
}

export function withRejects(file: ImportFile, more: readonly Reject[]): ImportFile {
  return { ...file, rejects: [...file.rejects, ...more].sort((a, b) => a.line - b.line) };
}
