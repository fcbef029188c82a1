import type { CalendarDate } from './day.ts';

/** A promise's text, and the phrase that names its day: "intro to Lee by friday". */
export interface PromiseText {
  readonly text: string;
  readonly by: string | null;
}

/**
 * Splits off a last "by …". `isDay` tells whether what follows names a day; where it does not ("review the book by Knuth"), it is
 * part of the text.
 */
export function splitPromise(text: string, isDay: (phrase: string) => CalendarDate | null): PromiseText {
  const parts = /^(.*\S)\s+by\s+(\S.*)$/is.exec(text.trim());
  const [, what = '', by = ''] = parts ?? [];
  return parts !== null && isDay(by) !== null ? { text: what, by } : { text: text.trim(), by: null };
}
