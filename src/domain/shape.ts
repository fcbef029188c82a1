import { LONGEST_NAME, LONGEST_TEXT } from './acts/limits.ts';
import type { TableName, Tables } from './change.ts';
import { CHANNELS } from './channel.ts';
import { CIRCLES, CONTACT_POINT_KINDS, ORIGINS, STORED_STAGES, TRAIT_KINDS } from './contact.ts';
import { EXCHANGE_KINDS, GIVE_TYPES, OUTCOMES } from './exchange.ts';
import { AIMS } from './groups/gathering.ts';
import { FEE_PERIODS, GROUP_KINDS, OBSERVATION_KINDS } from './groups/group.ts';

/** What a field may hold. */
export type FieldShape = {
  /** Whether it may be null: not known. */
  readonly orNull: boolean;
} & (
  | { readonly is: 'id' | 'key' | 'short' | 'day' | 'birthday' | 'instant' | 'flag' }
  | { readonly is: 'text'; readonly shortest: 0 | 1; readonly longest: number }
  | { readonly is: 'number'; readonly least: number; readonly most: number }
  | { readonly is: 'word'; readonly words: readonly string[] }
  /** The id of a row of another table, or of the same one. */
  | { readonly is: 'reference'; readonly to: TableName }
);

export type TableShape<T extends TableName> = {
  readonly [F in Exclude<keyof Tables[T], 'deletedAt'>]: FieldShape;
};

/** What net itself makes of a text may be longer than a text. */
const TEXT = 2 * LONGEST_TEXT;

/** What a file told of somebody, all notes included: room for thousands of the longest. */
export const LONGEST_TOLD = 6_000_000;

/** The longest name of a setting: two ids have room in it. */
export const LONGEST_KEY = 200;

const SIDES = ['me', 'them'];

/** More days, minutes, hundredths of a currency, or people to look for than anybody means. */
const MOST_DAYS = 36_500;
const MOST = 1_000_000_000;

const id: FieldShape = { is: 'id', orNull: false };
const day: FieldShape = { is: 'day', orNull: false };
const instant: FieldShape = { is: 'instant', orNull: false };
const flag: FieldShape = { is: 'flag', orNull: false };
const name: FieldShape = { is: 'text', shortest: 1, longest: LONGEST_NAME, orNull: false };
const text: FieldShape = { is: 'text', shortest: 1, longest: TEXT, orNull: false };

function number(least: number, most: number = MOST): FieldShape {
  return { is: 'number', least, most, orNull: false };
}

function word(words: readonly string[]): FieldShape {
  return { is: 'word', words, orNull: false };
}

function reference(to: TableName): FieldShape {
  return { is: 'reference', to, orNull: false };
}

function orNull(shape: FieldShape): FieldShape {
  return { ...orEmpty(shape), orNull: true };
}

function orEmpty(shape: FieldShape): FieldShape {
  return shape.is === 'text' ? { ...shape, shortest: 0 } : shape;
}

/** Every field of the user's tables, with what it may hold: the schema of the file says the same. */
export const SHAPE: { readonly [T in TableName]: TableShape<T> } = {
  target: { id, text: name, wanted: number(1), madeOn: day, doneOn: orNull(day) },
  network_group: {
    id,
    name,
    kind: word(GROUP_KINDS),
    joinedOn: day,
    fee: orNull(number(0)),
    feePer: orNull(word(FEE_PERIODS)),
    currency: orNull(name),
    renewsOn: orNull(day),
    trialUntil: orNull(day),
    why: orNull(text),
    reviewedOn: orNull(day),
    leftOn: orNull(day),
    createdAt: instant,
  },
  observation: {
    id,
    groupId: reference('network_group'),
    kind: word(OBSERVATION_KINDS),
    notedOn: day,
    text: orNull(text),
    createdAt: instant,
  },
  recommendation: {
    id,
    contactId: reference('contact'),
    toId: reference('contact'),
    text: orNull(text),
    madeOn: day,
    contactAgreedOn: orNull(day),
    toAgreedOn: orNull(day),
    introducedOn: orNull(day),
    outcome: orNull(word(OUTCOMES)),
    outcomeOn: orNull(day),
    createdAt: instant,
  },
  contact: {
    id,
    short: { is: 'short', orNull: false },
    name,
    nickname: orNull(name),
    org: orNull(name),
    role: orNull(name),
    city: orNull(name),
    birthday: { is: 'birthday', orNull: true },
    askAbout: orNull(text),
    stage: word(STORED_STAGES),
    grownOn: orNull(day),
    keptOn: orNull(day),
    movedOn: orNull(day),
    movedTo: orNull(name),
    restedOn: orNull(day),
    circle: orNull(word(CIRCLES)),
    everyDays: orNull(number(1, MOST_DAYS)),
    noScore: flag,
    origin: orNull(word(ORIGINS)),
    viaId: orNull(reference('contact')),
    metOn: orNull(day),
    gatheringId: orNull(reference('gathering')),
    targetId: orNull(reference('target')),
    lastOn: orNull(day),
    snoozedUntil: orNull(day),
    toldOn: orNull(day),
    jobChangedOn: orNull(day),
    createdAt: instant,
  },
  contact_point: {
    id,
    contactId: reference('contact'),
    kind: word(CONTACT_POINT_KINDS),
    value: text,
    label: orNull(text),
  },
  trait: { id, contactId: reference('contact'), kind: word(TRAIT_KINDS), text, notedOn: day },
  note: { id, contactId: reference('contact'), notedOn: day, text },
  gathering: {
    id,
    name,
    heldOn: orNull(day),
    groupId: orNull(reference('network_group')),
    minutes: orNull(number(0)),
    commute: orNull(number(0)),
    cost: orNull(number(0)),
    aim: orNull(word(AIMS)),
    worth: orNull(flag),
    text: orNull(text),
  },
  interaction: {
    id,
    heldOn: day,
    channel: word(CHANNELS),
    text: orNull(text),
    minutes: orNull(number(0)),
    startedBy: orNull(word(SIDES)),
    noAnswer: flag,
    pitch: orNull(word(SIDES)),
    meeting: flag,
    gatheringId: orNull(reference('gathering')),
    createdAt: instant,
  },
  participant: { id, interactionId: reference('interaction'), contactId: reference('contact') },
  exchange: {
    id,
    contactId: reference('contact'),
    interactionId: orNull(reference('interaction')),
    kind: word(EXCHANGE_KINDS),
    text,
    type: orNull(word(GIVE_TYPES)),
    madeOn: day,
    dueOn: orNull(day),
    keptOn: orNull(day),
    droppedOn: orNull(day),
    outcome: orNull(word(OUTCOMES)),
    outcomeOn: orNull(day),
    thankedOn: orNull(day),
    fruit: orNull(text),
    fruitOn: orNull(day),
    fruitThankedOn: orNull(day),
    forwardOn: orNull(day),
    forwardsId: orNull(reference('exchange')),
    recommendationId: orNull(reference('recommendation')),
    createdAt: instant,
  },
  pause: { id, sinceDay: day, untilDay: orNull(day) },
  setting: { id: { is: 'key', orNull: false }, value: orEmpty(text) },
  source: {
    id,
    contactId: orNull(reference('contact')),
    interactionId: orNull(reference('interaction')),
    exchangeId: orNull(reference('exchange')),
    kind: orEmpty(name),
    key: orEmpty(text),
    imported: { is: 'text', shortest: 0, longest: LONGEST_TOLD, orNull: false },
  },
  purged: { id, salt: orEmpty(name), hash: orEmpty(name) },
};

/** The fields of a table with what each may hold, by their names. */
export function shapeOf(table: TableName): Readonly<Record<string, FieldShape>> {
  return SHAPE[table];
}

/** The fields of a table that name rows of another one. */
export function referencesOf(
  table: TableName,
): readonly { readonly field: string; readonly to: TableName; readonly orNull: boolean }[] {
  return Object.entries(shapeOf(table)).flatMap(([field, shape]) =>
    shape.is === 'reference' ? { field, to: shape.to, orNull: shape.orNull } : [],
  );
}
