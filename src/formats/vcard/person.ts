import { type ImportedPerson, NOTHING_TOLD } from '../../domain/imported.ts';
import { fold } from '../../domain/words/fold.ts';
import { firstOf, oneLine, unique } from '../people.ts';
import { addressesOf } from './address.ts';
import { readDate } from './dates.ts';
import { type Entry, entriesOf, textOf } from './entry.ts';
import { extraNotes } from './extras.ts';
import { nameOf } from './name.ts';
import { exactly, notesWithin, ownOf } from './own.ts';
import { pointsOf } from './points.ts';
import { workOf } from './work.ts';

/** The groups that a program puts everybody into. */
const EVERYBODY = /^(?:\* ?)?(?:my ?contacts|other contacts|all contacts|contacts|unfiled)$/i;

/**
 * The person whom the entries of a card tell of, or null where they name nobody. `agents` are those who act for them, each in one
 * text. Whatever has no field becomes a note.
 */
export function personOf(
  line: number,
  entries: readonly Entry[],
  agents: readonly string[],
): ImportedPerson | null {
  const work = workOf(entries);
  const reached = pointsOf(entries);
  const named = nameOf(entries, work.org, reached.points);
  if (named === null) return null;
  const address = addressesOf(entries);
  const born = birthdayOf(entries);
  const tags = entriesOf(entries, 'categories', 'x-group-membership').flatMap(({ parts }) =>
    parts.flat().map(oneLine),
  );
  const agentTexts = entriesOf(entries, 'agent').map(textOf);
  const own = ownOf(entries);
  const read: ImportedPerson = {
    ...NOTHING_TOLD,
    ...own,
    key: idOf(entries) ?? madeKey(named.name, reached.points, work.org),
    line,
    name: named.name,
    nickname: named.nickname,
    org: work.org,
    role: work.role,
    city: address.city,
    birthday: born.birthday,
    points: reached.points,
    traits: [
      ...own.traits,
      ...unique(tags.filter((tag) => !EVERYBODY.test(tag))).map((text) => ({ kind: 'tag' as const, text })),
    ],
    notes: unique([
      ...entriesOf(entries, 'note').flatMap((entry) => notesWithin(textOf(entry), entries)),
      ...named.notes,
      ...work.notes,
      ...reached.notes,
      ...address.notes,
      ...born.notes,
      ...extraNotes(entries),
      ...[...agentTexts.filter((text) => !/^begin:vcard[ \t]*$/im.test(text)), ...agents].map(
        (agent) => `Agent: ${agent}`,
      ),
      ...own.notes,
    ]),
  };
  return exactly(read, entries);
}

/** The first birthday that is one; the others, and what cannot be read as one, become notes. */
function birthdayOf(entries: readonly Entry[]): Pick<ImportedPerson, 'birthday' | 'notes'> {
  const said = entriesOf(entries, 'bday').map((entry) => ({
    text: textOf(entry),
    day: readDate(textOf(entry), entry.params.get('x-apple-omit-year')),
  }));
  const birthday = said.find(({ day }) => day !== null)?.day ?? null;
  const others = said.filter(({ day }) => day === null || day !== birthday);
  return { birthday, notes: others.map(({ text }) => `Birthday: ${text}`) };
}

function idOf(entries: readonly Entry[]): string | null {
  return firstOf(...entriesOf(entries, 'uid').map(plainId), ...entriesOf(entries, 'x-abuid').map(plainId));
}

/** The same id, whether a program writes it as a URN, with Apple's kind after it, or as it is. */
export function plainId(entry: Entry): string {
  return oneLine(textOf(entry))
    .replace(/^urn:uuid:/i, '')
    .replace(/:ABPerson$/i, '');
}

/** What stays the same between two exports of a card without an id. */
function madeKey(name: string, points: ImportedPerson['points'], org: string | null): string {
  const of = (kind: string) => points.find((point) => point.kind === kind)?.value.toLowerCase();
  const other = firstOf(of('email'), of('phone')?.replace(/[^0-9+]/g, ''), fold(org ?? ''));
  return `name:${fold(name)}|${other ?? ''}`;
}
