import { joined } from '../json/parts.ts';
import { type Point, pointFrom, uniquePoints } from '../json/points.ts';
import { textAt, type Value } from '../json/value.ts';
import { firstOf, oneLine } from '../people.ts';
import { type Buckets, type FieldType, type Kinds, propertiesOf, recordsOf } from './account.ts';

/** The ways to reach somebody; what is neither e-mail nor number nor address is a note. */
export function pointsOf(
  buckets: Buckets,
  { fieldTypes }: Kinds,
): { readonly points: readonly Point[]; readonly notes: readonly string[] } {
  const read = recordsOf(buckets, 'contact_field').flatMap((record) => {
    const field = propertiesOf(record);
    const data = textAt(field, 'data');
    return data === null ? [] : [pointOf(oneLine(data), fieldTypes.get(textAt(field, 'type') ?? '') ?? null)];
  });
  return {
    points: uniquePoints(read.filter((point) => typeof point !== 'string')),
    notes: read.filter((point) => typeof point === 'string'),
  };
}

/** The names that say no more than what is there anyway. */
const USUAL = /^(?:e-?mail|phone|website|url)$/i;

const NUMBERS = /^\+?[\d\s().-]{5,30}$/;

function pointOf(data: string, kind: FieldType | null): Point | string {
  const name = kind?.name ?? '';
  const label = USUAL.test(name) || name === '' ? null : name;
  const bare = data.replace(/^(?:mailto|tel):/i, '');
  const protocol = kind?.protocol ?? null;
  const handle = data.replace(/^@/, '');
  const point =
    kind?.type === 'email' || (kind?.type === null && protocol === 'mailto:')
      ? pointFrom('email', bare, label)
      : kind?.type === 'phone' || (kind?.type === null && protocol === 'tel:')
        ? pointFrom('phone', bare, label)
        : (pointFrom('url', data, label) ??
          (NUMBERS.test(data) ? pointFrom('phone', data, label) : null) ??
          (/^https?:\/\/\S+\/$/.test(protocol ?? '')
            ? pointFrom('url', `${protocol}${handle}`, label)
            : null) ??
          (kind === null ? pointFrom('email', bare, null) : null));
  return point ?? `${firstOf(name) ?? 'Contact'}: ${data}`;
}

/** The city of the first address that has one, and every address whole as a note. */
export function addressesOf(buckets: Buckets): {
  readonly city: string | null;
  readonly notes: readonly string[];
} {
  const addresses = recordsOf(buckets, 'address').map((record) => {
    const address = propertiesOf(record);
    const at = (name: string) => {
      const text = textAt(address, name);
      return text === null ? null : oneLine(text);
    };
    const [name, city] = [at('name'), at('city')];
    const whole = joined([at('street'), city, at('province'), at('postal_code'), at('country')], ', ');
    return { city, note: whole === null ? null : `Address${name === null ? '' : ` (${name})`}: ${whole}` };
  });
  return {
    city: firstOf(...addresses.map(({ city }) => city)),
    notes: addresses.flatMap(({ note }) => note ?? []),
  };
}

/** Whether Monica keeps a conversation by e-mail or otherwise, and what it calls that. */
export function fieldTypeOf(record: Value, { fieldTypes }: Kinds): FieldType | null {
  return fieldTypes.get(textAt(record, 'contact_field_type') ?? '') ?? null;
}
