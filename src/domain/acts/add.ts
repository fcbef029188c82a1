import { type Change, insert, type Making } from '../change.ts';
import type { Channel } from '../channel.ts';
import type { Circle, Contact, ContactPointKind, Origin, StoredStage, TraitKind } from '../contact.ts';
import type { Birthday, CalendarDate } from '../days/day.ts';
import type { Gathering } from '../groups/gathering.ts';
import type { GroupKind } from '../groups/group.ts';
import { type Beginning, beganAt, isFollowedUp } from '../groups/origin.ts';
import { distinctPoints, distinctTraits } from '../sheet.ts';
import { shortId } from './identity.ts';
import { checkedName, checkSheet } from './limits.ts';

/** What is known of somebody who is added. Null and empty lists are what was not said. */
export interface Newcomer {
  readonly name: string;
  readonly nickname: string | null;
  readonly org: string | null;
  readonly role: string | null;
  readonly city: string | null;
  readonly birthday: Birthday | null;
  readonly askAbout: string | null;
  readonly points: readonly {
    readonly kind: ContactPointKind;
    readonly value: string;
    readonly label: string | null;
  }[];
  readonly traits: readonly { readonly kind: TraitKind; readonly text: string }[];
  readonly notes: readonly string[];
  readonly circle: Circle | null;
  readonly everyDays: number | null;
  readonly lastOn: CalendarDate | null;
  readonly noScore: boolean;
  readonly origin: Origin | null;
  readonly viaId: string | null;
  readonly gathering: Gathering | null;
  /** The kind of the group whose gathering it was. */
  readonly groupKind: GroupKind | null;
  readonly targetId: string | null;
  readonly metOn: CalendarDate | null;
  readonly channel: Channel | null;
}

export const NOBODY: Newcomer = {
  name: '',
  nickname: null,
  org: null,
  role: null,
  city: null,
  birthday: null,
  askAbout: null,
  points: [],
  traits: [],
  notes: [],
  circle: null,
  everyDays: null,
  lastOn: null,
  noScore: false,
  origin: null,
  viaId: null,
  gathering: null,
  groupKind: null,
  targetId: null,
  metOn: null,
  channel: null,
};

export interface Added {
  readonly contact: Contact;
  readonly changes: readonly Change[];
}

/**
 * The stage that somebody begins in: kept where the relationship exists already, growing where a slot is free, else the stack. Whoever
 * was met volunteering rests in the stack until they are grown: nobody is followed up who was not sought.
 */
export function firstStage(
  newcomer: Pick<Newcomer, 'circle' | 'everyDays' | 'lastOn'> & Beginning,
  freeSlots: number,
): StoredStage {
  const existing = newcomer.circle !== null || newcomer.everyDays !== null || newcomer.lastOn !== null;
  if (existing) return 'kept';
  if (!isFollowedUp({ origin: beganAt(newcomer) })) return 'stack';
  return freeSlots > 0 ? 'growing' : 'stack';
}

/** The day when somebody was met: today unless said, and not known of an existing relationship. */
export function metDay(
  newcomer: Pick<Newcomer, 'metOn'>,
  stage: StoredStage,
  today: CalendarDate,
): CalendarDate | null {
  return newcomer.metOn ?? (stage === 'kept' ? null : today);
}

/** Somebody new, met just now: the meeting itself is logged. An existing relationship was met long ago, and nothing is. */
export function addContact(
  newcomer: Newcomer,
  stage: StoredStage,
  making: Making,
  taken: (short: string) => boolean,
): Added {
  const metOn = metDay(newcomer, stage, making.today);
  const { contact, changes } = newContact({ ...newcomer, metOn }, stage, making, taken);
  const meeting = stage === 'kept' ? [] : meetingOf(contact, newcomer.channel, making);
  return { contact, changes: [...changes, ...meeting] };
}

/** Somebody new with all that is known of them, and no touch yet. Throws `rejected` for what cannot be, such as an endless name. */
export function newContact(
  newcomer: Newcomer,
  stage: StoredStage,
  making: Making,
  taken: (short: string) => boolean,
): Added {
  const name = checkedName(newcomer.name);
  checkSheet(null, newcomer, making.today);
  const id = making.id();
  const contact: Contact = {
    id,
    short: shortId(id, taken),
    name,
    nickname: newcomer.nickname,
    org: newcomer.org,
    role: newcomer.role,
    city: newcomer.city,
    birthday: newcomer.birthday,
    askAbout: newcomer.askAbout,
    stage,
    grownOn: stage === 'growing' ? making.today : null,
    keptOn: stage === 'kept' ? making.today : null,
    movedOn: null,
    movedTo: null,
    restedOn: null,
    circle: newcomer.circle,
    everyDays: newcomer.everyDays,
    noScore: newcomer.noScore,
    origin: beganAt(newcomer),
    viaId: newcomer.viaId,
    metOn: newcomer.metOn,
    gatheringId: newcomer.gathering?.id ?? null,
    targetId: newcomer.targetId,
    lastOn: newcomer.lastOn,
    snoozedUntil: null,
    toldOn: null,
    jobChangedOn: null,
    createdAt: making.now,
    deletedAt: null,
  };
  return { contact, changes: [insert('contact', contact), ...details(contact, newcomer, making)] };
}

function details({ id: contactId }: Contact, newcomer: Newcomer, { id, today }: Making): Change[] {
  return [
    ...distinctPoints(newcomer.points).map((point) =>
      insert('contact_point', { id: id(), contactId, ...point, deletedAt: null }),
    ),
    ...distinctTraits(newcomer.traits).map((trait) =>
      insert('trait', { id: id(), contactId, ...trait, notedOn: today, deletedAt: null }),
    ),
    ...newcomer.notes.map((text) =>
      insert('note', { id: id(), contactId, notedOn: today, text, deletedAt: null }),
    ),
  ];
}

/** Meeting somebody is a touch: in person, but for those met online or introduced by mail. */
function meetingOf(contact: Contact, channel: Channel | null, { id, now, today }: Making): Change[] {
  const usual =
    contact.origin === 'online' ? 'social' : contact.origin === 'introduction' ? 'email' : 'in-person';
  const interactionId = id();
  return [
    insert('interaction', {
      id: interactionId,
      heldOn: contact.metOn ?? today,
      channel: channel ?? usual,
      text: null,
      minutes: null,
      startedBy: null,
      noAnswer: false,
      pitch: null,
      meeting: true,
      gatheringId: contact.gatheringId,
      createdAt: now,
      deletedAt: null,
    }),
    insert('participant', { id: id(), interactionId, contactId: contact.id, deletedAt: null }),
  ];
}
