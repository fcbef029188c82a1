import type { Command } from 'commander';
import { editContact, isKeptNow, keptByEdit } from '../domain/acts/edit.ts';
import { meetTarget } from '../domain/acts/target.ts';
import { update } from '../domain/change.ts';
import type { Contact } from '../domain/contact.ts';
import { NetError } from '../domain/error.ts';
import { type Person, type Stage, stageOf } from '../domain/person.ts';
import { sheetOf } from '../domain/sheet.ts';
import type { Context } from '../host/context.ts';
import { changesText } from '../render/edited.ts';
import { contactJson, pointJson, traitJson } from '../render/json.ts';
import { crowdedText } from '../render/load.ts';
import { line, strong, type Text } from '../render/text.ts';
import { type EditedPerson, fieldChanges } from '../reports/edited.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples, repeated } from '../steps/command.ts';
import { declareDetails } from '../steps/details.ts';
import {
  type EditedSheet,
  type EditOptions,
  keepingText,
  sheetEdited,
  sheetTold,
} from '../steps/edited-sheet.ts';
import { withFile } from '../steps/file.ts';
import { stageSituation } from '../steps/lapsing.ts';
import { introducer, placed, soughtAs } from '../steps/links.ts';
import { loadOf } from '../steps/load.ts';
import { personNamed } from '../steps/people.ts';
import { typedName } from '../steps/who.ts';
import { notesOf, originsOf, pointsOf, traitsOf } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { readPeople } from '../store/people.ts';
import { targetOf } from '../store/targets.ts';

export function configure(command: Command): void {
  command
    .argument('[who...]', 'whom; without options, $EDITOR opens on a small text')
    .option('--name <name>', 'their name')
    .option('--met <day>', 'when you met')
    .option('--at <name>', 'the gathering where you met')
    .option('--via <who>', 'who introduced you')
    .option('--target <which>', 'what they were looked for as: words of a target, or its number')
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
  reach: 'e-mail addresses, numbers, addresses: {kind, value, label}',
  traits: 'tags, interests, needs, offers: {kind, text, on}',
  changed:
    'each field that was changed: {field, from, to}; what was added to a list came from null. Empty where nothing was',
};

/** What came back from the editor, and of whom: where the work is done again it holds. */
interface Editing {
  sheet: EditedSheet | null;
  contact: Contact | null;
}

export async function run(args: readonly string[], options: EditOptions, context: Context): Promise<Answer> {
  if (args.length === 0) throw new NetError('usage', 'net edit needs whom', 'net edit ana --city Lisbon');
  const editing: Editing = { sheet: null, contact: null };
  try {
    const answer = await withFile(context, 'write', (db) => editIn(db, args, options, context, editing));
    editing.sheet?.discard();
    return answer;
  } catch (error) {
    throw editing.sheet === null ? error : keepingText(error, editing.sheet.path);
  }
}

async function editIn(
  db: Db,
  args: readonly string[],
  options: EditOptions,
  context: Context,
  editing: Editing,
): Promise<Answer> {
  const { contact } = await whomToEdit(db, args, context, editing);
  const before = rowsOf(db, contact);
  const flagged = Object.keys(options).length > 0;
  if (!flagged && context.prompt === null) {
    throw new NetError(
      'usage',
      'it does not say what to change',
      `net edit ${typedName(db, contact)} --city Lisbon`,
    );
  }
  if (!flagged) {
    editing.sheet = await sheetEdited(sheetOf(before), context, editing.sheet);
    editing.contact = contact;
  }
  const sheet = editing.sheet?.sheet ?? (await sheetTold(sheetOf(before), options, context));
  const viaId =
    options.via === undefined ? contact.viaId : await introducer(db, context, contact, options.via);
  const target = await soughtAs(db, context, before, options.target);
  const keeps = flagged ? saysKeeping(options) : isKeptNow(sheetOf(before), sheet);
  change(db, context, 'edit', (making) => {
    const place = placed(db, contact, viaId, sheet, options.at, making);
    const origin = options.origin === undefined ? place.origin : sheet.origin;
    const link = { viaId, gatheringId: place.gatheringId, origin };
    const linked =
      link.viaId !== contact.viaId || link.gatheringId !== contact.gatheringId || origin !== sheet.origin;
    return {
      changes: [
        ...editContact(before, sheet, making),
        ...place.changes,
        ...(linked ? [update('contact', contact.id, link)] : []),
        ...(target === undefined ? [] : [meetTarget(contact.id, target)]),
        ...(keeps ? keptByEdit(contact, sheet, making) : []),
      ],
    };
  });
  const after = await personNamed(db, context, [contact.id]);
  const crowded = after.contact.circle === contact.circle ? [] : crowdedText(loadOf(db, context));
  return answerOf(db, before, after.contact, stageOf(after, stageSituation(db, context)), crowded);
}

/** Once somebody has been edited it is them, whatever their name may mean by now. */
async function whomToEdit(
  db: Db,
  args: readonly string[],
  context: Context,
  { contact }: Editing,
): Promise<Person> {
  if (contact === null) return personNamed(db, context, args);
  const [person] = readPeople(db, [contact.id]);
  if (person !== undefined) return person;
  throw new NetError('not-found', `${contact.name} is not here anymore`, 'net history shows what happened');
}

function rowsOf(db: Db, contact: Contact): EditedPerson {
  return {
    contact,
    points: pointsOf(db, contact.id),
    traits: traitsOf(db, contact.id),
    notes: notesOf(db, contact.id),
    origins: originsOf(db, contact),
    target: targetOf(db, contact.targetId)?.text ?? null,
  };
}

/** Whether an option says how they are kept. */
function saysKeeping({ circle = '', every = '', last = '' }: EditOptions): boolean {
  return [circle, every, last].some((said) => said.trim() !== '');
}

function answerOf(db: Db, before: EditedPerson, contact: Contact, stage: Stage, crowded: Text): Answer {
  const after = rowsOf(db, contact);
  const changes = fieldChanges(before, after);
  return {
    json: {
      contact: {
        ...contactJson(contact, stage),
        at: after.origins.gathering,
        via: after.origins.via,
        target: after.target,
      },
      reach: after.points.map(pointJson),
      traits: after.traits.map(traitJson),
      changed: changes.map(({ field, from, to }) => ({ field, from, to })),
    },
    text: (wording) => [
      line(
        strong(contact.name),
        changes.length > 0
          ? `: ${changesText(changes, wording)}.`
          : ' stays as they are: nothing was changed.',
      ),
      ...crowded,
    ],
    talk: () => (changes.length > 0 ? [line('Take it back: net undo.')] : []),
  };
}
