import { type Birthday, type CalendarDate, dayOf, isBirthday } from '../../domain/days/day.ts';
import { MONTHS } from '../../domain/days/month-name.ts';
import { type DayOrder, dayOrder } from '../linkedin/date.ts';
import { readDate } from '../vcard/dates.ts';

const LONGEST = 60;
const TIME =
  /[T ,]\s{0,3}\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:[ap]\.?m\.?)?\s?(?:z|[+-]\d{2}:?\d{2})?$/i;

/** What programs write where no day is known. */
const NONE = /^(?:0{1,2}([/.-])0{1,2}\1(?:00){1,2}|0000-00-00|1\/1\/4501)$/;

const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?\.?$/;
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -]([a-z]{3,9})\.?(?:,?[ -](\d{4}|\d{2}))?$/i;
const MONTH_DAY = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/i;

/** Years that stand for none. */
const NO_YEARS = [0, 1604];

/** A day without leading zeros, as it is written in the Merged States. */
const UNPADDED = /^[1-9]\/[1-9]\/\d{2,4}\b/;

/**
 * The order of day and month that the days of a table show. `american` is whether `5/3/1980` may be taken to begin with the month where
 * nothing in the table shows otherwise.
 */
export function orderAmong(texts: Iterable<string>, american: boolean): DayOrder {
  let unpadded = false;
  let [dayFirst, monthFirst] = [false, false];
  for (const text of texts) {
    const order = dayOrder([text]);
    dayFirst ||= order === 'day first';
    monthFirst ||= order === 'month first';
    unpadded ||= UNPADDED.test(text.trim());
  }
  if (dayFirst !== monthFirst) return dayFirst ? 'day first' : 'month first';
  return american && unpadded && !dayFirst ? 'month first' : null;
}

/** Whether a text stands for no day at all: `0/0/00`. */
export function isNoDay(text: string): boolean {
  return NONE.test(withoutTime(text));
}

/** A day, or a yearly one without its year, however a program or a person writes it; null where it is neither or could be two. */
export function readDay(text: string, order: DayOrder, today: CalendarDate): Birthday | null {
  if (text.length > LONGEST) return null;
  const said = withoutTime(text);
  const loose = /^--(\d{1,2})-(\d{1,2})$/.exec(said);
  if (loose !== null) return whole('', loose[1], loose[2], today);
  const read = readDate(said, undefined);
  if (read !== null) return read;
  const [, d, month, y = ''] = DAY_MONTH.exec(said) ?? [];
  if (month !== undefined) return whole(y, monthOf(month), d, today);
  const [, name, at, year = ''] = MONTH_DAY.exec(said) ?? [];
  if (name !== undefined) return whole(year, monthOf(name), at, today);
  return numeric(said, order, today);
}

function numeric(said: string, order: DayOrder, today: CalendarDate): Birthday | null {
  const [, first = '', sign, second = '', year = ''] = NUMBERS.exec(said) ?? [];
  if (first === '') return null;
  const dayFirst = whole(year, second, first, today);
  const monthFirst = whole(year, first, second, today);
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) return dayFirst ?? monthFirst;
  if (sign === '.' || order === 'day first') return dayFirst;
  return order === 'month first' ? monthFirst : null;
}

function whole(
  year: string,
  month: string | undefined,
  at: string | undefined,
  today: CalendarDate,
): Birthday | null {
  const y = Number(year);
  if (year === '' || (year.length > 2 && NO_YEARS.includes(y))) {
    const yearless = `--${(month ?? '').padStart(2, '0')}-${(at ?? '').padStart(2, '0')}`;
    return isBirthday(yearless) ? yearless : null;
  }
  const now = Number(today.slice(0, 4));
  const full = year.length > 2 ? y : y + now - (now % 100) - (y > now % 100 ? 100 : 0);
  return dayOf(full, Number(month), Number(at)) as Birthday | null;
}

function monthOf(name: string): string {
  const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return index < 0 ? '' : String(index + 1);
}

function withoutTime(text: string): string {
  const said = text.trim();
  return said.length > LONGEST ? said : said.replace(TIME, '');
}
