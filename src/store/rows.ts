import type { TableName, Tables } from '../domain/change.ts';
import { type Db, type SqlValue, tuples } from './db.ts';

type Field = 'text' | 'number' | 'flag';

/** Every column of the user's tables, under the name that it has in the domain. */
export const FIELDS: { readonly [T in TableName]: { readonly [F in keyof Tables[T]]: Field } } = {
  target: {
    id: 'text',
    text: 'text',
    wanted: 'number',
    madeOn: 'text',
    doneOn: 'text',
    deletedAt: 'text',
  },
  network_group: {
    id: 'text',
    name: 'text',
    kind: 'text',
    joinedOn: 'text',
    fee: 'number',
    feePer: 'text',
    currency: 'text',
    renewsOn: 'text',
    trialUntil: 'text',
    why: 'text',
    reviewedOn: 'text',
    leftOn: 'text',
    createdAt: 'text',
    deletedAt: 'text',
  },
  observation: {
    id: 'text',
    groupId: 'text',
    kind: 'text',
    notedOn: 'text',
    text: 'text',
    createdAt: 'text',
    deletedAt: 'text',
  },
  recommendation: {
    id: 'text',
    contactId: 'text',
    toId: 'text',
    text: 'text',
    madeOn: 'text',
    contactAgreedOn: 'text',
    toAgreedOn: 'text',
    introducedOn: 'text',
    outcome: 'text',
    outcomeOn: 'text',
    createdAt: 'text',
    deletedAt: 'text',
  },
  contact: {
    id: 'text',
    short: 'text',
    name: 'text',
    nickname: 'text',
    org: 'text',
    role: 'text',
    city: 'text',
    birthday: 'text',
    askAbout: 'text',
    stage: 'text',
    grownOn: 'text',
    keptOn: 'text',
    movedOn: 'text',
    movedTo: 'text',
    restedOn: 'text',
    circle: 'text',
    everyDays: 'number',
    noScore: 'flag',
    origin: 'text',
    viaId: 'text',
    metOn: 'text',
    gatheringId: 'text',
    targetId: 'text',
    lastOn: 'text',
    snoozedUntil: 'text',
    toldOn: 'text',
    jobChangedOn: 'text',
    createdAt: 'text',
    deletedAt: 'text',
  },
  contact_point: {
    id: 'text',
    contactId: 'text',
    kind: 'text',
    value: 'text',
    label: 'text',
    deletedAt: 'text',
  },
  trait: { id: 'text', contactId: 'text', kind: 'text', text: 'text', notedOn: 'text', deletedAt: 'text' },
  note: { id: 'text', contactId: 'text', notedOn: 'text', text: 'text', deletedAt: 'text' },
  gathering: {
    id: 'text',
    name: 'text',
    heldOn: 'text',
    groupId: 'text',
    minutes: 'number',
    commute: 'number',
    cost: 'number',
    aim: 'text',
    worth: 'flag',
    text: 'text',
    deletedAt: 'text',
  },
  interaction: {
    id: 'text',
    heldOn: 'text',
    channel: 'text',
    text: 'text',
    minutes: 'number',
    startedBy: 'text',
    noAnswer: 'flag',
    pitch: 'text',
    meeting: 'flag',
    gatheringId: 'text',
    createdAt: 'text',
    deletedAt: 'text',
  },
  participant: { id: 'text', interactionId: 'text', contactId: 'text', deletedAt: 'text' },
  exchange: {
    id: 'text',
    contactId: 'text',
    interactionId: 'text',
    kind: 'text',
    text: 'text',
    type: 'text',
    madeOn: 'text',
    dueOn: 'text',
    keptOn: 'text',
    droppedOn: 'text',
    outcome: 'text',
    outcomeOn: 'text',
    thankedOn: 'text',
    fruit: 'text',
    fruitOn: 'text',
    fruitThankedOn: 'text',
    forwardOn: 'text',
    forwardsId: 'text',
    recommendationId: 'text',
    createdAt: 'text',
    deletedAt: 'text',
  },
  pause: { id: 'text', sinceDay: 'text', untilDay: 'text', deletedAt: 'text' },
  setting: { id: 'text', value: 'text', deletedAt: 'text' },
  source: {
    id: 'text',
    contactId: 'text',
    interactionId: 'text',
    exchangeId: 'text',
    kind: 'text',
    key: 'text',
    imported: 'text',
    deletedAt: 'text',
  },
  purged: { id: 'text', salt: 'text', hash: 'text', deletedAt: 'text' },
};

export const TABLE_NAMES = Object.keys(FIELDS) as TableName[];

/** `viaId` is stored as `via_id`. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The columns of a table, in the order in which `fromTuple` reads them. */
export function columnsOf(table: TableName, alias: string = table): string {
  return Object.keys(FIELDS[table])
    .map((field) => `${alias}.${columnOf(field)}`)
    .join(', ');
}

/** The fields of each table in the order of its columns, and which of them are flags: thousands of rows are read at once. */
const SHAPES = Object.fromEntries(
  TABLE_NAMES.map((table) => {
    const names = Object.keys(FIELDS[table]);
    const fields: Readonly<Record<string, Field>> = FIELDS[table];
    return [table, { names, flags: names.flatMap((name, i) => (fields[name] === 'flag' ? [i] : [])) }];
  }),
) as unknown as Readonly<
  Record<TableName, { readonly names: readonly string[]; readonly flags: readonly number[] }>
>;

/** A row selected with `columnsOf` as the domain's value; other columns may follow. */
export function fromTuple<T extends TableName>(table: T, tuple: readonly SqlValue[]): Tables[T] {
  const { names, flags } = SHAPES[table];
  const value: Record<string, unknown> = {};
  for (let i = 0; i < names.length; i++) value[names[i] as string] = tuple[i];
  for (const i of flags) if (tuple[i] !== null) value[names[i] as string] = tuple[i] === 1;
  return value as unknown as Tables[T];
}

/** How many columns a table has. */
export function widthOf(table: TableName): number {
  return Object.keys(FIELDS[table]).length;
}

/** One value of the domain as SQLite stores it. Throws on what has no place in a STRICT table. */
export function sqlOf(value: unknown): SqlValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new TypeError(`not a value for the file: ${String(value)}`);
}

/** Rows of a table as values of the domain. `rest` is what follows FROM: a WHERE, an ORDER BY. */
export function select<T extends TableName>(
  db: Db,
  table: T,
  rest: string,
  ...values: readonly SqlValue[]
): Tables[T][] {
  const rows = tuples(db, `SELECT ${columnsOf(table)} FROM ${table} ${rest}`, ...values);
  return rows.map((row) => fromTuple(table, row));
}
