import { addDays, type CalendarDate, day, weekday } from '../../src/domain/days/day.ts';

export const FIRST_DAY = day('2026-01-05');
export const DAYS = 364;

/** One gathering of the year: where, when, and what is seen there. */
export interface Occasion {
  readonly on: CalendarDate;
  /** A group, or an event of its own. */
  readonly at: string;
  readonly flags: readonly string[];
  /** How many new people one talks with there. */
  readonly meets: number;
  /** What follows within days, as a voice mail does: an observation each. */
  readonly aftermath: readonly string[];
}

export const RUST = 'Harbor Rust Meetup';
export const FOOD_BANK = 'Riverside Food Bank';
export const SUMMIT = 'Summit Circle';

/** Sixty gatherings: two dozen of a meetup, a dozen at a food bank, twenty of a networking club, four fairs. */
export function occasions(): Occasion[] {
  return [...meetup(), ...foodBank(), ...summit(), ...fairs()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

function dayOf(week: number, dayOfWeek: number): CalendarDate {
  const monday = addDays(FIRST_DAY, week * 7);
  return addDays(monday, (dayOfWeek - weekday(monday) + 7) % 7);
}

/** Every other Thursday. */
function meetup(): Occasion[] {
  return Array.from({ length: 24 }, (_, i) => ({
    on: dayOf(1 + i * 2, 4),
    at: RUST,
    flags: ['--minutes', '120', '--commute', '30', '--aim', 'learn', '--worth', i % 5 === 4 ? 'no' : 'yes'],
    meets: i % 3 === 0 ? 1 : 0,
    aftermath: [],
  }));
}

/** A Saturday a month. */
function foodBank(): Occasion[] {
  return Array.from({ length: 12 }, (_, i) => ({
    on: dayOf(2 + i * 4, 6),
    at: FOOD_BANK,
    flags: ['--minutes', '180', '--commute', '20', '--aim', 'help', '--worth', 'yes'],
    meets: i % 4 === 0 ? 1 : 0,
    aftermath: [],
  }));
}

/** Twenty breakfasts, two in each of the last weeks; pitches, recruiting, two ambushes, ill words of a rival club. */
function summit(): Occasion[] {
  const weeks = [30, 32, 34, 36, 38, 39, 40, 41, 42, 43, 44, 45];
  const doubled = weeks.slice(-8);
  const days = weeks.flatMap((week) =>
    doubled.includes(week) ? [dayOf(week, 2), dayOf(week, 5)] : [dayOf(week, 2)],
  );
  return days.map((on, i) => ({
    on,
    at: SUMMIT,
    flags: ['--minutes', '150', '--commute', '50', '--cost', '18', '--aim', 'meet', '--worth', 'no'],
    meets: i < 6 ? 1 : 0,
    aftermath: [
      ...(i % 2 === 0 ? ['--pitch', '--recruit'] : ['--asked-to-recruit']),
      ...(i === 8 || i === 14 ? ['--ambush'] : []),
      ...(i === 10 || i === 16 ? ['--bad-mouths'] : []),
      ...(i === 12 ? ['--milked'] : []),
    ],
  }));
}

function fairs(): Occasion[] {
  return [6, 19, 31, 44].map((week) => ({
    on: dayOf(week, 3),
    at: 'Book Fair',
    flags: [],
    meets: 7,
    aftermath: [],
  }));
}
