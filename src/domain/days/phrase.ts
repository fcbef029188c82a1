import { addDays, type CalendarDate, day, dayOf, weekday } from './day.ts';
import { mayNameDay } from './day-words.ts';
import { FULL_MONTHS, MONTHS } from './month-name.ts';
import { addMonths } from './months.ts';
import { numericDays } from './numeric-day.ts';
import { COUNT, count, UNIT } from './span.ts';
import {
  lastSaturday,
  NAMED,
  onWeekday,
  onWeekdayOfWeek,
  SHORT,
  SHORT_ALONE,
  type Tense,
} from './weekday.ts';

export type { Tense };

const DAY_AND_MONTH = /^(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\.?(?:,? (\d{4}))?$/;
const MONTH_AND_DAY = /^(?:on )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/;

/** A part of a day that is named along with it. */
const PART = '(?: (?:morning|afternoon|evening|night))?';

/** What says that a day is still to come. */
const TO_COME =
  /^(in|next|this [a-z]+day\b|(?:the )?day after tomorrow|tomorrow|\S+ \S+ from now|.*\bnext week$)/;

type Rule = readonly [RegExp, (parts: string[], today: CalendarDate, tense: Tense) => CalendarDate | null];

/** Phrases that name a day by themselves. */
const PLAIN_RULES: readonly Rule[] = [
  [/^(today|tonight|this (?:morning|afternoon|evening))$/, (_, today) => today],
  [new RegExp(`^yesterday${PART}$`), (_, today) => addDays(today, -1)],
  [/^(?:the )?day before yesterday$/, (_, today) => addDays(today, -2)],
  [/^last night$/, (_, today) => addDays(today, -1)],
  [/^(?:on )?(\d{4}-\d{2}-\d{2})$/, ([, iso = '']) => day(iso)],
  [/^(\d{4})([/.])(\d{1,2})\2(\d{1,2})$/, ([, y, , m, d]) => dayOf(Number(y), Number(m), Number(d))],
  [/^(\d{1,4}) ?([dwmy]) ago$/, ([, n, unit], today) => shift(today, n, unit, -1)],
  [new RegExp(`^(${COUNT}) (${UNIT}) ago$`), ([, n, unit], today) => shift(today, n, unit, -1)],
  [/^last week$/, (_, today) => addDays(today, -7)],
  [new RegExp(`^(?:on (?=this |next ))?(?:(on|last|this|next) )?(${NAMED})${PART}$`), onWeekday],
  [new RegExp(`^(on|last) (${SHORT})${PART}$`), onWeekday],
  ...inWeek(`(?:on )?(?:the )?(${NAMED}|${SHORT_ALONE})|on (${SHORT})`),
  [DAY_AND_MONTH, ([, d, m, y], today, tense) => inMonth(d, m, y, today, tense)],
  [MONTH_AND_DAY, ([, m, d, y], today, tense) => inMonth(d, m, y, today, tense)],
];

/** Phrases that are days only where a day is asked for. */
const RULES: readonly Rule[] = [
  ...PLAIN_RULES,
  [/^now$/, (_, today) => today],
  [new RegExp(`^(?:tomorrow${PART}|tmrw)$`), (_, today) => addDays(today, 1)],
  [/^(?:the )?day after tomorrow$/, (_, today) => addDays(today, 2)],
  [/^last (month|year)$/, ([, unit], today) => shift(today, '1', unit, -1)],
  [/^last weekend$/, lastSaturday],
  [/^next (week|month|year)$/, ([, unit], today) => shift(today, '1', unit, 1)],
  [new RegExp(`^(?:(this|next) )?(${SHORT})$`), onWeekday],
  ...inWeek(`(${SHORT})`),
  [new RegExp(`^in (${COUNT}) (${UNIT})$`), ([, n, unit], today) => shift(today, n, unit, 1)],
  [new RegExp(`^(${COUNT}) (${UNIT}) from now$`), ([, n, unit], today) => shift(today, n, unit, 1)],
  [
    new RegExp(`^(${COUNT}) (${UNIT})$`),
    ([, n, unit], today, tense) => shift(today, n, unit, tense === 'past' ? -1 : 1),
  ],
  [
    /^(?:on )?\d{1,2}[./-]\d[\d./-]*$/,
    ([phrase = ''], today, tense) => single(numericDays(phrase, today, tense)),
  ],
  [/^(\d{1,4}) ?([dwmy])$/, ([, n, unit], today, tense) => shift(today, n, unit, tense === 'past' ? -1 : 1)],
  [/^(?:the )?end of (?:the |this )?week$/, (_, today) => addDays(today, (7 - weekday(today)) % 7)],
  [
    /^(?:the )?end of (?:the |this )?month$/,
    (_, today) => addDays(addMonths(`${today.slice(0, 8)}01` as CalendarDate, 1), -1),
  ],
];

/**
 * The day that a short English phrase names, or null where this small grammar does not know it. A day without a year is the
 * nearest one in the asked direction. Throws `rejected` for a day that does not exist, such as 2025-02-30.
 */
export function readDay(text: string, today: CalendarDate, tense: Tense): CalendarDate | null {
  return apply(RULES, text.trim().replace(/^(by|until|till|since|due) /i, ''), today, tense);
}

/**
 * How sure it is that words of a free text name a day: clear ("yesterday", "3 days ago", "2026-03-14"), a weekday ("on friday"), or a
 * date that may be something else ("march 3").
 */
export type Clarity = 'clear' | 'weekday' | 'date';

export interface DayInText {
  readonly day: CalendarDate;
  readonly clarity: Clarity;
}

const WEEKDAY = new RegExp(`^(?:(?:on |this )?(?:${NAMED})|(?:on )?(?:${SHORT}))${PART}$`);
/** What else names a day in a text, where nothing follows it. */
const OF_TEXT: readonly Rule[] = [
  [/^last (month|year)$/, ([, unit], today) => shift(today, '1', unit, -1)],
  [/^last weekend$/, lastSaturday],
  [new RegExp(`^()(${SHORT_ALONE}|(?:${SHORT})(?= ))${PART}$`), onWeekday],
];

/** A day as free text names one, past or to come: never by an abbreviation that is also a word. */
export function readDayInText(text: string, today: CalendarDate): DayInText | null {
  const phrase = text.trim().toLowerCase().replace(/\s+/g, ' ');
  return mayNameDay(phrase) ? dayIn(phrase, today) : null;
}

/** The same, of a phrase in lower case with single spaces, whatever its words are. */
export function dayIn(phrase: string, today: CalendarDate): DayInText | null {
  const found = TO_COME.test(phrase)
    ? apply(RULES, phrase, today, 'future')
    : apply([...PLAIN_RULES, ...OF_TEXT], phrase, today, 'past');
  if (found === null) return null;
  const isDate =
    DAY_AND_MONTH.test(phrase) || MONTH_AND_DAY.test(phrase) || /^last (month|year|weekend)$/.test(phrase);
  if (isDate && !/\d{4}$/.test(phrase)) return { day: found, clarity: 'date' };
  return { day: found, clarity: WEEKDAY.test(phrase) ? 'weekday' : 'clear' };
}

/** Whether a phrase is written as a day of the calendar is, though there may be none: "30 feb", "2025-02-30", "30/2". */
export function isLikeDay(text: string): boolean {
  const phrase = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const month = DAY_AND_MONTH.exec(phrase)?.[2] ?? MONTH_AND_DAY.exec(phrase)?.[1];
  return (
    (month !== undefined && monthNumber(month) > 0) ||
    /^(on )?(\d{1,2}[./-]\d{1,2}([./-]\d{2,4})?|\d{4}([-/])\d\d\4\d\d)\.?$/.test(phrase)
  );
}

function apply(rules: readonly Rule[], text: string, today: CalendarDate, tense: Tense): CalendarDate | null {
  const phrase = text.trim().toLowerCase().replace(/\s+/g, ' ');
  for (const [pattern, read] of rules) {
    const parts = pattern.exec(phrase);
    const found = parts === null ? null : read(parts, today, tense);
    if (found !== null) return found;
  }
  return null;
}

/** What could be two days is neither. */
function single(days: readonly CalendarDate[] | null): CalendarDate | null {
  return days?.length === 1 ? (days[0] ?? null) : null;
}

/** Null beyond a hundred years, where nobody means a day. */
function shift(today: CalendarDate, n = '1', unit = 'd', sign: 1 | -1): CalendarDate | null {
  const many = sign * count(n);
  const months = unit.startsWith('m') ? many : many * 12;
  const days = unit.startsWith('w') ? many * 7 : many;
  const byDays = unit.startsWith('d') || unit.startsWith('w');
  if (Math.abs(byDays ? days / 365 : months / 12) > 100) return null;
  return byDays ? addDays(today, days) : addMonths(today, months);
}

/** "tuesday last week", "next week on tuesday". */
function inWeek(name: string): Rule[] {
  return [
    [new RegExp(`^(?:${name})${PART} (?:of )?(?:last|next) week$`), onWeekdayOfWeek],
    [new RegExp(`^(?:last|next) week (?:${name})${PART}$`), onWeekdayOfWeek],
  ];
}

function inMonth(
  dayText = '',
  monthText = '',
  yearText: string | undefined,
  today: CalendarDate,
  tense: Tense,
): CalendarDate | null {
  const month = monthNumber(monthText);
  if (month === 0) return null;
  const thisYear = Number(today.slice(0, 4));
  const at = (year: number) => dayOf(year, month, Number(dayText));
  if (yearText !== undefined) return at(Number(yearText));
  const years = tense === 'past' ? [0, -1, -2, -3, -4] : [0, 1, 2, 3, 4];
  const fits = (found: CalendarDate) => (tense === 'past' ? found <= today : found >= today);
  return years.map((offset) => at(thisYear + offset)).find((found) => found !== null && fits(found)) ?? null;
}

function monthNumber(text: string): number {
  const short = text === 'sept' ? 'sep' : text;
  return Math.max(MONTHS.indexOf(short), FULL_MONTHS.indexOf(text)) + 1;
}
