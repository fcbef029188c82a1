import type { Birthday, CalendarDate } from './days/day.ts';

/** How closely a kept relationship is meant to be tended, closest first. */
export const CIRCLES = ['inner', 'close', 'active', 'wide'] as const;
export type Circle = (typeof CIRCLES)[number];

/** Where a relationship began. */
export const ORIGINS = ['event', 'group', 'volunteering', 'work', 'introduction', 'online', 'other'] as const;
export type Origin = (typeof ORIGINS)[number];

/** The stages that are stored. Dormant, and a growing one that went back to the stack, are derived: see stageOf in person.ts. */
export const STORED_STAGES = ['stack', 'growing', 'kept', 'moved on'] as const;
export type StoredStage = (typeof STORED_STAGES)[number];

/** Whether somebody is looked after: growing, or kept. */
export function isTended({ stage }: { readonly stage: string }): boolean {
  return stage === 'growing' || stage === 'kept';
}

/** A person in the file. Null is what is not known. */
export interface Contact {
  readonly id: string;
  /** The tail of the id, at least four characters and one letter: what people read and type. */
  readonly short: string;
  readonly name: string;
  readonly nickname: string | null;
  readonly org: string | null;
  readonly role: string | null;
  readonly city: string | null;
  readonly birthday: Birthday | null;
  /** A question kept for the next time. */
  readonly askAbout: string | null;
  readonly stage: StoredStage;
  readonly grownOn: CalendarDate | null;
  readonly keptOn: CalendarDate | null;
  readonly movedOn: CalendarDate | null;
  /** Where what is left between us happens now, as `sales`; nothing of it is tended here. */
  readonly movedTo: string | null;
  /** When they were last let rest, or went back to the stack by themselves: a card that was looked at unless touched after that day. */
  readonly restedOn: CalendarDate | null;
  readonly circle: Circle | null;
  /** A cadence of their own in days; wins over the circle's. */
  readonly everyDays: number | null;
  /** Reciprocity is waived: never labeled, never ranked down. */
  readonly noScore: boolean;
  readonly origin: Origin | null;
  /** Who introduced them. */
  readonly viaId: string | null;
  readonly metOn: CalendarDate | null;
  readonly gatheringId: string | null;
  /** The kind of person that they were looked for as. */
  readonly targetId: string | null;
  /** The last touch as told by `--last`, for what happened before `net` knew them. */
  readonly lastOn: CalendarDate | null;
  /** Not listed before this day, obligations aside. */
  readonly snoozedUntil: CalendarDate | null;
  /** When this proven giver was told that they are one. */
  readonly toldOn: CalendarDate | null;
  /** When a change of employer or role was noticed. */
  readonly jobChangedOn: CalendarDate | null;
  readonly createdAt: string;
  readonly deletedAt: string | null;
}

export const CONTACT_POINT_KINDS = ['email', 'phone', 'url'] as const;
export type ContactPointKind = (typeof CONTACT_POINT_KINDS)[number];

/** One way to reach a contact. */
export interface ContactPoint {
  readonly id: string;
  readonly contactId: string;
  readonly kind: ContactPointKind;
  readonly value: string;
  /** `work`, `home`, a label of the person's own, or null. */
  readonly label: string | null;
  readonly deletedAt: string | null;
}

export const TRAIT_KINDS = ['tag', 'interest', 'need', 'offer'] as const;
export type TraitKind = (typeof TRAIT_KINDS)[number];

/** Something to know about a contact: a tag, an interest, what they need, what they can offer. */
export interface Trait {
  readonly id: string;
  readonly contactId: string;
  readonly kind: TraitKind;
  readonly text: string;
  readonly notedOn: CalendarDate;
  readonly deletedAt: string | null;
}

export interface Note {
  readonly id: string;
  readonly contactId: string;
  readonly notedOn: CalendarDate;
  readonly text: string;
  readonly deletedAt: string | null;
}

/** Where and through whom somebody was met, by name. */
export interface Origins {
  readonly gathering: string | null;
  readonly via: string | null;
}
