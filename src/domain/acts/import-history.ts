import { type Change, insert, type Making, update } from '../change.ts';
import type { CalendarDate } from '../days/day.ts';
import { NetError } from '../error.ts';
import type { ImportedExchange, ImportedTalk } from '../imported.ts';
import type { Interaction } from '../interaction.ts';
import { sourceOf } from './import.ts';
import { cut, LONGEST_TEXT } from './limits.ts';

/** A talk that came from the same place before: its row, who took part, and the digest of what was said of it. */
export interface KnownTalk {
  readonly interaction: Interaction;
  readonly contactIds: readonly string[];
  readonly source: { readonly id: string; readonly imported: string };
}

/** Where a talk or exchange comes from: digests of what its file calls it, and of what it says. */
export interface ToldAs {
  readonly kind: string;
  readonly key: string;
  readonly imported: string;
}

/** No day of anybody alive is earlier. */
const EARLIEST = '1900-01-01';

/** A talk that a file tells of for the first time. Throws `rejected` for a day that cannot be. */
export function createTalk(
  talk: ImportedTalk,
  contactIds: readonly string[],
  { kind, key, imported }: ToldAs,
  making: Making,
): Change[] {
  const interaction: Interaction = {
    id: making.id(),
    ...fieldsOf(talk, making.today),
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
    sourceOf({ interactionId }, kind, key, imported, making),
  ];
}

/** The same where the talk is here: what the file says otherwise by now, and who took part besides. None where nothing is new. */
export function updateTalk(
  known: KnownTalk,
  talk: ImportedTalk,
  contactIds: readonly string[],
  imported: string,
  making: Making,
): Change[] {
  const { interaction, source } = known;
  const others = contactIds.filter((id) => !known.contactIds.includes(id));
  return [
    ...(source.imported === imported
      ? []
      : [
          update('interaction', interaction.id, fieldsOf(talk, making.today)),
          update('source', source.id, { imported }),
        ]),
    ...others.map((contactId) => takesPart(interaction.id, contactId, making)),
  ];
}

/** Something given, received, asked or promised that a file tells of for the first time. What was received long ago was thanked for. */
export function createExchange(
  told: ImportedExchange,
  contactId: string,
  { kind, key, imported }: ToldAs,
  making: Making,
): Change[] {
  const exchangeId = making.id();
  return [
    insert('exchange', {
      id: exchangeId,
      contactId,
      interactionId: null,
      ...exchangeFields(told, making.today),
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
    sourceOf({ exchangeId }, kind, key, imported, making),
  ];
}

/** The same where it is here and the file says something else of it by now. */
export function updateExchange(
  exchangeId: string,
  sourceId: string,
  told: ImportedExchange,
  imported: string,
  making: Making,
): Change[] {
  return [
    update('exchange', exchangeId, exchangeFields(told, making.today)),
    update('source', sourceId, { imported }),
  ];
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
