import { type Change, insert, type Making, update } from '../change.ts';
import type { CalendarDate } from '../days/day.ts';
import { NetError } from '../error.ts';
import type { Exchange } from '../exchange.ts';
import type { ImportedExchange, ImportedTalk } from '../imported.ts';
import type { Interaction } from '../interaction.ts';
import { sourceOf } from './import.ts';
import { cut, LONGEST_TEXT } from './limits.ts';

/** A talk that came from the same place before: its row, who took part, and what was said of it. */
export interface KnownTalk {
  readonly interaction: Interaction;
  readonly contactIds: readonly string[];
  readonly source: { readonly id: string; readonly key: string; readonly imported: string };
}

/** The same of something given, received, asked or promised. */
export interface KnownExchange {
  readonly exchange: Exchange;
  readonly source: { readonly id: string; readonly imported: string };
}

/** Where a talk or exchange comes from: a digest of what its file calls it, and what it says, texts as digests. */
export interface ToldAs {
  readonly kind: string;
  readonly key: string;
  readonly digest: (text: string) => string;
}

/** No day of anybody alive is earlier. */
const EARLIEST = '1900-01-01';

/** A talk that a file tells of for the first time. Throws `rejected` for a day that cannot be. */
export function createTalk(
  talk: ImportedTalk,
  contactIds: readonly string[],
  { kind, key, digest }: ToldAs,
  making: Making,
): Change[] {
  const fields = fieldsOf(talk, making.today);
  const interaction: Interaction = {
    id: making.id(),
    ...fields,
    noAnswer: false,
    pitch: null,
    meeting: false,
    gatheringId: null,
    createdAt: making.now,
    deletedAt: null,
  };
  const { id: interactionId } = interaction;
  return [
    insert('interaction', interaction),
    ...contactIds.map((contactId) => takesPart(interactionId, contactId, making)),
    sourceOf({ interactionId }, kind, key, stored(fields, digest), making),
  ];
}

/**
 * The same where the talk is here: what the file says otherwise by now, where it still stands as the file had it, and who took part besides.
 * None where nothing is new.
 */
export function updateTalk(
  { interaction, contactIds: present, source }: KnownTalk,
  talk: ImportedTalk,
  contactIds: readonly string[],
  { key, digest }: ToldAs,
  making: Making,
): Change[] {
  const fields = fieldsOf(talk, making.today);
  const set = newlyTold(interaction, fields, source.imported, digest);
  const others = contactIds.filter((id) => !present.includes(id));
  return [
    ...(isEmpty(set) ? [] : [update('interaction', interaction.id, set)]),
    ...noted(source, stored(fields, digest)),
    ...(key === source.key ? [] : [update('source', source.id, { key })]),
    ...others.map((contactId) => takesPart(interaction.id, contactId, making)),
  ];
}

/** Whether a file told a talk of that day before. */
export function wasToldOf({ source }: KnownTalk, day: CalendarDate): boolean {
  return fieldsIn(source.imported).heldOn === day;
}

/** Something given, received, asked or promised that a file tells of for the first time. What was received long ago was thanked for. */
export function createExchange(
  told: ImportedExchange,
  contactId: string,
  { kind, key, digest }: ToldAs,
  making: Making,
): Change[] {
  const exchangeId = making.id();
  const fields = exchangeFields(told, making.today);
  return [
    insert('exchange', {
      id: exchangeId,
      contactId,
      interactionId: null,
      ...fields,
      kind: told.kind,
      droppedOn: null,
      thankedOn: told.kind === 'received' ? told.madeOn : told.outcome === 'helped' ? told.outcomeOn : null,
      fruit: null,
      fruitOn: null,
      fruitThankedOn: null,
      forwardOn: null,
      forwardsId: null,
      recommendationId: null,
      createdAt: making.now,
      deletedAt: null,
    }),
    sourceOf({ exchangeId }, kind, key, stored(fields, digest), making),
  ];
}

/** The same where it is here. What the user has settled since stands. */
export function updateExchange(
  { exchange, source }: KnownExchange,
  told: ImportedExchange,
  { digest }: ToldAs,
  making: Making,
): Change[] {
  const fields = exchangeFields(told, making.today);
  const set = newlyTold(exchange, fields, source.imported, digest);
  return [
    ...(isEmpty(set) ? [] : [update('exchange', exchange.id, set)]),
    ...noted(source, stored(fields, digest)),
  ];
}

/** What a file says of a row, as it is stored: texts as digests, since they may name people who are erased one day. */
function stored(fields: object, digest: ToldAs['digest']): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, kept(field, value, digest)])),
  );
}

function kept(field: string, value: unknown, digest: ToldAs['digest']): unknown {
  return field === 'text' && typeof value === 'string' ? digest(value) : value;
}

/** Three ways: what the file has changed, where the row is still as the file had it. */
function newlyTold<F extends object>(
  row: F,
  fields: F,
  imported: string,
  digest: ToldAs['digest'],
): Partial<F> {
  const before = fieldsIn(imported);
  const current = row as Readonly<Record<string, unknown>>;
  const changed = Object.entries(fields).filter(
    ([field, value]) =>
      kept(field, value, digest) !== before[field] && kept(field, current[field], digest) === before[field],
  );
  return Object.fromEntries(changed) as Partial<F>;
}

/** What was stored of a row. A document that was edited by hand may have anything there: then nothing of it is known. */
function fieldsIn(imported: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(imported);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function noted({ id, imported }: KnownExchange['source'], now: string): Change[] {
  return imported === now ? [] : [update('source', id, { imported: now })];
}

function isEmpty(set: object): boolean {
  return Object.keys(set).length === 0;
}

function takesPart(interactionId: string, contactId: string, { id }: Making): Change {
  return insert('participant', { id: id(), interactionId, contactId, deletedAt: null });
}

function fieldsOf({ heldOn, channel, text, minutes, startedBy }: ImportedTalk, today: CalendarDate) {
  refuseImpossible(heldOn, today);
  return { heldOn, channel, text: text === null ? null : cut(text, LONGEST_TEXT), minutes, startedBy };
}

function exchangeFields(told: ImportedExchange, today: CalendarDate) {
  const { text, type, madeOn, dueOn, keptOn, outcome, outcomeOn } = told;
  refuseImpossible(madeOn, today);
  return { text: cut(text, LONGEST_TEXT), type, madeOn, dueOn, keptOn, outcome, outcomeOn };
}

function refuseImpossible(day: CalendarDate, today: CalendarDate): void {
  if (day <= today && day >= EARLIEST) return;
  const why = day > today ? 'still to come' : 'too long ago';
  throw new NetError('rejected', `${day} is ${why}, so nothing can have happened then`);
}
