import type { CalendarDate } from '../../domain/days/day.ts';
import type { Side } from '../../domain/interaction.ts';
import type { Given } from '../record.ts';
import { type Correspondent, labelsIn, peopleIn } from './addresses.ts';
import { readDate } from './date.ts';
import { type Purpose, purposeOf } from './folders.ts';
import { type Header, textsOf } from './header.ts';
import { isRobot, type LeftOut, leftOut } from './left-out.ts';
import type { Message } from './split.ts';

/** What is kept of a message: who was in touch with the user by it, when, and who wrote it. */
export interface Touch {
  readonly people: readonly Correspondent[];
  readonly by: Side;
  /** In milliseconds. */
  readonly instant: number;
  /** The day in UTC, counted from 1970-01-01: the same wherever the user is. */
  readonly day: number;
}

export type ReadMessage = Touch | { readonly skipped: LeftOut } | { readonly rejected: string };

const DAY = 86_400_000;

/** A message to more people is no touch. */
const MOST_PEOPLE = 10;

/** Electronic mail as it is today is a little younger. */
const EARLIEST = '1980-01-01' as CalendarDate;

/** What a message tells: see `Touch`. What is left out has its kind, what cannot be read its reason. */
export function readMessage(
  message: Message,
  folder: ReadonlySet<Purpose>,
  me: ReadonlySet<string>,
  given: Given,
): ReadMessage {
  const { header } = message;
  if (header.fields.size === 0) return { rejected: 'this message has no header' };
  const purposes = purposesOf(header, folder);
  const out = leftOut(header, purposes);
  if (out !== null) return { skipped: out };
  if (!header.fields.has('from')) return { rejected: 'this message does not say who wrote it' };
  const writers = peopleIn(header, 'from');
  const isMine = purposes.has('sent') || writers.some(({ email }) => me.has(email));
  const others = peopleIn(header, 'to', 'cc', ...(isMine ? ['bcc'] : [])).filter(
    ({ email }) => !me.has(email),
  );
  if (header.endless || others.length > MOST_PEOPLE) return { skipped: 'large mail' };
  const everybody = isMine ? others : writers;
  if (everybody.length === 0) return { skipped: isMine ? 'private note' : "strangers' message" };
  const persons = everybody.filter((person) => !isRobot(person));
  if (persons.length === 0) return { skipped: 'automatic message' };
  const people = persons.filter(({ email }) => given.create || given.isKnown(email));
  if (people.length === 0) return { skipped: "strangers' message" };
  const instant = instantOf(message);
  if (instant === null) return { rejected: 'this message has no date that can be read' };
  const day = given.dayOf(new Date(instant).toISOString());
  if (day > given.today) return { rejected: `this message is of ${day}, which is still to come` };
  if (day < EARLIEST) return { rejected: `this message is of ${day}, when there was no mail yet` };
  return { people, by: isMine ? 'me' : 'them', instant, day: Math.floor(instant / DAY) };
}

/** What a message is by its folder and its labels. */
export function purposesOf(header: Header, folder: ReadonlySet<Purpose>): ReadonlySet<Purpose> {
  if (!header.fields.has('x-gmail-labels')) return folder;
  const labels = labelsIn(header)
    .map(purposeOf)
    .filter((purpose) => purpose !== null);
  return new Set([...folder, ...labels]);
}

/** When it was written: its date, else what the first server that took it in says, else the line above it in an mbox. */
function instantOf({ header, postmark }: Message): number | null {
  const [date = ''] = textsOf(header, 'date');
  const received = textsOf(header, 'received').map((text) => text.slice(text.lastIndexOf(';') + 1));
  for (const text of [date, ...received.reverse()]) {
    const instant = readDate(text.trim());
    if (instant !== null) return instant;
  }
  return postmark;
}
