import { type ImportedPerson, NOTHING_TOLD } from '../../domain/imported.ts';
import { cadenceAt } from '../json/cadence.ts';
import { dayAt } from '../json/days.ts';
import { joined } from '../json/parts.ts';
import { flagAt, textAt, textsAt, type Value } from '../json/value.ts';
import { LONGEST_KEY, oneLine, unique } from '../people.ts';
import type { Given } from '../record.ts';
import { type Kinds, propertiesOf, recordsOf, spaced } from './account.ts';
import { addressesOf } from './fields.ts';
import type { Head } from './head.ts';
import { sayDate, specialDateAt } from './special-date.ts';

/** What is known of all contacts when one of them is read. */
export interface Others {
  readonly kinds: Kinds;
  readonly heads: ReadonlyMap<string, Head>;
  /** What relationships say of somebody, by their id. */
  readonly related: ReadonlyMap<string, readonly string[]>;
}

/** The person of a contact; `kept` are notes of what else Monica keeps of them. The key need not be unique yet. */
export function personOf(
  head: Head,
  kept: readonly string[],
  others: Others,
  { today }: Given,
): ImportedPerson {
  const { properties, buckets, record } = head;
  const name = head.name ?? '';
  const address = addressesOf(buckets);
  const met = metOf(head, others);
  const talkedOn = dayAt(properties, 'last_talked_to');
  const tags = textsAt(properties, 'tags').map(oneLine);
  const starred = flagAt(properties, 'is_starred') === true ? ['starred'] : [];
  const description = textAt(properties, 'description');
  const everyDays = cadenceAt(properties, 'stay_in_touch_frequency');
  return {
    ...NOTHING_TOLD,
    key: head.id ?? `name:${name.toLowerCase()}`,
    line: record.line,
    name,
    nickname: head.nickname,
    org: head.company === name ? null : head.company,
    role: oneText(properties, 'job'),
    city: address.city,
    birthday: head.birthdate?.known ?? null,
    points: head.points,
    traits: unique([...tags, ...starred]).map((text) => ({ kind: 'tag', text })),
    notes: unique([
      ...(description === null ? [] : [description]),
      ...notesIn(head),
      ...stateOf(head),
      ...labeled('Food', textAt(properties, 'food_preferences')),
      ...labeled('Gender', others.kinds.genders.get(textAt(properties, 'gender') ?? '') ?? null),
      ...(head.birthdate !== null && head.birthdate.known === null
        ? [`Born: ${sayDate(head.birthdate)}`]
        : []),
      ...met.notes,
      ...(others.related.get(head.id ?? '') ?? []),
      ...head.pointNotes,
      ...address.notes,
      ...petsIn(head),
      ...eventsIn(head, others.kinds),
      ...kept,
      ...(isPast(head)
        ? labeled('Stay in touch', everyDays === null ? null : `every ${everyDays} days`)
        : []),
      ...(talkedOn !== null && talkedOn > today ? [`Last talked to: ${talkedOn}`] : []),
    ]),
    metOn: met.on,
    lastOn: talkedOn !== null && talkedOn <= today ? talkedOn : null,
    everyDays: isPast(head) ? null : everyDays,
    via: met.via,
  };
}

/** When, where and through whom they were met. */
function metOf(
  { properties, id }: Head,
  { heads }: Others,
): Pick<ImportedPerson, 'via' | 'notes'> & { readonly on: ImportedPerson['metOn'] } {
  const date = specialDateAt(properties, 'first_met_date');
  const through = textAt(properties, 'first_met_through');
  const introducer = through === null || through === id ? undefined : heads.get(through);
  const isHere = through !== null && introducer?.kind === 'real';
  const isWhole = date !== null && date.known?.length === date.day.length;
  return {
    on: isWhole ? date.day : null,
    via: isHere ? through.slice(0, LONGEST_KEY) : null,
    notes: [
      ...(date === null || isWhole ? [] : [`Met: ${sayDate(date)}`]),
      ...(introducer === undefined || isHere ? [] : labeled('Met through', introducer.name)),
      // Monica's own export leaves these two out.
      ...labeled('Met at', textAt(properties, 'first_met_where')),
      ...labeled('How we met', textAt(properties, 'first_met_additional_info')),
    ],
  };
}

/** Those who have died or were put away are not to be tended any more. */
function isPast({ died, isDead, isArchived }: Head): boolean {
  return isDead || isArchived || died !== null;
}

function stateOf({ died, isDead, isArchived }: Head): readonly string[] {
  const gone = died === null ? (isDead ? 'the day is not known' : null) : sayDate(died);
  return [...labeled('Died', gone), ...(isArchived ? ['Archived in Monica'] : [])];
}

/** What was noted of them, each with its day. */
function notesIn({ buckets }: Head): readonly string[] {
  return recordsOf(buckets, 'note').flatMap((note) => {
    const body = textAt(propertiesOf(note), 'body');
    const day = dayAt(note, 'created_at');
    return body === null ? [] : [day === null ? body : `${day}: ${body}`];
  });
}

function petsIn({ buckets }: Head): readonly string[] {
  return recordsOf(buckets, 'pet').flatMap((record) => {
    const pet = propertiesOf(record);
    const [name, category] = [oneText(pet, 'name'), oneText(pet, 'category')];
    return labeled('Pet', name === null || category === null ? (name ?? category) : `${name} (${category})`);
  });
}

function eventsIn({ buckets }: Head, { lifeEventTypes }: Kinds): readonly string[] {
  return recordsOf(buckets, 'life_event').flatMap((record) => {
    const event = propertiesOf(record);
    const type = lifeEventTypes.get(textAt(event, 'type') ?? '') ?? null;
    const what = unique([type, oneText(event, 'name')].filter((text) => text !== null));
    const when = dayAt(event, 'happened_at');
    const told = joined([joined([when, ...what], ', '), textAt(event, 'note'), information(event)], ': ');
    return labeled('Life event', told);
  });
}

/** Further fields of a life event, which Monica keeps as JSON in a text: each with its type and value. */
function information(event: Value): string | null {
  const text = textAt(event, 'specific_information');
  if (text === null) return null;
  const fields = textFields(text);
  return fields === null
    ? text
    : joined(
        fields.map(([field, value]) => `${spaced(field)} ${value}`),
        ', ',
      );
}

function textFields(text: string): readonly (readonly [string, string])[] | null {
  try {
    const fields: unknown = JSON.parse(text);
    if (typeof fields !== 'object' || fields === null) return null;
    return Object.entries(fields).flatMap(([name, field]: [string, { value?: unknown } | null]) =>
      typeof field?.value === 'string' && field.value !== '' ? [[name, oneLine(field.value)] as const] : [],
    );
  } catch {
    return null;
  }
}

function oneText(of: Value, name: string): string | null {
  const text = textAt(of, name);
  return text === null ? null : oneLine(text);
}

function labeled(label: string, value: string | null): readonly string[] {
  return value === null || value === '' ? [] : [`${label}: ${value}`];
}
