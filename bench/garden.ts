import type { Change } from '../src/domain/change.ts';
import { insert } from '../src/domain/change.ts';
import { CHANNELS } from '../src/domain/channel.ts';
import { CIRCLES, type Contact } from '../src/domain/contact.ts';
import { addDays, type Birthday, type CalendarDate } from '../src/domain/day.ts';
import { newId } from '../src/host/ids.ts';
import { closeFile, openFile } from '../src/store/open.ts';
import { writeChanges } from '../src/store/operation.ts';

/**
 * How large a made-up network is. One contact in twenty is kept; one in three has a birthday, one in five something that they need,
 * offer or care about; a few are owed something.
 */
export interface Size {
  readonly contacts: number;
  readonly interactionsEach: number;
}

const FIRST =
  'Ana Ben Carla Dele Eva Farid Greta Hugo Ines Jonas Kemi Lars Mara Noor Olga Pia Quim Rosa Sam Tara'.split(
    ' ',
  );
const LAST =
  'Silva Okoye Ruiz Berg Costa Demir Haas Ito Jansen Kaya Lopes Marino Novak Owusu Patel Rossi Sato'.split(
    ' ',
  );

/** Fills a new file with a made-up network that is the same each time. */
export async function makeGarden(
  path: string,
  { contacts, interactionsEach }: Size,
  today: CalendarDate,
): Promise<void> {
  const db = await openFile(path, { access: 'create', machine: newId });
  const changes: Change[] = [];
  for (let i = 0; i < contacts; i++) {
    const contact = contactOf(i, today);
    changes.push(insert('contact', contact));
    changes.push(...traitsOf(contact, i, today), ...exchangesOf(contact, i, today));
    for (let j = 0; j < interactionsEach; j++) changes.push(...interactionOf(contact, i, j, today));
  }
  writeChanges(db, { id: newId(), at: `${today}T08:00:00.000Z`, command: 'import' }, () => ({ changes }));
  closeFile(db);
}

function contactOf(i: number, today: CalendarDate): Contact {
  const id = newId();
  const kept = i % 20 === 0;
  return {
    id,
    short: id.slice(-8),
    name: `${FIRST[i % FIRST.length]} ${LAST[Math.floor(i / FIRST.length) % LAST.length]} ${i}`,
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
    circle: kept ? (CIRCLES[(i / 20) % CIRCLES.length] ?? 'active') : null,
    everyDays: null,
    noScore: false,
    origin: 'event',
    viaId: null,
    metOn: addDays(today, -500),
    gatheringId: null,
    lastOn: null,
    snoozedUntil: null,
    toldOn: null,
    jobChangedOn: null,
    createdAt: `${today}T08:00:00.000Z`,
    deletedAt: null,
  };
}

const WANTED = ['a designer', 'grant reviews', 'a flat in Porto', 'climbing', 'rust', 'choir'];

function traitsOf({ id: contactId }: Contact, i: number, today: CalendarDate): Change[] {
  if (i % 5 !== 0) return [];
  const kind = (['need', 'offer', 'interest'] as const)[(i / 5) % 3] ?? 'interest';
  const text = `${WANTED[i % WANTED.length]} ${i % 50}`;
  return [insert('trait', { id: newId(), contactId, kind, text, notedOn: today, deletedAt: null })];
}

/** Of the people who are kept, one in twenty is owed a promise, and one in twenty was asked for something nine days ago. */
function exchangesOf({ id: contactId }: Contact, i: number, today: CalendarDate): Change[] {
  const kind = i % 400 === 0 ? 'promise' : i % 400 === 200 ? 'ask' : null;
  if (kind === null) return [];
  return [
    insert('exchange', {
      id: newId(),
      contactId,
      interactionId: null,
      kind,
      text: 'an hour of help',
      madeOn: addDays(today, -9),
      dueOn: kind === 'promise' ? addDays(today, (i % 30) - 10) : null,
      keptOn: null,
      droppedOn: null,
      outcome: null,
      outcomeOn: null,
      thankedOn: null,
      fruit: null,
      fruitOn: null,
      fruitThankedOn: null,
      createdAt: `${today}T08:00:00.000Z`,
      deletedAt: null,
    }),
  ];
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
