import type { Known, Tools } from './face.ts';

/** The last digits of a number are the same however it is dialed. */
const TAIL = 7;

interface Dialed {
  readonly id: string;
  /** As it stands, and without its extension. */
  readonly written: string;
  readonly value: string;
  readonly digits: string;
  readonly extension: string;
}

/**
 * The numbers of everybody as they can be compared, with how they are written, by the contact's id: only those whose last digits somebody
 * else has too, so that few have to be taken apart.
 */
export function comparedNumbers(
  people: readonly Known[],
  { number }: Pick<Tools, 'number'>,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const dialed = people.flatMap(({ id, points }) =>
    points.filter(({ kind }) => kind === 'phone').flatMap(({ value }) => dialedOf(id, value)),
  );
  const compared = new Map<string, Map<string, string>>();
  for (const group of Map.groupBy(dialed, ({ digits }) => digits.slice(-TAIL)).values()) {
    const [first] = group;
    if (first === undefined || group.every(({ id }) => id === first.id)) continue;
    const isAlike = group.every(({ digits }) => digits === first.digits);
    const known = new Map<string, string>();
    for (const { id, written, value, digits, extension } of group) {
      const whole = known.get(value) ?? (isAlike ? digits : (number(value) ?? digits));
      known.set(value, whole);
      const own = compared.get(id) ?? new Map<string, string>();
      const key = extension === '' ? whole : `${whole} ${extension}`;
      if (!own.has(key)) own.set(key, written);
      compared.set(id, own);
    }
  }
  return compared;
}

/** Shorter ones are extensions and services, which everybody has. */
function dialedOf(id: string, value: string): Dialed[] {
  const [, main = value, extension = ''] =
    /^([^a-z#;]*)(?:;?ext?\.?=?|x|#)\s*(\d{1,8})\s*$/i.exec(value) ?? [];
  const digits = main.replace(/\D/g, '');
  return digits.length < TAIL ? [] : [{ id, written: value, value: main, digits, extension }];
}
