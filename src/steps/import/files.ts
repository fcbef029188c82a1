import { type Change, type Making, update } from '../../domain/change.ts';
import type { ImportedPerson } from '../../domain/imported.ts';
import type { Given, Importer, Part, SourceFile } from '../../formats/record.ts';
import { today } from '../../host/clock.ts';
import type { Context } from '../../host/context.ts';
import { spareMemory } from '../../host/memory.ts';
import { safe } from '../../render/safe.ts';
import type { FileReport, ImportReport } from '../../reports/imported.ts';
import { backUpFirst } from '../../store/backup.ts';
import { introducersOf } from '../../store/contacts.ts';
import type { Db } from '../../store/db.ts';
import { contactOfKey } from '../../store/sources.ts';
import { changeInBulk } from '../change.ts';
import { documentReport } from './document/report.ts';
import { takeDocument } from './document.ts';
import { takingHistory } from './history.ts';
import { keepBroughtIn } from './keeping.ts';
import { TOGETHER, takingPeople } from './people.ts';
import { metered, type Recognized } from './reading.ts';
import { scopesOf, scoping } from './scope.ts';
import { tallyOf } from './tally.ts';

/** A file with what its importer is told of it alone. */
export interface Importable extends Recognized {
  readonly columns: Given['columns'];
  readonly me: Given['me'];
}

/** Whom an import has brought, for those who may be kept. */
interface Brought {
  readonly withCadence: string[];
  readonly withTalks: string[];
}

/** Where files are taken in. */
interface Work {
  readonly db: Db;
  readonly context: Context;
  readonly making: Making;
  readonly apply: (changes: readonly Change[]) => void;
  readonly brought: Brought;
}

/** Takes in some files, and what there is to `remember` besides, as one operation. With `rehearse` nothing of it stays. */
export async function importFiles(
  db: Db,
  context: Context,
  files: readonly Importable[],
  given: Given,
  remember: (apply: (changes: readonly Change[]) => void) => void,
  rehearse: boolean,
): Promise<Omit<ImportReport, 'me'>> {
  spareMemory();
  if (!rehearse && isLarge(files)) backUpFirst(db, 'import');
  // Ctrl-C between the files is noticed, too; once all is being written down, it no longer stops it halfway.
  const whole = context.progress('', 0);
  let written = 0;
  const work = async (making: Making, write: (changes: readonly Change[]) => void) => {
    const apply = (changes: readonly Change[]) => {
      written += changes.length;
      write(changes);
    };
    const brought: Brought = { withCadence: [], withTalks: [] };
    const into = { db, context, making, apply, brought };
    const reports: FileReport[] = [];
    const scopes = scopesOf(files.map(({ file }) => file.path));
    for (const { file, importer, columns, me } of files) {
      await whole.at(0);
      const scope = scopes.get(file.path) ?? file.path;
      reports.push(
        importer === null
          ? await importDocument(into, file)
          : await importFile(into, file, scope, importer, { ...given, columns, me }),
      );
    }
    await whole.at(0);
    remember(apply);
    const kept = keepBroughtIn(db, context, making, brought, apply);
    return { files: reports, ...kept, rehearsed: rehearse, changes: written > 0 };
  };
  try {
    return await changeInBulk(db, context, 'import', rehearse, work);
  } finally {
    whole.end();
  }
}

/** In bytes: some hundred people. Before more than that comes in there is a backup. */
const LARGE = 1 << 18;

function isLarge(files: readonly Importable[]): boolean {
  return files.some(({ file }) => file.files !== null) || sum(files) > LARGE;
}

function sum(files: readonly Importable[]): number {
  return files.reduce((bytes, { file }) => bytes + file.size, 0);
}

/** What `net export` wrote comes in row by row. */
async function importDocument({ db, context, apply }: Work, file: SourceFile): Promise<FileReport> {
  const { file: counted, total, read } = metered(file);
  const progress = context.progress(safe(file.path), total);
  try {
    return documentReport(
      file.path,
      await takeDocument(db, counted, today(context.clock), apply, () => progress.at(read())),
    );
  } finally {
    progress.end();
  }
}

/** Part by part, so that a file of any size fits. */
async function importFile(
  { db, context, making, apply, brought }: Work,
  file: SourceFile,
  scope: string,
  importer: Importer,
  given: Given,
): Promise<FileReport> {
  const { source, name, history = false, talksStand: stand = false } = importer;
  const tally = tallyOf(file.path, name);
  const introduced: (readonly [key: string, via: string])[] = [];
  const people: ImportedPerson[] = [];
  const taking = {
    db,
    making,
    source,
    apply,
    tally: {
      ...tally,
      imported: (...[person, imported]: Parameters<typeof tally.imported>) => {
        tally.imported(person, imported);
        if (person.everyDays !== null || person.circle !== null)
          brought.withCadence.push(imported.contact.id);
        if (person.via !== null) introduced.push([person.key, person.via]);
      },
    },
  };
  const { take, finish, end } = takingPeople(taking);
  const between = takingHistory(taking, stand);
  // Of an archive a key is an address, whatever the archive is called.
  const scoped = history ? (part: Part) => part : scoping(scope);
  const flush = () => {
    if (people.length > 0) take(people.splice(0));
  };
  const { file: counted, total, read } = metered(file);
  const progress = context.progress(safe(file.path), total);
  try {
    const parse = await importer.parser();
    for await (const told of parse(counted, given)) {
      await progress.at(read());
      const part = scoped(told);
      if ('nothing' in part) continue;
      if ('person' in part) people.push(part.person);
      else if ('reject' in part) tally.reject(part.reject);
      else if ('remark' in part) tally.remark(part.remark);
      else if ('skipped' in part) tally.skipped(part.skipped);
      else {
        flush();
        finish();
        if ('talk' in part) brought.withTalks.push(...between.talk(part.talk));
        else between.exchange(part.exchange);
      }
      if (people.length >= TOGETHER) flush();
    }
    flush();
    end();
  } finally {
    progress.end();
  }
  for (const [key, via] of introduced) apply(introduction(db, source.kind, key, via));
  return tally.report();
}

/** Who introduced somebody, once both are here. What is known already stands, and nobody is introduced in a circle. */
function introduction(db: Db, kind: string, key: string, via: string): Change[] {
  const [id, viaId] = [contactOfKey(db, kind, key), contactOfKey(db, kind, via)];
  if (id === null || viaId === null || id === viaId) return [];
  const stands = introducersOf(db, id).length > 0 || introducersOf(db, viaId).includes(id);
  return stands ? [] : [update('contact', id, { viaId })];
}
