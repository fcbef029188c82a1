import { createImported, type Imported, type SourceKind, updateImported } from '../domain/acts/import.ts';
import type { Making } from '../domain/change.ts';
import { isNetError, NetError } from '../domain/error.ts';
import type { ImportedPerson } from '../domain/imported.ts';
import { decode } from '../formats/decode.ts';
import { IMPORTERS, importerFor } from '../formats/index.ts';
import type { ParsedFile, Reject } from '../formats/record.ts';
import { readBytes } from '../host/files.ts';
import { isShortTaken } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { purgedBefore } from '../store/purged.ts';
import { knownPerson } from '../store/sources.ts';

export interface ImportFile extends ParsedFile {
  readonly path: string;
  readonly format: string;
  readonly source: SourceKind;
}

/** Somebody in a file who was erased: they stay out, unless they were added by hand again. */
export interface Erased {
  readonly line: number;
  readonly name: string;
}

/** A file, recognized and read. Throws `rejected` for what no importer knows. */
export async function readImport(path: string): Promise<ImportFile> {
  const text = decode(readBytes(path));
  const importer = importerFor(text);
  if (importer === null) {
    throw new NetError(
      'rejected',
      `${path} is nothing that net can read`,
      `it reads ${IMPORTERS.map(({ name }) => name).join(' and ')}`,
    );
  }
  return { path, format: importer.name, source: importer.source, ...(await importer.parse(text)) };
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
