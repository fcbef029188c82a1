import type { Command } from 'commander';
import { checkPoint } from '../domain/acts/limits.ts';
import type { Change } from '../domain/change.ts';
import { NetError } from '../domain/error.ts';
import { fold } from '../domain/words/fold.ts';
import type { Context } from '../host/context.ts';
import { importJson, importSumText, importText, rejectedIn } from '../render/imported.ts';
import { hintsText, nextText } from '../render/imported-next.ts';
import { line, shortened, type Text } from '../render/text.ts';
import { type ImportReport, inAll } from '../reports/imported.ts';
import type { Answer } from '../steps/answer.ts';
import { examples, repeated } from '../steps/command.ts';
import { described } from '../steps/described.ts';
import { withFile } from '../steps/file.ts';
import { columnsFor, rememberedColumns } from '../steps/import/columns.ts';
import { type Importable, importFiles } from '../steps/import/files.ts';
import { givenBy, ownAddresses, type Recognized, recognized } from '../steps/import/reading.ts';
import { show } from '../steps/show.ts';
import type { Db } from '../store/db.ts';
import { idsByName, type NamedContact, namesOf } from '../store/names.ts';
import { readSettings, setSetting } from '../store/settings.ts';

interface Options {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly create?: boolean;
  readonly map?: string;
  readonly me?: readonly string[];
}

/** What an import came to, with the new people whose name was here already: nobody is merged on a name alone. */
interface Told extends ImportReport {
  readonly namesakes: readonly NamedContact[];
}

/** The files, what is to be remembered besides, and who had which name before. */
interface Prepared {
  readonly files: readonly Importable[];
  readonly create: boolean;
  readonly remember: (apply: (changes: readonly Change[]) => void) => void;
  readonly before: ReadonlyMap<string, string>;
}

const PARTLY_DONE = 3;

export function configure(command: Command): void {
  command
    .argument('<file...>', 'recognized by content; a directory of mail, too')
    .option('--dry-run', 'only say what it would do')
    .option('--map <columns>', 'of a table, which column tells what: name=2,email="E-mail"')
    .option('--create', 'of mail and calendars, take in people who are not here, too')
    .option('--me <address>', 'an e-mail address of yours, remembered; several times', repeated)
    .option('--yes', 'of mail and calendars, do it without asking');
  examples(command, [
    'net import Connections.csv',
    'net import contacts.vcf --dry-run',
    'net import people.csv --map name=1,email="E-mail"',
    'net import mail.mbox --me ana@example.org',
    'net import meetings.ics --yes',
  ]);
}

/** The answer with --json. */
export const json = {
  files:
    'each {path, format, people, talks, exchanges, rejects [{line, reason}], remarks [{line, reason}] on what came in otherwise than meant, skipped, rows}; rows, of what net export wrote, {added, back, unchanged, differing, deleted}, else null',
  created: 'people who are new: {id, uuid, name}',
  updated: 'people whom the file told more about',
  unchanged: 'how many were as the file says',
  conflicts:
    'what the file says otherwise than you, and yours stands: {id, uuid, name, field, yours, theirs}',
  talks: '{created, updated, unchanged}',
  exchanges: 'what was given, received, asked and promised: {created, updated, unchanged}',
  rejected: 'how many could not be read',
  erased: 'whom you erased, and who stay out: {line, name}',
  kept: 'who is kept now, since a cadence came with them, or three talks within a year',
  noRoom: 'who would be kept, too, if a week had room for them',
  me: 'the addresses that were taken for yours',
  dryRun: 'whether nothing was written',
  namesakes: 'new people whose name was here already',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const files = args.map((path) => recognized(path, options.map !== undefined));
  const history = files.some(({ importer }) => importer?.history === true);
  const asks = history && options.yes !== true && options.dryRun !== true;
  return withFile(context, 'create', async (db) => {
    const prepared = await prepare(db, context, files, options);
    const told = await importAll(db, context, prepared, asks || options.dryRun === true);
    if (!asks || (context.prompt !== null && !told.changes)) return answerOf(told);
    if (context.prompt === null) return answerOf(told, 'It is shown first. To do it: the same with --yes.');
    await show(context, () => [...importText(told), ...namesakeText(told), ...hintsText(told)]);
    if (!(await context.prompt.confirm('Take this in?', true)))
      throw new NetError('interrupted', 'left; nothing was changed');
    const done = await importAll(db, context, prepared, false);
    return { ...answerOf(done), text: () => importSumText(done), talk: () => nextText(done) };
  });
}

/** What has to be known before anything is taken in: asked, or looked for in the files, once. */
async function prepare(
  db: Db,
  context: Context,
  files: readonly Recognized[],
  { me = [], map, create = false }: Options,
): Promise<Prepared> {
  const said = me.map((one) => one.trim().toLowerCase());
  for (const value of said) checkPoint({ kind: 'email', value, label: null });
  const own = [...new Set([...readSettings(db).me, ...said])];
  const given = givenBy(db, context, { me: own, create, columns: null });
  const importables: Importable[] = [];
  for (const file of files) {
    const columns = await columnsFor(context, db, file.file, map);
    importables.push({ ...file, columns, me: await ownAddresses(file, given) });
  }
  const remember = (apply: (changes: readonly Change[]) => void) => {
    if (said.length > 0) apply(setSetting(db, 'me', own.join(', ')));
    // One after the other: two tables may have the same columns.
    for (const { file, columns } of importables)
      if (columns !== null) apply(rememberedColumns(db, file, columns));
  };
  return { files: importables, create, remember, before: idsByName(db) };
}

async function importAll(
  db: Db,
  context: Context,
  { files, create, remember, before }: Prepared,
  rehearse: boolean,
): Promise<Told> {
  // Anew each time: who is known changes while people come in.
  const given = givenBy(db, context, { me: [], create, columns: null });
  const report = await importFiles(db, context, files, given, remember, rehearse);
  const same = inAll(report, 'created').flatMap(({ name }) => before.get(fold(name)) ?? []);
  const own = files.flatMap(({ importer, me }) => (importer?.history ? me : []));
  return { ...report, me: [...new Set(own)], namesakes: namesOf(db, same) };
}

function answerOf(told: Told, first?: string): Answer {
  const { namesakes } = told;
  return {
    json: { ...importJson(told), namesakes: namesakes.map(({ short, name }) => ({ id: short, name })) },
    text: () => importText(told),
    talk: () => [
      ...namesakeText(told),
      ...hintsText(told),
      ...nextText(told),
      ...(first === undefined ? [] : [line(first)]),
    ],
    ...(rejectedIn(told) > 0 ? { code: PARTLY_DONE } : {}),
  };
}

function namesakeText({ namesakes }: Told): Text {
  if (namesakes.length === 0) return [];
  return [
    line(
      `New, though the name was here: ${shortened(namesakes.map(described))}. Nobody is merged on a name alone: net duplicates.`,
    ),
  ];
}
