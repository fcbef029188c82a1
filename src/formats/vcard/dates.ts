import { type Birthday, dayOf, isBirthday } from '../../domain/days/day.ts';

/** With or without dashes, a time after it ignored. */
const FULL = /^(\d{4})(-?)(\d{2})\2(\d{2})(?:[T ]\S*)?$/i;
const LOOSE = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const YEARLESS = /^--(\d{2})-?(\d{2})(?:T\S*)?$/i;

/** Years that stand for none: Apple's, and the year 0. */
const NO_YEARS = [0, 1604];

/**
 * A day, or a yearly day without its year, from any version of vCard; null where it is neither. `omitted` is the year that the
 * card says to leave out.
 */
export function readDate(text: string, omitted: string | undefined): Birthday | null {
  const trimmed = text.trim();
  const [, month = '', dayOfMonth = ''] = YEARLESS.exec(trimmed) ?? [];
  if (month !== '') return yearless(month, dayOfMonth);
  const parts = FULL.exec(trimmed)?.filter((_, i) => i !== 2) ?? LOOSE.exec(trimmed);
  if (parts === undefined || parts === null) return null;
  const [, y = '', m = '', d = ''] = parts;
  return NO_YEARS.includes(Number(y)) || Number(y) === Number(omitted ?? Number.NaN)
    ? yearless(m, d)
    : (dayOf(Number(y), Number(m), Number(d)) as Birthday | null);
}

function yearless(month: string, dayOfMonth: string): Birthday | null {
  const text = `--${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return isBirthday(text) ? text : null;
}
