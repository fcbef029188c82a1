import type { Command } from 'commander';
import { editContact } from '../domain/acts/edit.ts';
import { type Change, update } from '../domain/change.ts';
import { isNetError, NetError } from '../domain/error.ts';
import { plain } from '../domain/plain.ts';
import { type Sheet, type SheetRows, sheetOf } from '../domain/sheet.ts';
import { formatSheet, parseSheet } from '../formats/sheet-text.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { editText } from '../host/editor.ts';
import { contactJson, pointJson, traitJson } from '../render/json.ts';
import { line, strong } from '../render/text.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples, repeated } from '../steps/command.ts';
import { pastDay } from '../steps/days.ts';
import { type DetailOptions, declareDetails, readDetails } from '../steps/details.ts';
import { withFile } from '../steps/file.ts';
import { personNamed } from '../steps/people.ts';
import { typedName, whoIs } from '../steps/who.ts';
import { notesOf, pointsOf, traitsOf } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { gatheringFor } from '../store/gatherings.ts';

interface Options extends DetailOptions {
  readonly name?: string;
  readonly met?: string;
  readonly at?: string;
  readonly via?: string;
  readonly drop?: readonly string[];
}

export function configure(command: Command): void {
  command
    .argument('[who...]', 'whom; without options, $EDITOR opens on a small text')
    .option('--name <name>', 'their name')
    .option('--met <day>', 'when you met')
    .option('--at <name>', 'the gathering where you met')
    .option('--via <who>', 'who introduced you')
    .option(
      '--drop <text>',
      'a tag, interest, need, offer, e-mail, number, address or note to take out; several times',
      repeated,
    )
    .option('--score', 'give and take counts again');
  declareDetails(command);
  examples(command, [
    'net edit ana',
    'net edit ana --org "Acme" --role CTO --tag rust',
    'net edit ana --city ""',
    'net edit ana --drop "a co-founder"',
  ]);
}

/** The answer with --json. */
export const json = {
  contact: 'the person as they are now',
  reach: 'e-mail addresses, numbers, addresses',
  traits: 'tags, interests, needs, offers',
  changed: 'whether anything was',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  if (args.length === 0) throw new NetError('usage', 'net edit needs whom', 'net edit ana --city Lisbon');
  return withFile(context, 'write', async (db) => {
    const person = await personNamed(db, context, args);
    const rows = rowsOf(db, person.contact);
    const flagged = Object.keys(options).length > 0;
    if (!flagged && context.prompt === null) {
      throw new NetError(
        'usage',
        'it does not say what to change',
        `net edit ${typedName(db, person.contact)} --city Lisbon`,
      );
    }
    const sheet = flagged ? await told(sheetOf(rows), options, context) : await edited(rows, context);
    const viaId = options.via === undefined ? null : (await whoIs(db, context, options.via)).id;
    const { changes } = change(db, context, 'edit', (making) => {
      const event =
        options.at === undefined ? null : gatheringFor(db, options.at, sheet.metOn ?? making.today, making);
      const links: Change[] = [
        ...(viaId === null ? [] : [update('contact', person.contact.id, { viaId })]),
        ...(event === null
          ? []
          : [...event.changes, update('contact', person.contact.id, { gatheringId: event.gathering.id })]),
      ];
      return { changes: [...editContact(rows, sheet, making), ...links] };
    });
    return answerOf(db, context, rows.contact.id, changes.length > 0);
  });
}

function rowsOf(db: Db, contact: SheetRows['contact']): SheetRows {
  return {
    contact,
    points: pointsOf(db, contact.id),
    traits: traitsOf(db, contact.id),
    notes: notesOf(db, contact.id),
  };
}

/** The sheet with what the options say: fields are replaced, lists grow, `--drop` takes out. */
async function told(sheet: Sheet, options: Options, context: Context): Promise<Sheet> {
  const now = today(context.clock);
  const { points = [], traits = [], notes = [], ...fields }: Partial<Sheet> = await readDetails(options, now);
  const met =
    options.met === undefined ? {} : { metOn: options.met === '' ? null : await pastDay(options.met, now) };
  const name = options.name === undefined ? {} : { name: options.name };
  return (options.drop ?? []).reduce(without, {
    ...sheet,
    ...fields,
    ...met,
    ...name,
    points: [...sheet.points, ...points],
    traits: [...sheet.traits, ...traits],
    notes: [...sheet.notes, ...notes],
  });
}

function without(sheet: Sheet, text: string): Sheet {
  const other = (known: string) => plain(known) !== plain(text);
  const left = {
    ...sheet,
    points: sheet.points.filter(({ value }) => other(value)),
    traits: sheet.traits.filter((trait) => other(trait.text)),
    notes: sheet.notes.filter(other),
  };
  const count = ({ points, traits, notes }: Sheet) => points.length + traits.length + notes.length;
  if (count(left) < count(sheet)) return left;
  throw new NetError(
    'not-found',
    `${sheet.name} has no "${text}" to take out`,
    'net show shows what there is',
  );
}

/** The sheet as it comes back from the editor. A text that cannot be read may be edited again; else it stays in its file. */
async function edited(rows: SheetRows, context: Context): Promise<Sheet> {
  const head = `# ${rows.contact.name.replace(/\s+/g, ' ')}: change what you like and save. An empty field is not known.\n`;
  for (let text = head + formatSheet(sheetOf(rows)); ; ) {
    const back = editText(text, context.env);
    try {
      const sheet = parseSheet(back.text);
      back.discard();
      return sheet;
    } catch (error) {
      if (!isNetError(error)) throw error;
      if (!(await context.prompt?.confirm(`${error.message}. Edit again?`, true))) {
        throw new NetError(
          'rejected',
          `${error.message}; nothing was changed`,
          `your text is in ${back.path}`,
        );
      }
      back.discard();
      text = back.text;
    }
  }
}

async function answerOf(db: Db, context: Context, id: string, changed: boolean): Promise<Answer> {
  const { contact } = await personNamed(db, context, [id]);
  return {
    json: {
      contact: contactJson(contact, contact.stage),
      reach: pointsOf(db, id).map(pointJson),
      traits: traitsOf(db, id).map(traitJson),
      changed,
    },
    text: () => [
      line(strong(contact.name), changed ? ' is up to date.' : ' stays as they are: nothing was changed.'),
    ],
    talk: () => (changed ? [line('Take it back: net undo.')] : []),
  };
}
