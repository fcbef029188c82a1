import type { Contact } from '../domain/contact.ts';
import type { Load } from '../reports/load.ts';
import { count, faint, line, type Piece, type Text, table } from './text.ts';
import { onDay, type Wording } from './words.ts';

/** What was said of somebody who is kept, to follow their circle: ", every 14 days, last in touch yesterday". */
export function cadenceText(
  { everyDays, lastOn }: Pick<Contact, 'everyDays' | 'lastOn'>,
  wording: Wording,
): string {
  const every = everyDays === null ? '' : `, every ${count(everyDays, 'day')}`;
  return lastOn === null ? every : `${every}, last in touch ${onDay(lastOn, wording)}`;
}

/** What the circles ask of a week, and what to do where that is too much. */
export function loadText(load: Load): Text {
  const week = Math.ceil(load.perWeek);
  const rows = load.circles.map(({ circle, people, perWeek }): Piece[] => [
    faint(circle),
    count(people, 'person', 'people'),
    `${perWeek.toFixed(1)} a week`,
  ]);
  const total = `${count(load.people, 'person', 'people')} to tend: that is ${week} a week, and a week has room for ${load.capacity}.`;
  const over = load.perWeek > load.capacity ? 'That is more than a week holds.' : '';
  const advice = load.widen === null ? '' : ` A wider circle for some of the ${load.widen} ones would help.`;
  const widen = over === '' ? [] : [line(over + advice)];
  return load.people === 0
    ? [line('Nobody is tended yet.')]
    : [table(rows), line(total), ...widen, ...crowdedText(load)];
}

/** That a circle holds more people than anybody can; nothing where it does not. */
export function crowdedText({ crowded }: Pick<Load, 'crowded'>): Text {
  if (crowded === null) return [];
  const { circle, people, most } = crowded;
  const where = circle === 'inner' ? 'The inner circle has' : 'Inner and close together have';
  return [line(`${where} ${people} people, and few can hold more than ${most}.`)];
}
