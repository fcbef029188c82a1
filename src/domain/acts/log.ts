import { type Change, insert, type Making, update } from '../change.ts';
import type { Channel } from '../channel.ts';
import type { CalendarDate } from '../days/day.ts';
import type { Exchange, ExchangeKind, GiveType } from '../exchange.ts';
import type { Interaction, Side } from '../interaction.ts';
import { isEstablished, type Person } from '../person.ts';

/** What was given, received, asked or promised in a conversation. */
export interface Told {
  readonly kind: ExchangeKind;
  readonly text: string;
  readonly dueOn: CalendarDate | null;
  /** What kind of give it is, where that was said or shows. */
  readonly type?: GiveType | null;
  /** A promise: whether it answers a request of theirs. */
  readonly requested?: boolean;
  /** A give: the recommendation that it is. */
  readonly recommendationId?: string | null;
}

/** One time that people were in touch, as it is told. */
export interface Talk {
  readonly heldOn: CalendarDate;
  readonly channel: Channel;
  readonly text: string | null;
  readonly minutes: number | null;
  readonly startedBy: Side | null;
  readonly noAnswer: boolean;
  readonly pitch: Side | null;
  readonly gatheringId: string | null;
  readonly told: readonly Told[];
  readonly needs: readonly string[];
}

/** A plain touch on a day, to build on. */
export function touch(heldOn: CalendarDate, channel: Channel): Talk {
  return {
    heldOn,
    channel,
    text: null,
    minutes: null,
    startedBy: null,
    noAnswer: false,
    pitch: null,
    gatheringId: null,
    told: [],
    needs: [],
  };
}

export interface Logged {
  readonly changes: readonly Change[];
  readonly interaction: Interaction;
  readonly exchanges: readonly Exchange[];
  /** Growing people in whom something has now gone both ways: they are kept from here on. */
  readonly established: readonly Person[];
}

/** Logs a talk with some people: one interaction for all, and each exchange with each of them. */
export function logTalk(people: readonly Person[], talk: Talk, making: Making): Logged {
  const { told, needs, ...rest } = talk;
  const interaction: Interaction = {
    id: making.id(),
    ...rest,
    meeting: false,
    createdAt: making.now,
    deletedAt: null,
  };
  const exchanges = people.flatMap(({ contact }) =>
    told.map((exchange) => newExchange(contact.id, exchange, talk.heldOn, interaction.id, making)),
  );
  const established = people.filter((person) =>
    isNowEstablished(person, exchanges, talk.pitch === null ? 1 : 0),
  );
  return {
    interaction,
    exchanges,
    established,
    changes: [
      insert('interaction', interaction),
      ...people.map(({ contact }) =>
        insert('participant', {
          id: making.id(),
          interactionId: interaction.id,
          contactId: contact.id,
          deletedAt: null,
        }),
      ),
      ...exchanges.map((exchange) => insert('exchange', exchange)),
      ...people.flatMap(({ contact }) => needs.map((text) => newNeed(contact.id, text, talk.heldOn, making))),
      ...established.map(({ contact }) => keep(contact.id, contact.circle, making)),
    ],
  };
}

/** Notes an exchange on a day whose touch is logged already. */
export function noteExchange(
  person: Person,
  told: Told,
  madeOn: CalendarDate,
  making: Making,
): Omit<Logged, 'interaction'> {
  const exchange = newExchange(person.contact.id, told, madeOn, null, making);
  const established = isNowEstablished(person, [exchange], 0) ? [person] : [];
  const kept = established.map(({ contact }) => keep(contact.id, contact.circle, making));
  return { exchanges: [exchange], established, changes: [insert('exchange', exchange), ...kept] };
}

/** An exchange as it is made. What is received in a conversation counts as thanked for in it. */
function newExchange(
  contactId: string,
  { kind, text, dueOn, type = null, recommendationId = null }: Told,
  madeOn: CalendarDate,
  interactionId: string | null,
  { id, now }: Making,
): Exchange {
  return {
    id: id(),
    contactId,
    interactionId,
    kind,
    text,
    type,
    madeOn,
    dueOn,
    keptOn: null,
    droppedOn: null,
    outcome: null,
    outcomeOn: null,
    thankedOn: kind === 'received' ? madeOn : null,
    fruit: null,
    fruitOn: null,
    fruitThankedOn: null,
    forwardOn: null,
    forwardsId: null,
    recommendationId,
    createdAt: now,
    deletedAt: null,
  };
}

/** Whether a growing person is established once some exchanges and talks are added. Only those of theirs count. */
function isNowEstablished(person: Person, exchanges: readonly Exchange[], talks: number): boolean {
  if (person.contact.stage !== 'growing') return false;
  const own = exchanges.filter((exchange) => exchange.contactId === person.contact.id);
  const { summary } = person;
  const count = (kind: ExchangeKind) => own.filter((exchange) => exchange.kind === kind).length;
  return isEstablished({
    ...person,
    summary: {
      ...summary,
      talks: summary.talks + talks,
      given: summary.given + count('give'),
      received: summary.received + count('received'),
    },
  });
}

/** Growing is over: kept, in the active circle unless another was set. */
export function keep(contactId: string, circle: Person['contact']['circle'], { today }: Making): Change {
  return update('contact', contactId, { stage: 'kept', keptOn: today, circle: circle ?? 'active' });
}

function newNeed(contactId: string, text: string, notedOn: CalendarDate, { id }: Making): Change {
  return insert('trait', { id: id(), contactId, kind: 'need', text, notedOn, deletedAt: null });
}
