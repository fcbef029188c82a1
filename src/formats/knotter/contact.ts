import type { Birthday } from '../../domain/days/day.ts';
import { type ImportedPerson, NOTHING_TOLD } from '../../domain/imported.ts';
import { cadenceAt } from '../json/cadence.ts';
import { dayFrom, sayDay, secondsDayAt } from '../json/days.ts';
import { type Point, pointFrom, uniquePoints } from '../json/points.ts';
import { numberAt, objectsAt, textAt, textsAt, unusable, type Value } from '../json/value.ts';
import { firstOf, oneLine, unique } from '../people.ts';
import type { Given } from '../record.ts';

/** The person of a contact; null, and a reject, where it names nobody. The day of the next touch is left to others: see interactions. */
export function readContact(contact: Value, given: Given): ImportedPerson | null {
  const told = {
    name: textAt(contact, 'display_name'),
    emails: [textAt(contact, 'email'), ...textsAt(contact, 'emails')].filter((text) => text !== null),
    phone: textAt(contact, 'phone'),
    handle: textAt(contact, 'handle'),
  };
  const name = firstOf(told.name, told.emails[0], told.phone, told.handle);
  const born = datesOf(contact);
  const reached = pointsOf(told);
  const archivedOn = secondsDayAt(contact, 'archived_at', given);
  const timezone = textAt(contact, 'timezone');
  const everyDays = cadenceAt(contact, 'cadence_days');
  if (name === null) return unusable(contact, 'names nobody: it has no display_name, no e-mail and no phone');
  return {
    ...NOTHING_TOLD,
    key: textAt(contact, 'id') ?? `name:${oneLine(name).toLowerCase()}`,
    line: contact.line,
    name: oneLine(name),
    birthday: born.birthday,
    points: reached.points,
    traits: unique(textsAt(contact, 'tags').map(oneLine)).map((text) => ({ kind: 'tag', text })),
    notes: [
      ...reached.notes,
      ...(timezone === null ? [] : [`Time zone: ${timezone}`]),
      ...born.notes,
      ...(archivedOn === null ? [] : [`Archived in knotter: ${archivedOn}`]),
      // Whoever was put away is not to be tended any more.
      ...(archivedOn === null || everyDays === null ? [] : [`Stay in touch: every ${everyDays} days`]),
    ],
    everyDays: archivedOn === null ? everyDays : null,
  };
}

interface Reached {
  readonly emails: readonly string[];
  readonly phone: string | null;
  readonly handle: string | null;
}

/** The ways to reach somebody; what is none in spite of its name is a note. */
function pointsOf({ emails, phone, handle }: Reached): {
  readonly points: readonly Point[];
  readonly notes: readonly string[];
} {
  const read = [
    ...emails.map((email) => pointFrom('email', email, null) ?? `E-mail: ${email}`),
    ...(phone === null ? [] : [pointFrom('phone', phone, null) ?? `Phone: ${phone}`]),
    ...(handle === null ? [] : [pointFrom('url', handle, null) ?? `Handle: ${handle}`]),
  ];
  return {
    points: uniquePoints(read.filter((point) => typeof point !== 'string')),
    notes: read.filter((point) => typeof point === 'string'),
  };
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['birthday', 'Birthday'],
  ['name_day', 'Name day'],
]);

/** The birthday, and every other day that is kept as a note. */
function datesOf(contact: Value): { readonly birthday: Birthday | null; readonly notes: readonly string[] } {
  const dates = objectsAt(contact, 'dates').flatMap((date) => {
    const kind = textAt(date, 'kind') ?? 'custom';
    const label = textAt(date, 'label');
    const day = dayFrom(numberAt(date, 'year'), numberAt(date, 'month') ?? 0, numberAt(date, 'day') ?? 0);
    if (day === null) return unusable(date, 'is no day of the calendar') ?? [];
    return [{ kind, label, day }];
  });
  const birthdays = dates.filter(({ kind }) => kind === 'birthday');
  const birthday = birthdays.find(({ label }) => label === null) ?? birthdays[0];
  const others = dates.filter((date) => date !== birthday || date.label !== null);
  return {
    birthday: birthday?.day ?? null,
    notes: others.map(({ kind, label, day }) => `${heading(KINDS.get(kind) ?? null, label)}: ${sayDay(day)}`),
  };
}

function heading(kind: string | null, label: string | null): string {
  if (kind === null) return label ?? 'Date';
  return label === null ? kind : `${kind} (${label})`;
}
