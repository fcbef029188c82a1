import type { Command } from 'commander';
import type { TableName } from '../domain/change.ts';
import { NetError } from '../domain/error.ts';
import { fold } from '../domain/words/fold.ts';
import type { Context } from '../host/context.ts';
import { type Going, goingWords, leftText, mentionsText, sharedText } from '../render/erasing.ts';
import { whoJson } from '../render/json.ts';
import { line, strong, type Text } from '../render/text.ts';
import type { Answer } from '../steps/answer.ts';
import { makingOf, stamp } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { contactsOf, namesThem, whoToErase } from '../steps/erasing.ts';
import { eraseFromBackups, type LeftBackup } from '../steps/erasing-backups.ts';
import { withFile } from '../steps/file.ts';
import { type Mention, mentionsOf } from '../steps/mentions.ts';
import { show } from '../steps/show.ts';
import { typedName } from '../steps/who.ts';
import { backUpFirst } from '../store/backup.ts';
import type { Db } from '../store/db.ts';
import { type Footprint, footprintOf } from '../store/footprint.ts';
import type { NamedContact } from '../store/names.ts';
import { purge } from '../store/purge.ts';
import { hashesLeft } from '../store/purged.ts';
import { sweep, unfinished, unswept } from '../store/sweep.ts';

interface Options {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

export function configure(command: Command): void {
  command
    .argument('[who...]', 'whom to erase; without a name it finishes an erasing that was cut short')
    .option('--yes', 'without being asked')
    .option('--dry-run', 'only say what would go');
  examples(command, ['net purge ana --dry-run', 'net purge ana', 'net purge a00d --yes']);
}

/** The answer with --json. */
export const json = {
  purged: 'who is erased: {id, uuid, name}; null where an earlier erasing was finished',
  gone: 'how many rows go: {talks, exchanges, notes, details, recommendations, gatherings, earlier, shared}; earlier were taken back before, shared are talks with others, which stay',
  mentions:
    'where others are told of with their name, left as it is: {in, of, what, line, editable}; what is the text of a target, the name of a group or the key of a setting',
  left: 'the backups that could not be changed, and still tell of them: {path, why}',
  dryRun: 'whether nothing was written',
};

const PARTLY_DONE = 3;

const NOTHING_GOES: Going = {
  talks: 0,
  exchanges: 0,
  notes: 0,
  details: 0,
  recommendations: 0,
  gatherings: 0,
  earlier: 0,
  shared: 0,
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  // Looking only, it leaves the bytes of the file alone.
  return withFile(context, options.dryRun === true ? 'read' : 'write', async (db) => {
    const begun = unswept(db);
    const before = begun === null || options.dryRun === true ? [] : await finish(db, context, begun);
    if (args.length === 0) return finished(begun, before, options);
    const person = await whoToErase(db, context, args, begun === null ? undefined : FINISHED);
    const contacts = contactsOf(db, person);
    const footprint = footprintOf(db, contacts);
    const names = namesThem(db, person, contacts);
    const found = mentionsOf(db, contacts, names);
    const going = goingOf(footprint);
    if (options.dryRun !== true) {
      await confirmed(db, context, person, going, found, options);
      const operation = stamp(context, 'purge');
      backUpFirst(db, 'purge');
      purge(db, operation, footprint, hashesLeft(db, contacts, makingOf(context)), names);
      const left = await finish(db, context, operation.id);
      return answerOf(person, going, found, [...before, ...left], false);
    }
    return answerOf(person, going, found, before, true);
  });
}

/** What was erased leaves the backups, too, and the file's own bytes. Gives back the backups that it could not leave. */
async function finish(db: Db, context: Context, purged: string): Promise<LeftBackup[]> {
  try {
    const left = await eraseFromBackups(db, context, purged);
    sweep(db, stamp(context, 'sweep'), purged);
    return left;
  } catch (error) {
    throw unfinished(error, db.path);
  }
}

/** Whoever types the same again after a crash meets nobody of that name. */
const FINISHED = 'an erasing that was cut short is finished now: was it theirs? net list shows who is here';

/** What the purge that was cut short left in the file is gone now. */
function finished(begun: string | null, left: readonly LeftBackup[], { dryRun = false }: Options): Answer {
  if (begun === null) throw new NetError('usage', 'net purge needs whom', 'net purge ana --dry-run');
  return {
    json: { purged: null, gone: NOTHING_GOES, mentions: [], left, dryRun },
    text: () => [
      line(
        dryRun
          ? 'An erasing was cut short: net purge finishes it.'
          : 'What an erasing left in the file is gone.',
      ),
      ...leftText(left),
    ],
    ...partly(left),
  };
}

function partly(left: readonly LeftBackup[]): Pick<Answer, 'code'> {
  return left.length === 0 ? {} : { code: PARTLY_DONE };
}

function answerOf(
  person: NamedContact,
  going: Going,
  found: readonly Mention[],
  left: readonly LeftBackup[],
  dryRun: boolean,
): Answer {
  return {
    json: {
      purged: whoJson(person),
      gone: going,
      mentions: found.map(({ in: place, contact, what, line: typed, editable }) => ({
        in: place,
        of: contact?.name ?? null,
        what,
        line: typed,
        editable,
      })),
      left,
      dryRun,
    },
    ...partly(left),
    text: () => [
      line(
        dryRun ? 'It would erase ' : 'Erased ',
        strong(person.name),
        withWords(going),
        dryRun
          ? ', for good.'
          : `. No byte of it is left in the file${left.length === 0 ? ' or its backups' : ''}.`,
      ),
      ...leftText(left),
      ...sharedText(going),
      ...mentionsText(found),
    ],
    talk: () => [
      line(
        dryRun
          ? `Nothing was written.${changeFirst(found)}`
          : 'This cannot be taken back, nor can what was done before it. Copies of the file elsewhere are yours to erase.',
      ),
    ],
  };
}

function withWords(going: Going): string {
  const words = goingWords(going);
  return words === '' ? '' : `, with ${words}`;
}

/** Told what goes, and answered with the name: no key pressed by habit erases anybody. */
async function confirmed(
  db: Db,
  context: Context,
  person: NamedContact,
  going: Going,
  found: readonly Mention[],
  { yes = false }: Options,
): Promise<void> {
  if (yes) return;
  if (context.prompt === null)
    throw new NetError(
      'rejected',
      `this erases ${person.name} for good${withWords(going)}, and ends what can be undone`,
      `net purge ${typedName(db, person)} --yes, or --dry-run to see what goes`,
    );
  await show(context, () => warning(person, going, found));
  const typed = await context.prompt.text({
    message: `Type "${person.name}" to erase them, or nothing to leave:`,
    check: (answer) =>
      answer.trim() === '' || fold(answer) === fold(person.name) || `that is not "${person.name}"`,
  });
  if (typed.trim() === '') throw new NetError('interrupted', 'left; nothing was changed');
}

function warning(person: NamedContact, going: Going, found: readonly Mention[]): Text {
  return [
    line('This erases ', strong(person.name), `${withWords(going)}, for good.`),
    ...sharedText(going),
    ...mentionsText(found),
    ...(changeFirst(found) === '' ? [] : [line(changeFirst(found).trim())]),
    line('It cannot be taken back, and neither can anything that was done before it.'),
  ];
}

/** Once somebody is erased, nobody finds earlier wordings with their name. */
function changeFirst(found: readonly Mention[]): string {
  return found.some(({ editable }) => editable)
    ? ' Edit those first, and what they said before is erased too.'
    : '';
}

function goingOf({ rows, shared }: Footprint): Going {
  const live = (...tables: readonly TableName[]) =>
    tables.reduce((sum, table) => sum + (rows[table] ?? []).filter((row) => row.live).length, 0);
  const earlier = Object.values(rows).flatMap((traces) => traces.filter((row) => !row.live)).length;
  return {
    talks: live('interaction'),
    exchanges: live('exchange'),
    notes: live('note'),
    details: live('contact_point', 'trait'),
    recommendations: live('recommendation'),
    gatherings: live('gathering'),
    earlier,
    shared: shared.length,
  };
}
