import {
  CIRCLES,
  type Circle,
  type ContactPointKind,
  ORIGINS,
  type Origin,
  type TraitKind,
} from '../../domain/contact.ts';
import { type Birthday, type CalendarDate, isBirthday, isDay } from '../../domain/days/day.ts';
import { readSpan } from '../../domain/days/span.ts';
import { NetError } from '../../domain/error.ts';
import type { Sheet, SheetPoint } from '../../domain/sheet.ts';
import { escaped, escapedLabel, unescaped, unescapedLabel } from './escape.ts';

/** How a field is written: one line `key: text`, escaped, and empty for what is not known. */
export interface Field {
  readonly key: string;
  readonly many: boolean;
  readonly write: (sheet: Sheet) => readonly string[];
  readonly read: (sheet: Sheet, text: string) => Sheet;
}

/** The fields in the order in which they are shown. */
export const FIELDS: readonly Field[] = [
  one(
    'name',
    (s) => s.name,
    (s, name) => ({ ...s, name: name ?? '' }),
  ),
  one(
    'nick',
    (s) => s.nickname,
    (s, nickname) => ({ ...s, nickname }),
  ),
  one(
    'org',
    (s) => s.org,
    (s, org) => ({ ...s, org }),
  ),
  one(
    'role',
    (s) => s.role,
    (s, role) => ({ ...s, role }),
  ),
  one(
    'city',
    (s) => s.city,
    (s, city) => ({ ...s, city }),
  ),
  one(
    'birthday',
    (s) => s.birthday,
    (s, text) => ({ ...s, birthday: checked(text, isBirthday, '1980-05-03 or --05-03') as Birthday | null }),
  ),
  one(
    'ask about',
    (s) => s.askAbout,
    (s, askAbout) => ({ ...s, askAbout }),
  ),
  one(
    'circle',
    (s) => s.circle,
    (s, text) => ({ ...s, circle: word<Circle>(text, CIRCLES) }),
  ),
  one(
    'every',
    (s) => (s.everyDays === null ? null : `${s.everyDays}d`),
    (s, text) => ({ ...s, everyDays: span(text) }),
  ),
  one(
    'last',
    (s) => s.lastOn,
    (s, text) => ({ ...s, lastOn: checked(text, isDay, '2026-03-14') as CalendarDate | null }),
  ),
  one(
    'met',
    (s) => s.metOn,
    (s, text) => ({ ...s, metOn: checked(text, isDay, '2026-03-14') as CalendarDate | null }),
  ),
  one(
    'origin',
    (s) => s.origin,
    (s, text) => ({ ...s, origin: word<Origin>(text, ORIGINS) }),
  ),
  one(
    'score',
    (s) => (s.noScore ? 'no' : 'yes'),
    (s, text) => ({ ...s, noScore: word(text, ['yes', 'no']) === 'no' }),
  ),
  ...(['email', 'phone', 'url'] as const).map(point),
  ...(
    [
      ['tag', 'tag'],
      ['interest', 'interest'],
      ['needs', 'need'],
      ['offers', 'offer'],
    ] as const
  ).map(([key, kind]) => trait(key, kind)),
  many(
    'note',
    (s) => s.notes,
    (s, text) => ({ ...s, notes: [...s.notes, text] }),
  ),
];

function one(
  key: string,
  get: (sheet: Sheet) => string | null,
  set: (sheet: Sheet, text: string | null) => Sheet,
): Field {
  return {
    key,
    many: false,
    write: (sheet) => [escaped(get(sheet) ?? '')],
    read: (sheet, text) => set(sheet, text === '' ? null : unescaped(text)),
  };
}

function many(
  key: string,
  get: (sheet: Sheet) => readonly string[],
  add: (sheet: Sheet, text: string) => Sheet,
): Field {
  return {
    key,
    many: true,
    write: (sheet) => get(sheet).map(escaped),
    read: (sheet, text) => (text === '' ? sheet : add(sheet, unescaped(text))),
  };
}

/** Brackets that may hold pairs of brackets. Any of their own that a label had are written with a backslash. */
const LABELED = /^(.*\S) \(((?:[^()\\]|\\.|\([^()]*\))*)\)$/s;

/** A label stands in brackets after the value: `ana@example.org (work)`. */
function point(kind: ContactPointKind): Field {
  const written = ({ value, label }: SheetPoint) =>
    label === null && !value.endsWith(')')
      ? escaped(value)
      : `${escaped(value)} (${label === null ? '' : escapedLabel(label)})`;
  return {
    key: kind,
    many: true,
    write: (sheet) => sheet.points.filter((known) => known.kind === kind).map(written),
    read: (sheet, text) => {
      if (text === '') return sheet;
      const [, value = text, label = ''] = LABELED.exec(text) ?? [];
      const found = { kind, value: unescaped(value), label: label === '' ? null : unescapedLabel(label) };
      return { ...sheet, points: [...sheet.points, found] };
    },
  };
}

function trait(key: string, kind: TraitKind): Field {
  return many(
    key,
    (sheet) => sheet.traits.filter((known) => known.kind === kind).map(({ text }) => text),
    (sheet, text) => ({ ...sheet, traits: [...sheet.traits, { kind, text }] }),
  );
}

function checked(text: string | null, holds: (text: string) => boolean, example: string): string | null {
  if (text === null || holds(text)) return text;
  throw new NetError('rejected', `"${text}" is not a day`, `write ${example}`);
}

function word<W extends string>(text: string | null, words: readonly W[]): W | null {
  const found = words.find((known) => known === text?.toLowerCase());
  if (text === null || found !== undefined) return found ?? null;
  throw new NetError('rejected', `"${text}" is not known`, `choose from ${words.join(', ')}`);
}

function span(text: string | null): number | null {
  const days = text === null ? null : readSpan(text);
  if (text === null || (days !== null && days >= 1 && days <= 3650)) return days;
  throw new NetError('rejected', `"${text}" is not a span`, 'write 10d, 6w or 3 months');
}
