import ICAL from 'ical.js';
import { isOneOf, meantBy, WEEKDAYS, type Weekday, weekdaysOf } from './days-meant.ts';
import { DAY, type Moment, readMoment, type Wall } from './moment.ts';

/** How many steps repetitions may take in all: a rule may ask for more than any computer can count. */
export interface Budget {
  left: number;
}

/** Most of it that one rule may take. */
const MOST_STEPS = 10_000;

/** A rule with more in it was not made by a program for people. */
export const LONGEST_RULE = 500;

export interface Rule {
  readonly recur: ICAL.Recur;
  /** How often it is looked at closely: what a rule lists is gone through again and again. */
  readonly weight: number;
}

/** The rule of a repetition; null for what is none. `wallOf` tells when an end is, on the wall of where it begins. */
export function readRule(text: string, wallOf: (until: Moment) => Wall): Rule | null {
  if (text.length > LONGEST_RULE) return null;
  const parts = text
    .trim()
    .toUpperCase()
    .split(';')
    .filter((part) => part.includes('='));
  const until = parts.findLast((part) => part.startsWith('UNTIL='))?.slice('UNTIL='.length);
  const end = until === undefined ? null : readMoment(until, null);
  if (until !== undefined && end === null) return null;
  try {
    const recur = ICAL.Recur.fromString(parts.filter((part) => !part.startsWith('UNTIL=')).join(';'));
    if (recur.freq === null) return null;
    // A last day counts in full.
    if (end !== null) recur.until = timeOf(end.isDate ? end.wall + DAY - 1000 : wallOf(end));
    return { recur, weight: Math.max(1, text.split(',').length / 4) };
  } catch {
    return null;
  }
}

/** When something repeats between two times, in order; `cut` where that was too much to find out. */
export function wallsOf(
  rule: Rule,
  start: Wall,
  from: Wall,
  to: Wall,
  budget: Budget,
): { readonly walls: readonly Wall[]; readonly cut: boolean } {
  if (!(budget.left > 0)) return { walls: [], cut: true };
  const own: Steps = { left: Math.min(MOST_STEPS, budget.left) };
  const given = own.left;
  const walls: Wall[] = [];
  const isMeant = meantBy(rule.recur);
  let cut = false;
  try {
    const iterator = new CountedIterator({
      rule: widened(rule.recur, start),
      dtstart: timeOf(nearer(rule.recur, start, from)),
      weight: rule.weight,
      steps: own,
    } as IteratorOptions);
    const most = rule.recur.count ?? Number.POSITIVE_INFINITY;
    for (let count = 0; count < most; ) {
      const time: ICAL.Time | null = iterator.next();
      if (time === null) break;
      const wall = wallOfTime(time);
      if (wall > to) break;
      if (!isMeant(time)) continue;
      count++;
      if (wall >= from) walls.push(wall);
    }
  } catch (error) {
    // Whatever else the library throws is a rule that cannot be kept: "the fifth Monday on a 3rd".
    cut = error === TOO_MANY_STEPS;
  }
  budget.left -= given - Math.max(0, own.left);
  return { walls, cut };
}

interface Steps {
  left: number;
}

type IteratorOptions = ConstructorParameters<typeof ICAL.RecurIterator>[0] & {
  readonly weight: number;
  readonly steps: Steps;
};

const TOO_MANY_STEPS = new Error('a repetition takes too many steps');

/** The library's iterator looks for a match for as long as it takes: this one counts its steps, and gives up. */
class CountedIterator extends ICAL.RecurIterator {
  declare private weight: number;
  declare private steps: Steps;
  declare private narrows: boolean;
  declare private weekdays: readonly Weekday[];

  override fromData(options: IteratorOptions): void {
    this.weight = options.weight;
    this.steps = options.steps;
    this.narrows = narrows(options.rule);
    this.weekdays = weekdaysOf(options.rule);
    // They are sorted, each by each of the others.
    this.take(1 + this.weekdays.length ** 2 / 20);
    super.fromData(options);
  }

  private take(count: number): void {
    this.steps.left -= count * this.weight;
    if (!(this.steps.left > 0)) throw TOO_MANY_STEPS;
  }

  override check_contracting_rules(): boolean {
    this.take(this.narrows ? 2 : 1);
    return !this.narrows || super.check_contracting_rules();
  }

  override is_day_in_byday({ year, month, day }: ICAL.Time): 0 | 1 {
    this.take(0.1);
    return isOneOf(this.weekdays, year, month, day) ? 1 : 0;
  }

  override increment_monthday(days: number): void {
    this.take(days / 50);
    super.increment_monthday(days);
  }

  override increment_month(): void {
    this.take(1);
    super.increment_month();
  }

  override expand_year_days(year: number): number {
    this.take(4);
    return super.expand_year_days(year);
  }
}

/** Whether a rule lists what only leaves days out, rather than what makes more of them. */
function narrows({ parts, freq }: ICAL.Recur): boolean {
  const map: Readonly<Record<string, readonly number[]>> = ICAL.RecurIterator._expandMap;
  const index: Readonly<Record<string, number>> = ICAL.RecurIterator._indexMap;
  return Object.keys(parts).some(
    (name) => map[freq ?? '']?.[index[name] ?? -1] === ICAL.RecurIterator.CONTRACT,
  );
}

/**
 * A rule that the library understands, and that finds at least what is meant: it does not know the numbers of the weeks of a year, and takes
 * a month that a monthly rule names for one of the next year. What is too much, and how many there are, is looked at here.
 */
function widened(recur: ICAL.Recur, start: Wall): ICAL.Recur {
  const wide = recur.clone();
  wide.count = null;
  if (recur.freq === 'MONTHLY') delete wide.parts.BYMONTH;
  if (recur.freq === 'YEARLY' && 'BYWEEKNO' in recur.parts) {
    delete wide.parts.BYWEEKNO;
    wide.parts.BYDAY ??= [WEEKDAYS[new Date(start).getUTCDay()] ?? 'MO'];
  }
  return wide;
}

/** Daily and weekly rules without a count go on as they would from any of their days: years that do not count need not be gone through. */
function nearer({ freq, interval, count }: ICAL.Recur, start: Wall, from: Wall): Wall {
  const days = freq === 'DAILY' ? interval : freq === 'WEEKLY' ? 7 * interval : 0;
  if (days === 0 || count || !Number.isFinite(from)) return start;
  const periods = Math.floor((from - start) / (days * DAY)) - 1;
  return periods > 0 ? start + periods * days * DAY : start;
}

function timeOf(wall: Wall): ICAL.Time {
  const date = new Date(wall);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const [hour, minute, second] = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
  return new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, ICAL.Timezone.utcTimezone);
}

function wallOfTime({ year, month, day, hour, minute, second }: ICAL.Time): Wall {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(hour, minute, second);
}
