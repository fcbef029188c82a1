import { type Change, insert } from '../src/domain/change.ts';
import type { Contact } from '../src/domain/contact.ts';
import { addDays, type CalendarDate } from '../src/domain/days/day.ts';
import type { Exchange } from '../src/domain/exchange.ts';
import { plainGathering } from '../src/domain/groups/gathering.ts';
import { newId } from '../src/host/ids.ts';

export const KINDS =
  'grant design legal garden kitchen climbing music tax travel energy health school radio film wood rust sailing'.split(
    ' ',
  );
export const THINGS =
  'review template mentor apartment workshop partner lesson budget introduction speaker studio repair pitch sponsor article tool course network summer'.split(
    ' ',
  );

const GROUPS = ['TechGrow', 'Choir', 'Makers', 'Alumni', 'Allotment'];
const EVENINGS = 40;

/** One contact in four needs something, one in eight offers something, one in three came through twice and was given something. */
export function surroundingsOf({ id: contactId }: Contact, i: number, today: CalendarDate): Change[] {
  const trait = (kind: 'need' | 'offer', n: number): Change => {
    const text = `${KINDS[n % KINDS.length]} ${THINGS[(n >> 4) % THINGS.length]} number${n % 97}`;
    return insert('trait', { id: newId(), contactId, kind, text, notedOn: today, deletedAt: null });
  };
  const given = (['received', 'received', 'give'] as const).map((kind, n) =>
    exchangeWith(contactId, kind, addDays(today, -(i % 300) - n), null, today),
  );
  return [
    ...(i % 4 === 1 ? [trait('need', i * 7)] : []),
    ...(i % 8 === 3 ? [trait('offer', i * 11)] : []),
    ...(i % 3 === 2 ? given : []),
  ];
}

/**
 * Five groups with forty evenings each. Every thirtieth talk was at one of them, and every tenth contact was met there.
 */
export function inGroups(changes: readonly Change[], today: CalendarDate): Change[] {
  const groups = GROUPS.map((name, i) => ({
    id: newId(),
    name,
    kind: 'networking' as const,
    joinedOn: addDays(today, -400),
    fee: 1500,
    feePer: 'month' as const,
    currency: '$',
    renewsOn: addDays(today, 100 + i),
    trialUntil: null,
    why: null,
    reviewedOn: null,
    leftOn: null,
    createdAt: `${today}T08:00:00.000Z`,
    deletedAt: null,
  }));
  const evenings = groups.flatMap(({ id, name }) =>
    Array.from({ length: EVENINGS }, (_, n) => ({
      ...plainGathering(newId(), `${name} ${n}`, addDays(today, -9 * n - 1)),
      groupId: id,
      minutes: 90,
    })),
  );
  const at = (n: number) => evenings[n % evenings.length]?.id ?? null;
  const seen = { contact: 0, interaction: 0 };
  const placed = changes.map((change): Change => {
    if (!('insert' in change)) return change;
    if (change.insert === 'contact' && seen.contact++ % 10 === 0)
      return insert('contact', { ...change.row, gatheringId: at(Math.floor(seen.contact / 10)) });
    if (change.insert === 'interaction' && seen.interaction++ % 30 === 0)
      return insert('interaction', { ...change.row, gatheringId: at(Math.floor(seen.interaction / 30)) });
    return change;
  });
  return [
    ...groups.map((group) => insert('network_group', group)),
    ...evenings.map((evening) => insert('gathering', evening)),
    ...placed,
  ];
}

/** Something between me and a contact. */
export function exchangeWith(
  contactId: string,
  kind: Exchange['kind'],
  madeOn: CalendarDate,
  dueOn: CalendarDate | null,
  today: CalendarDate,
): Change {
  return insert('exchange', {
    id: newId(),
    contactId,
    interactionId: null,
    kind,
    text: 'an hour of help',
    madeOn,
    dueOn,
    keptOn: null,
    droppedOn: null,
    outcome: null,
    outcomeOn: null,
    thankedOn: null,
    fruit: null,
    fruitOn: null,
    fruitThankedOn: null,
    forwardOn: null,
    forwardsId: null,
    recommendationId: null,
    type: null,
    createdAt: `${today}T08:00:00.000Z`,
    deletedAt: null,
  });
}
