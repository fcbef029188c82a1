import { NetError } from '../../domain/error.ts';
import type { JsonDocument } from '../json/document.ts';
import { listAt, objectAt, objectOf, objectsAt, textAt, textOf, type Value, valueAt } from '../json/value.ts';

/** What a record holds, by kind: `note`, `call`, `contact_field` and so on. Kinds without any are not in the file. */
export type Buckets = ReadonlyMap<string, readonly Value[]>;

/** The kinds of things that records point to by uuid, each with what is said of it. */
export interface Kinds {
  readonly fieldTypes: ReadonlyMap<string, FieldType>;
  readonly genders: ReadonlyMap<string, string>;
  readonly activityTypes: ReadonlyMap<string, string>;
  readonly lifeEventTypes: ReadonlyMap<string, string>;
}

/** A kind of way to reach somebody: `Facebook`, with what stands in front of a name there. */
export interface FieldType {
  readonly name: string;
  readonly type: string | null;
  readonly protocol: string | null;
}

/** An account that has been opened. */
export interface Account {
  readonly buckets: Buckets;
  readonly kinds: Kinds;
  readonly journal: number;
  /** The contacts that are the users themselves. */
  readonly own: ReadonlySet<string>;
}

/** The account in an export. Throws `rejected` where there is none. */
export function openAccount({ root }: JsonDocument): Account {
  const account = objectOf(valueAt(root, 'account'));
  if (account === null) {
    const hint = 'in Monica 4, export your data as JSON under Settings, Export data';
    throw new NetError('rejected', 'there is no account in this file', hint);
  }
  const buckets = bucketsOf(account);
  const instance = objectAt(account, 'instance');
  const properties = objectAt(account, 'properties');
  return {
    buckets,
    kinds: {
      fieldTypes: new Map(
        kindsIn(instance, 'contact_field_types').map(([id, kind]) => [id, fieldType(kind)]),
      ),
      genders: namesIn(instance, 'genders'),
      activityTypes: namesIn(instance, 'activity_types'),
      lifeEventTypes: namesIn(instance, 'life_event_types'),
    },
    journal: properties === null ? 0 : listAt(properties, 'journal_entries').length,
    own: new Set(
      (buckets.get('user') ?? []).flatMap((user) => textAt(propertiesOf(user), 'me_contact') ?? []),
    ),
  };
}

/** What a record says of itself; of one that says nothing, an empty object. */
export function propertiesOf(record: Value): Value {
  return objectAt(record, 'properties') ?? { ...valueAt(record, 'properties'), value: {} };
}

/** The records in a record, by kind. */
export function bucketsOf(record: Value): Buckets {
  const buckets = new Map<string, Value[]>();
  for (const bucket of objectsAt(record, 'data')) {
    const kind = singular(textAt(bucket, 'type') ?? 'thing without a type');
    const values = buckets.get(kind) ?? [];
    buckets.set(kind, values);
    for (const value of listAt(bucket, 'values')) values.push(value);
  }
  return buckets;
}

/** The records of one kind. */
export function recordsOf(buckets: Buckets, kind: string): readonly Value[] {
  return (buckets.get(kind) ?? []).flatMap((value) => objectOf(value) ?? []);
}

/** The ids of the records of one kind, of which only ids are given. */
export function idsOf(buckets: Buckets, kind: string): readonly string[] {
  return (buckets.get(kind) ?? []).flatMap((value) => textOf(value) ?? []);
}

/** A word of Monica as people write it: `new_job`. */
export function spaced(text: string): string {
  return text.replaceAll('_', ' ');
}

/** Monica names kinds in the singular; others that write its format do not always. */
function singular(kind: string): string {
  return kind
    .replace(/ies$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/([^s])s$/, '$1');
}

function kindsIn(instance: Value | null, list: string): readonly (readonly [string, Value])[] {
  if (instance === null) return [];
  return objectsAt(instance, list).map((kind) => [textAt(kind, 'uuid') ?? '', propertiesOf(kind)]);
}

function namesIn(instance: Value | null, list: string): ReadonlyMap<string, string> {
  return new Map(
    kindsIn(instance, list).map(([id, kind]) => [
      id,
      textAt(kind, 'name') ?? spaced(textAt(kind, 'translation_key') ?? ''),
    ]),
  );
}

function fieldType(kind: Value): FieldType {
  return { name: textAt(kind, 'name') ?? '', type: textAt(kind, 'type'), protocol: textAt(kind, 'protocol') };
}
