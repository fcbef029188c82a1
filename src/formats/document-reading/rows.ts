import { apartId, apartOf } from '../../domain/apart.ts';
import type { TableName, Tables } from '../../domain/change.ts';
import { CONFIG } from '../../domain/config.ts';
import { addDays, type CalendarDate, isBirthday, isDay } from '../../domain/days/day.ts';
import { isNetError } from '../../domain/error.ts';
import { HAPPENED } from '../../domain/happened.ts';
import { DEFAULTS } from '../../domain/settings.ts';
import { type FieldShape, LONGEST_KEY, SHAPE, shapeOf } from '../../domain/shape.ts';
import { isToldJson } from '../told.ts';

/** A row of a document, checked: every field may be in the store. What it refers to need not be there. */
export type ReadRow = {
  readonly [T in TableName]: { readonly table: T; readonly row: Tables[T] };
}[TableName];

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SHORT = /^(?=.*[a-z])[0-9a-z]{4,32}$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

/** What remembers of which columns a table is made. */
const COLUMNS = /^columns [\w-]{27}$/;

/** How much of a value a reason shows. */
const SHOWN = 40;

export function isTableName(name: string): name is TableName {
  return Object.hasOwn(SHAPE, name);
}

/**
 * A value of JSON as a row of a table, or why it is none, in words for people. A field that it does not have is not known; `unknown` is told
 * of each that no table of this net has. What has happened cannot have happened after `today`, but for the day that it is elsewhere already.
 */
export function readRow(
  table: TableName,
  value: unknown,
  unknown: (field: string) => void,
  today: CalendarDate,
): ReadRow | { readonly reason: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { reason: `this is no row of ${table}: it is no object` };
  const given = value as Record<string, unknown>;
  const shapes = shapeOf(table);
  for (const field of Object.keys(given))
    if (field !== 'deletedAt' && !Object.hasOwn(shapes, field)) unknown(field);
  const row: Record<string, unknown> = {};
  for (const [field, shape] of Object.entries(shapes)) {
    const said = Object.hasOwn(given, field) ? given[field] : missing(shape);
    if (said === undefined) return { reason: `${table}.${field} is missing` };
    const reason = said === null ? (shape.orNull ? null : 'is missing') : wrong(shape, said);
    if (reason !== null) return { reason: `${table}.${field} ${reason}` };
    row[field] = said;
  }
  const read = { table, row: { ...row, deletedAt: null } } as unknown as ReadRow;
  const reason = odd(read) ?? toCome(read, addDays(today, 1));
  return reason === null ? read : { reason };
}

/** What a field is that an older net did not write. */
function missing(shape: FieldShape): unknown {
  if (shape.orNull) return null;
  return shape.is === 'flag' ? false : undefined;
}

/** Why a value cannot be in a field, or null. */
function wrong(shape: FieldShape, value: unknown): string | null {
  if (shape.is === 'flag') return typeof value === 'boolean' ? null : `is ${shown(value)}, not true or false`;
  if (shape.is === 'number') {
    const { least, most } = shape;
    const fits = Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
    return fits ? null : `is ${shown(value)}, not a whole number from ${least} to ${most}`;
  }
  if (typeof value !== 'string') return `is ${shown(value)}, not a text`;
  switch (shape.is) {
    case 'id':
    case 'reference':
      return UUID.test(value) ? null : `is ${shown(value)}, and no id`;
    case 'key':
      return value === '' || value.length > LONGEST_KEY ? `is ${shown(value)}, and no setting` : null;
    case 'short':
      return null;
    case 'day':
      return isDay(value) ? null : `is ${shown(value)}, and no day of the calendar`;
    case 'birthday':
      return isBirthday(value) ? null : `is ${shown(value)}, and no birthday`;
    case 'instant':
      return isDay(INSTANT.exec(value)?.[1] ?? '') ? null : `is ${shown(value)}, and no instant`;
    case 'word':
      return shape.words.includes(value) ? null : `is ${shown(value)}: it can be ${shape.words.join(', ')}`;
    case 'text':
      if (!value.isWellFormed()) return 'has half a character';
      if (value.length > shape.longest) return `has ${value.length} characters, more than ${shape.longest}`;
      return value.trim().length < shape.shortest ? 'is empty' : null;
  }
}

/** What is wrong with a row as a whole, or null. */
function odd({ table, row }: ReadRow): string | null {
  if (table === 'setting') return badSetting(row.id, row.value);
  if (table === 'recommendation' && row.contactId === row.toId) return 'nobody is recommended to themselves';
  if (table === 'source') {
    const named = [row.contactId, row.interactionId, row.exchangeId].filter((id) => id !== null);
    if (named.length !== 1) return 'a source is of one contact, interaction or exchange';
    if (row.contactId !== null && !isToldJson(row.imported))
      return 'source.imported is not what a file tells of somebody';
  }
  return null;
}

/** What of a row lies after the latest day that it can be of, or null. Of a contact it is left out where the row is taken in. */
function toCome({ table, row }: ReadRow, last: CalendarDate): string | null {
  if (table === 'contact') return null;
  const days = row as unknown as Readonly<Record<string, string | null>>;
  const field = HAPPENED[table]?.find((one) => (days[one] ?? '') > last);
  return field === undefined ? null : `${table}.${field} is ${days[field]}, which is still to come`;
}

/** A key that a newer net has written is passed over, as it is where settings are read. */
function badSetting(key: string, value: string): string | null {
  if (/^apart\b/.test(key)) return badApart(key, value);
  if (/^columns\b/.test(key)) return COLUMNS.test(key) ? null : `${shown(key)} names no columns of a table`;
  try {
    CONFIG.find((known) => known.key === key)?.read(DEFAULTS, value);
    return null;
  } catch (error) {
    if (isNetError(error)) return error.message;
    throw error;
  }
}

/** Two people are apart since a day. In any other order of their ids nobody would find it again. */
function badApart(key: string, value: string): string | null {
  const pair = apartOf(key);
  if (pair === null || !pair.every((id) => UUID.test(id)) || pair[0] === pair[1] || key !== apartId(...pair))
    return `${shown(key)} does not name two people, in the order of their ids`;
  return isDay(value) ? null : `setting.value is ${shown(value)}, and no day of the calendar`;
}

/** Whether a short id may be kept as it is. */
export function isShort(text: string): boolean {
  return SHORT.test(text);
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? '';
  return json.length <= SHOWN ? json : `${json.slice(0, SHOWN)}…`;
}
