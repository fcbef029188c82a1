import { CIRCLES, CONTACT_POINT_KINDS, TRAIT_KINDS } from '../domain/contact.ts';
import { isBirthday, isDay } from '../domain/days/day.ts';
import type { ImportedPerson } from '../domain/imported.ts';

type Told = Omit<ImportedPerson, 'key' | 'line'>;

/** Whether a value from outside can be a field of a person as a file tells them. */
export const IS_TOLD: { readonly [F in keyof Told]: (value: unknown) => boolean } = {
  name: (value) => isText(value) && value.trim() !== '',
  nickname: isTextOrNull,
  org: isTextOrNull,
  role: isTextOrNull,
  city: isTextOrNull,
  birthday: (value) => value === null || (isText(value) && isBirthday(value)),
  points: (value) =>
    isList(value, ({ kind, value: reached, label, ...rest }) => {
      return isOneOf(CONTACT_POINT_KINDS, kind) && isText(reached) && isTextOrNull(label) && isEmpty(rest);
    }),
  traits: (value) =>
    isList(value, ({ kind, text, ...rest }) => isOneOf(TRAIT_KINDS, kind) && isText(text) && isEmpty(rest)),
  notes: (value) => Array.isArray(value) && value.every(isText),
  metOn: isDayOrNull,
  lastOn: isDayOrNull,
  everyDays: (value) => value === null || (Number.isSafeInteger(value) && (value as number) > 0),
  circle: (value) => value === null || isOneOf(CIRCLES, value),
  via: isTextOrNull,
};

/** Whether a text is the JSON of what a file told of somebody; a field that an older net did not keep may be missing. */
export function isToldJson(text: string): boolean {
  const value = jsonIn(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const told = value as Record<string, unknown>;
  return (
    Object.hasOwn(told, 'name') &&
    ['points', 'traits', 'notes'].every((field) => Object.hasOwn(told, field)) &&
    Object.entries(IS_TOLD).every(([field, is]) => !Object.hasOwn(told, field) || is(told[field]))
  );
}

/** The value of a text of JSON; undefined where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrNull(value: unknown): boolean {
  return value === null || isText(value);
}

function isDayOrNull(value: unknown): boolean {
  return value === null || (isText(value) && isDay(value));
}

function isList(value: unknown, isItem: (item: Record<string, unknown>) => boolean): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      (item: unknown) => typeof item === 'object' && item !== null && isItem(item as Record<string, unknown>),
    )
  );
}

function isOneOf(words: readonly string[], value: unknown): boolean {
  return isText(value) && words.includes(value);
}

function isEmpty(rest: object): boolean {
  return Object.keys(rest).length === 0;
}
