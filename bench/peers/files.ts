import type { CalendarDate } from '../../src/domain/days/day.ts';
import type { Friend } from './people.ts';

/** For `task import`: one task for each person, due when they are. */
export function tasksJson(people: readonly Friend[]): string {
  const tasks = people.map(({ name, talkedOn, dueOn, number }) => ({
    description: `be in touch with ${name}`,
    status: 'pending',
    uuid: `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`,
    entry: stamp(talkedOn[0] ?? dueOn),
    due: stamp(dueOn),
  }));
  return `${JSON.stringify(tasks)}\n`;
}

/** Noon of a day as taskwarrior writes it: the same day nearly everywhere. */
function stamp(day: CalendarDate): string {
  return `${day.replaceAll('-', '')}T120000Z`;
}

export function taskSettings(place: string): string {
  return `data.location=${place}\nconfirmation=off\nnews.version=9.9.9\n`;
}

/** One card for each person, as khard keeps them: a file each. */
export function card({ name, number, talkedOn }: Friend): string {
  const [given = '', ...family] = name.split(' ');
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`,
    `FN:${name}`,
    `N:${family.join(' ')};${given};;;`,
    `EMAIL;TYPE=HOME:${number}@example.org`,
    `NOTE:last talked on ${talkedOn[0]}`,
    'END:VCARD',
    '',
  ].join('\r\n');
}

export function khardSettings(cards: string): string {
  return `[addressbooks]\n[[people]]\npath = ${cards}\n`;
}

/** The address book of abook, all in one file. */
export function addressBook(people: readonly Friend[]): string {
  const entries = people.map(
    ({ number, name }) => `[${number}]\nname=${name}\nemail=${number}@example.org\n`,
  );
  return ['# abook addressbook file\n\n[format]\nprogram=abook\nversion=0.6.1\n\n', ...entries].join('\n');
}

/** A posting for each talk, to an account for each person, by day. */
export function journal(people: readonly Friend[]): string {
  const talks = people.flatMap(({ name, talkedOn }) =>
    talkedOn.map((day) => `${day} talk\n    people:${name}  1\n    me\n`),
  );
  return talks.toSorted().join('\n');
}
