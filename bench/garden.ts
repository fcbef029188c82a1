import type { Change } from '../src/domain/change.ts';
import { insert } from '../src/domain/change.ts';
import { CHANNELS } from '../src/domain/channel.ts';
import { CIRCLES, type Contact } from '../src/domain/contact.ts';
import { addDays, type Birthday, type CalendarDate } from '../src/domain/days/day.ts';
import { systemClock } from '../src/host/clock.ts';
import { newId } from '../src/host/ids.ts';
import { closeFile } from '../src/store/connect.ts';
import { openFile } from '../src/store/open.ts';
import { writeInBulk } from '../src/store/operation.ts';
import { inGroups, KINDS, surroundingsOf, THINGS } from './surroundings.ts';

/**
 * How large a made-up network is. One contact in twenty is kept; one in three has a birthday. Of those who are kept a third
 * needs something and a third cares for something, one in forty of the others offers something.
 */
export interface Size {
  readonly contacts: number;
  readonly interactionsEach: number;
  /** One contact in so many is kept. */
  readonly keptEvery?: number;
  /** With groups, needs, offers and help all over: see surroundings.ts. The morning's garden is without. */
  readonly full?: boolean;
}

const FIRST =
  'Ana Ben Carla Dele Eva Farid Greta Hugo Ines Jonas Kemi Lars Mara Noor Olga Pia Quim Rosa Sam Tara'.split(
    ' ',
  );
const LAST =
  'Silva Okoye Ruiz Berg Costa Demir Haas Ito Jansen Kaya Lopes Marino Novak Owusu Patel Rossi Sato'.split(
    ' ',
  );

/** How many contacts are written at once. */
const PIECE = 500;

/** Fills a new file with a made-up network that is the same each time, as an import would. */
export async function makeGarden(path: string, size: Size, today: CalendarDate): Promise<void> {
  const db = await openFile(path, { access: 'create', machine: newId, clock: systemClock });
  const stamp = { id: newId(), at: `${today}T08:00:00.000Z`, command: 'import' };
  await writeInBulk(db, stamp, false, async (apply) => {
    // Whom the groups are spread over is counted through all of them.
    const piece = size.full === true ? size.contacts : PIECE;
    for (let from = 0; from < size.contacts; from += piece) {
      const changes = rowsOf(from, Math.min(from + piece, size.contacts), size, today);
      apply(size.full === true ? inGroups(changes, today) : changes);
    }
  });
  closeFile(db);
}

/** What the person of a number is called. */
export function nameOf(i: number): string {
  return `${FIRST[i % FIRST.length]} ${LAST[Math.floor(i / FIRST.length) % LAST.length]} ${i}`;
}

function rowsOf(
  from: number,
  to: number,
  { interactionsEach, full = false, keptEvery = 20 }: Size,
  today: CalendarDate,
): Change[] {
  const changes: Change[] = [];
  for (let i = from; i < to; i++) {
    const contact = contactOf(i, keptEvery, today);
    changes.push(insert('contact', contact));
    if (full) changes.push(...surroundingsOf(contact, i, today));
    changes.push(...traitsOf(contact, i, today));
    for (let j = 0; j < interactionsEach; j++) changes.push(...interactionOf(contact, i, j, today));
  }
  return changes;
}

function contactOf(i: number, keptEvery: number, today: CalendarDate): Contact {
  const id = newId();
  const kept = i % keptEvery === 0;
  return {
    id,
    short: id.slice(-8),
    name: nameOf(i),
    nickname: null,
    org: null,
    role: null,
    city: null,
    birthday: i % 3 === 0 ? (`--${addDays(today, i % 365).slice(5)}` as Birthday) : null,
    askAbout: null,
    stage: kept ? 'kept' : 'stack',
    grownOn: null,
    keptOn: kept ? addDays(today, -400) : null,
    movedOn: null,
    movedTo: null,
    restedOn: null,
    circle: kept ? (CIRCLES[(i / keptEvery) % CIRCLES.length] ?? 'active') : null,
    everyDays: null,
    noScore: false,
    origin: 'event',
    viaId: null,
    metOn: addDays(today, -500),
    gatheringId: null,
    targetId: null,
    lastOn: null,
    snoozedUntil: null,
    toldOn: null,
    jobChangedOn: null,
    createdAt: `${today}T08:00:00.000Z`,
    deletedAt: null,
  };
}

function traitsOf({ id: contactId, stage }: Contact, i: number, today: CalendarDate): Change[] {
  const needs = (['need', 'interest', null] as const)[Math.floor(i / 20) % 3];
  const kind = stage === 'kept' ? needs : i % 40 === 1 ? 'offer' : null;
  if (kind === null || kind === undefined) return [];
  const text = `a ${KINDS[i % KINDS.length]} ${THINGS[i % THINGS.length]}`;
  return [insert('trait', { id: newId(), contactId, kind, text, notedOn: today, deletedAt: null })];
}

function interactionOf(contact: Contact, i: number, j: number, today: CalendarDate): Change[] {
  const interactionId = newId();
  return [
    insert('interaction', {
      id: interactionId,
      heldOn: addDays(today, -(((i * 7 + j * 37) % 365) + 5)),
      channel: CHANNELS[(i + j) % CHANNELS.length] ?? 'call',
      text: `talk ${j}`,
      minutes: null,
      startedBy: null,
      noAnswer: false,
      pitch: null,
      meeting: false,
      gatheringId: null,
      createdAt: `${today}T08:00:00.000Z`,
      deletedAt: null,
    }),
    insert('participant', { id: newId(), interactionId, contactId: contact.id, deletedAt: null }),
  ];
}
