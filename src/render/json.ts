import type { Contact, ContactPoint, Note, Trait } from '../domain/contact.ts';
import type { Exchange } from '../domain/exchange.ts';
import type { Interaction } from '../domain/interaction.ts';
import type { Stage } from '../domain/person.ts';
import type { Recommendation } from '../domain/recommendation.ts';

type Json = Readonly<Record<string, unknown>>;

/** Somebody as other answers refer to them. `id` is what can be typed. */
export function whoJson({
  short,
  id,
  name,
}: Pick<Contact, 'short' | 'id' | 'name'>): Readonly<Record<'id' | 'uuid' | 'name', string>> {
  return { id: short, uuid: id, name };
}

/** Columns of a contact that are told in another way, or not at all. */
type Untold =
  | 'short'
  | 'grownOn'
  | 'keptOn'
  | 'movedOn'
  | 'viaId'
  | 'gatheringId'
  | 'targetId'
  | 'restedOn'
  | 'toldOn'
  | 'jobChangedOn'
  | 'createdAt'
  | 'deletedAt';

export function contactJson(
  contact: Contact,
  stage: Stage,
): Readonly<Record<Exclude<keyof Contact, Untold> | 'uuid', unknown>> {
  return {
    ...whoJson(contact),
    nickname: contact.nickname,
    org: contact.org,
    role: contact.role,
    city: contact.city,
    birthday: contact.birthday,
    askAbout: contact.askAbout,
    stage,
    movedTo: contact.movedTo,
    circle: contact.circle,
    everyDays: contact.everyDays,
    noScore: contact.noScore,
    origin: contact.origin,
    metOn: contact.metOn,
    lastOn: contact.lastOn,
    snoozedUntil: contact.snoozedUntil,
  };
}

export function interactionJson(interaction: Interaction): Json {
  const { heldOn, channel, text, minutes, startedBy, noAnswer, pitch, meeting } = interaction;
  return { on: heldOn, channel, text, minutes, startedBy, noAnswer, pitch, meeting };
}

export function exchangeJson(exchange: Exchange): Json {
  const {
    kind,
    text,
    type,
    madeOn,
    dueOn,
    keptOn,
    droppedOn,
    outcome,
    outcomeOn,
    thankedOn,
    fruit,
    fruitThankedOn,
    forwardOn,
  } = exchange;
  return {
    kind,
    text,
    type,
    on: madeOn,
    due: dueOn,
    keptOn,
    droppedOn,
    outcome,
    outcomeOn,
    thankedOn,
    fruit,
    fruitThankedOn,
    forwardOn,
  };
}

export function recommendationJson(recommendation: Recommendation): Json {
  const { text, madeOn, contactAgreedOn, toAgreedOn, introducedOn, outcome, outcomeOn } = recommendation;
  return { text, on: madeOn, contactAgreedOn, toAgreedOn, introducedOn, outcome, outcomeOn };
}

export function pointJson({ kind, value, label }: ContactPoint): Json {
  return { kind, value, label };
}

export function traitJson({ kind, text, notedOn }: Trait): Json {
  return { kind, text, on: notedOn };
}

export function noteJson({ notedOn, text }: Note): Json {
  return { on: notedOn, text };
}
