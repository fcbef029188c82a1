import { type Birthday, type CalendarDate, isBirthday } from '../domain/days/day.ts';
import { numericDays } from '../domain/days/numeric-day.ts';
import { isLikeDay, type Tense } from '../domain/days/phrase.ts';
import { readSpan } from '../domain/days/span.ts';
import { isNetError, NetError } from '../domain/error.ts';
import { parseDay } from '../formats/day-phrase.ts';
import { calendarWord } from '../render/words.ts';

const SAID: Readonly<Record<Tense, string>> = {
  past: 'say it as yesterday, last tuesday, 3 days ago, 2w or 2026-03-14',
  future: 'say it as tomorrow, friday, in 2 weeks, 2w or 2026-03-14',
};

/** A day that was named by an option. Throws `rejected` for one that is not understood or does not exist. */
export async function dayNamed(text: string, today: CalendarDate, tense: Tense): Promise<CalendarDate> {
  const found = await parseDay(text, today, tense);
  if (found === null) throw notADay(text, today, tense);
  return found;
}

/** What is wrong with a phrase that names no day, or two. */
export function notADay(text: string, today: CalendarDate, tense: Tense): NetError {
  const days = numericDays(text, today, tense) ?? [];
  const what = isLikeDay(text) ? 'of the calendar' : 'that net understands';
  if (days.length < 2) return new NetError('rejected', `"${text}" is not a day ${what}`, SAID[tense]);
  const words = days.map((found) => calendarWord(found, today));
  return new NetError(
    'rejected',
    `"${text}" may be ${words.join(' or ')}`,
    `write it as ${days.join(' or ')}`,
  );
}

/** A day on which something happened. Throws `rejected` for one that is still to come, with a hint of what to do instead. */
export async function pastDay(
  text: string,
  today: CalendarDate,
  hint = 'name a day that has been',
): Promise<CalendarDate> {
  const found = await dayNamed(text, today, 'past');
  if (found > today)
    throw new NetError('rejected', `${found} is still to come, so nothing can have happened then`, hint);
  return found;
}

/** A day from today on. Throws `rejected` for one that has been. */
export async function comingDay(text: string, today: CalendarDate): Promise<CalendarDate> {
  const found = await dayNamed(text, today, 'future');
  if (found < today) throw new NetError('rejected', `${found} has been already`, 'name a day from today on');
  return found;
}

/** The check of a question: what reading its answer would refuse is said at once, so that nothing typed so far is lost. */
export function checked(read: (answer: string) => unknown): (answer: string) => Promise<true | string> {
  return async (answer) => {
    try {
      await read(answer);
      return true;
    } catch (error) {
      if (!isNetError(error)) throw error;
      return error.hint === undefined ? error.message : `${error.message}: ${error.hint}`;
    }
  };
}

/** Days between touches, from `--every`. */
export function spanNamed(text: string): number {
  const days = readSpan(text);
  if (days === null || days < 1 || days > 3650) {
    throw new NetError(
      'rejected',
      `"${text}" is not a span that net understands`,
      'say it as 10d, 6w, 3 months or 1y',
    );
  }
  return days;
}

/** A birthday: `3 may`, `--05-03`, `1980-05-03`, `24.8.1980`. Without a year where none was said. Throws `rejected`. */
export async function birthdayNamed(text: string, today: CalendarDate): Promise<Birthday> {
  const said = text.trim();
  const short = /^(?:--)?(\d\d)-?(\d\d)$/.exec(said);
  const stored = short === null ? said : `--${short[1]}-${short[2]}`;
  if (isBirthday(stored)) return stored;
  const hasYear = /\b\d{4}\b|[./-]\d+[./-]\d/.test(said);
  const birthday = (found: CalendarDate) => (hasYear ? found : `-${found.slice(4)}`) as Birthday;
  const found = short === null ? await parseDay(said, today, 'past') : null;
  if (found !== null) return birthday(found);
  const days = (numericDays(said, today, 'past') ?? []).map(birthday);
  throw new NetError(
    'rejected',
    days.length < 2
      ? `"${text}" is not a birthday that net understands`
      : `"${text}" may be two days, as the month may come first or last`,
    days.length < 2
      ? 'say it as 3 may, 05-03 or 1980-05-03'
      : `write it as ${days.map((each) => each.replace(/^--/, '')).join(' or ')}`,
  );
}
