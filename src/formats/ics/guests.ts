import { oneLine, unique } from '../people.ts';
import type { ContentLine } from '../vcard/content-line.ts';

/** Somebody who was asked to come, or who asked. */
export interface Guest {
  /** In lower case. */
  readonly email: string;
  /** Each name that they are called by, none where there is none. */
  readonly names: readonly string[];
  /** Whether they said that they would not come, or sent somebody else. */
  readonly declined: boolean;
}

const LONGEST_ADDRESS = 254;
const ADDRESS = /^[^\s@<>"'(),:;[\]\\]+@[^\s@<>"'(),:;[\]\\]+$/;

/** Calendars, rooms and programs have addresses, too. */
const NOBODY =
  /@(?:(?:resource|import)\.calendar|group\.(?:v\.)?calendar)\.google\.com$|@virtual$|^unknownorganizer@calendar\.google\.com$|^(?:no-?reply|do-?not-?reply)[@+.-]/;
const NO_PERSON = new Set(['room', 'resource', 'group']);

/** The person of a line ORGANIZER or ATTENDEE; null for a room, a list, or whoever has no e-mail address. */
export function readGuest({ value, params }: ContentLine): Guest | null {
  const [kind, role, answer] = ['cutype', 'role', 'partstat'].map((name) =>
    (params.get(name) ?? '').trim().toLowerCase(),
  );
  if (NO_PERSON.has(kind ?? '') || role === 'non-participant') return null;
  const email = addressIn(params.get('email') ?? '') ?? addressIn(value);
  if (email === null || NOBODY.test(email)) return null;
  const name = oneLine((params.get('cn') ?? '').replace(/\^'|^['"]+|['"]+$/g, ''));
  return {
    email,
    names: name === '' || name.includes('@') ? [] : [inOrder(ofNotes(name))],
    declined: answer === 'declined' || answer === 'delegated',
  };
}

/** "Ana Silva/Berlin/Acme" and "CN=Ana Silva/O=Acme", as Notes lists people with where they work. */
function ofNotes(name: string): string {
  const [first = '', ...places] = name.split('/');
  const isNotes =
    (places.length > 1 || /^CN=/i.test(first) || /^(?:OU?|C)=/i.test(places[0] ?? '')) &&
    [first, ...places].every((part) => part !== '' && part === part.trim());
  return isNotes && places.length > 0 ? first.replace(/^CN=/i, '') : name;
}

/** "Silva, Ana", as Exchange lists the people of a company; not "Acme, Inc.". */
function inOrder(name: string): string {
  const [, last, first] = /^([^,]{1,60}), ?(\p{L}[^,.]{0,60})$/u.exec(name) ?? [];
  const isCompany = /^(?:inc|ltd|llc|gmbh|lda|corp|plc|jr|sr|phd|md)$/i.test(first ?? '');
  return first === undefined || isCompany ? name : `${first} ${last}`;
}

/** Each address once. Who is named twice has the names that both say, and has declined where either says so. */
export function distinctGuests(guests: readonly Guest[]): readonly Guest[] {
  return [...Map.groupBy(guests, ({ email }) => email)].map(([email, same]) => ({
    email,
    names: unique(same.flatMap(({ names }) => names)),
    declined: same.some(({ declined }) => declined),
  }));
}

function addressIn(text: string): string | null {
  if (text.length > 3 * LONGEST_ADDRESS) return null;
  const [bare = ''] = text
    .trim()
    .replace(/^mailto:/i, '')
    .split('?', 1);
  const email = decoded(bare)
    .trim()
    .replace(/^['"<]+|['">]+$/g, '')
    .toLowerCase();
  return email.length <= LONGEST_ADDRESS && ADDRESS.test(email) ? email : null;
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
