import type {
  Circle,
  Contact,
  ContactPoint,
  ContactPointKind,
  Note,
  Origin,
  Trait,
  TraitKind,
} from './contact.ts';
import type { Birthday, CalendarDate } from './days/day.ts';
import { keysOf } from './keys.ts';
import { reachedBy } from './reached.ts';
import { textKey } from './words/plain.ts';

/** Everything about somebody that can be edited, as one value. */
export interface Sheet {
  readonly name: string;
  readonly nickname: string | null;
  readonly org: string | null;
  readonly role: string | null;
  readonly city: string | null;
  readonly birthday: Birthday | null;
  readonly askAbout: string | null;
  readonly circle: Circle | null;
  readonly everyDays: number | null;
  readonly lastOn: CalendarDate | null;
  readonly metOn: CalendarDate | null;
  readonly origin: Origin | null;
  readonly noScore: boolean;
  readonly points: readonly SheetPoint[];
  readonly traits: readonly SheetTrait[];
  readonly notes: readonly string[];
}

export interface SheetPoint {
  readonly kind: ContactPointKind;
  readonly value: string;
  readonly label: string | null;
}

export interface SheetTrait {
  readonly kind: TraitKind;
  readonly text: string;
}

/**
 * Points and traits with the same key are one and the same, whatever their case and accents, a number however it is written: but not a path,
 * where case tells.
 */
export function pointKey({ kind, value }: Pick<SheetPoint, 'kind' | 'value'>): string {
  if (kind !== 'url') return `${kind} ${textKey(reachedBy({ kind, value }))}`;
  const host = /^([a-z][a-z0-9+.-]*:\/\/)?[^/?#]*/i.exec(value)?.[0] ?? '';
  return `${kind} ${host.toLowerCase()}${value.slice(host.length)}`;
}

export function traitKey({ kind, text }: SheetTrait): string {
  return `${kind} ${textKey(text)}`;
}

export function distinctPoints<P extends SheetPoint>(points: readonly P[]): P[] {
  return [...Map.groupBy(points, pointKey).values()].flatMap(([first]) => first ?? []);
}

export function distinctTraits<T extends SheetTrait>(traits: readonly T[]): T[] {
  return [...Map.groupBy(traits, traitKey).values()].flatMap(([first]) => first ?? []);
}

/** The fields of one value, in the order in which they are shown, all of them: the compiler sees to it. */
export const ONE_VALUED = keysOf<Exclude<keyof Sheet, 'points' | 'traits' | 'notes'>>({
  name: true,
  nickname: true,
  org: true,
  role: true,
  city: true,
  birthday: true,
  askAbout: true,
  circle: true,
  everyDays: true,
  lastOn: true,
  metOn: true,
  origin: true,
  noScore: true,
});

/** The rows that a sheet is made of. */
export interface SheetRows {
  readonly contact: Contact;
  readonly points: readonly ContactPoint[];
  readonly traits: readonly Trait[];
  readonly notes: readonly Note[];
}

export function sheetOf({ contact, points, traits, notes }: SheetRows): Sheet {
  return {
    name: contact.name,
    nickname: contact.nickname,
    org: contact.org,
    role: contact.role,
    city: contact.city,
    birthday: contact.birthday,
    askAbout: contact.askAbout,
    circle: contact.circle,
    everyDays: contact.everyDays,
    lastOn: contact.lastOn,
    metOn: contact.metOn,
    origin: contact.origin,
    noScore: contact.noScore,
    points: points.map(({ kind, value, label }) => ({ kind, value, label })),
    traits: traits.map(({ kind, text }) => ({ kind, text })),
    notes: notes.map(({ text }) => text),
  };
}
