import type { Contact } from '../../contact.ts';
import { type Merged, type MergedField, noteOf } from './field.ts';

/** Where, when and through whom somebody was met, which belongs together. */
export type Meeting = Pick<Contact, 'metOn' | 'gatheringId' | 'viaId' | 'origin'>;

/** The names by which a meeting is told. */
export interface MeetingNames {
  readonly gathering: (id: string) => string;
  readonly person: (id: string) => string;
  /** Who introduced somebody, who introduced that one, and so on. */
  readonly introducers: (id: string) => readonly string[];
}

const FIELDS = ['metOn', 'gatheringId', 'viaId', 'origin'] as const;

/**
 * The earlier meeting of two people who are one. The other one fills what is not known of it, unless it was on another day; what has no
 * place is kept as a note. Nobody was introduced by themselves, nor by whomever they introduced, themselves or through others: that too
 * becomes a note.
 */
export function mergedMeeting(first: Contact, other: Contact, names: MeetingNames): Merged<Meeting> {
  const own = [first.id, other.id];
  const round = [first.viaId, other.viaId]
    .filter((id) => id !== null)
    .filter((id, at, all) => {
      const isOwn = own.includes(id) || all.indexOf(id) !== at;
      return !isOwn && names.introducers(id).some((by) => own.includes(by));
    });
  const none = [...own, ...round];
  const [a, b] = [meetingOf(first, none), meetingOf(other, none)];
  const [met, lost] = isEarlier(b, a) ? [b, a] : [a, b];
  const agrees = lost.metOn === null || lost.metOn === met.metOn || isEmpty(met);
  const set = agrees
    ? (Object.fromEntries(FIELDS.map((field) => [field, met[field] ?? lost[field]])) as unknown as Meeting)
    : met;
  const left = Object.fromEntries(
    FIELDS.map((field) => [field, lost[field] === set[field] ? null : lost[field]]),
  ) as unknown as Meeting;
  return {
    set,
    fields: told(a, b, set, names),
    notes: [
      ...(saysNothing(left) ? [] : [noteOf('Met', wordsOf(left, names))]),
      ...round.map((id) => noteOf('Met', `through ${names.person(id)}`)),
    ],
  };
}

/** How somebody was met; `nobody` are those who cannot have introduced them. */
function meetingOf({ metOn, gatheringId, viaId, origin }: Contact, nobody: readonly string[]): Meeting {
  return { metOn, gatheringId, viaId: viaId !== null && nobody.includes(viaId) ? null : viaId, origin };
}

function isEmpty(meeting: Meeting): boolean {
  return FIELDS.every((field) => meeting[field] === null);
}

/** That it began in some other way is nothing to keep. */
function saysNothing(meeting: Meeting): boolean {
  return isEmpty({ ...meeting, origin: meeting.origin === 'other' ? null : meeting.origin });
}

function isEarlier(a: Meeting, b: Meeting): boolean {
  if (isEmpty(a)) return false;
  if (a.metOn === null) return isEmpty(b);
  return b.metOn === null || a.metOn < b.metOn;
}

function wordsOf({ metOn, gatheringId, viaId, origin }: Meeting, names: MeetingNames): string {
  const told = [
    metOn,
    gatheringId === null ? null : `at ${names.gathering(gatheringId)}`,
    viaId === null ? null : `through ${names.person(viaId)}`,
  ].filter((part) => part !== null);
  return told.length === 0 ? (origin ?? '') : told.join(' ');
}

function told(a: Meeting, b: Meeting, set: Meeting, names: MeetingNames): MergedField[] {
  if (saysNothing(b)) return [];
  const texts = [a, b, set].map((meeting) => (isEmpty(meeting) ? null : wordsOf(meeting, names)));
  const [mine = null, other = null, kept = null] = texts;
  const earlier = a.metOn !== null && b.metOn !== null && set.metOn !== a.metOn;
  const fills = FIELDS.some((field) => set[field] !== a[field]);
  const becomes = mine === other ? 'same' : earlier ? 'won' : fills ? 'filled' : 'note';
  const covered = FIELDS.every(
    (field) => b[field] === null || b[field] === 'other' || b[field] === set[field],
  );
  return [{ field: 'met', kept, other, becomes: becomes === 'note' && covered ? 'same' : becomes }];
}
