import type { Reject } from '../record.ts';

/**
 * A value somewhere in a JSON document. Read it with the functions here: they take no value of another type for what is asked, and note
 * what is wrong as a reject instead. Names such as `__proto__` are names like all others.
 */
export interface Value {
  readonly value: unknown;
  /** Where it stands, as `account.data[1].values`. */
  readonly path: string;
  /** The line of the record that it belongs to. */
  readonly line: number;
  readonly source: Source;
}

/** What all values of a document share. */
export interface Source {
  /** The lines on which records begin, by their ids. */
  readonly lines: ReadonlyMap<string, number>;
  /** The name under which a record has its id. */
  readonly id: string;
  readonly reject: (reject: Reject) => void;
}

/** What a file may have of values of a wrong type before the rest of them goes untold. */
const MOST_REJECTS = 1000;
const LONGEST_PATH = 200;

/** A place for rejects: `take` gives those that came since, and no more than a thousand in all. */
export function rejectedValues(): {
  readonly reject: Source['reject'];
  readonly take: () => readonly Reject[];
} {
  let waiting: Reject[] = [];
  let count = 0;
  return {
    reject: (reject) => {
      count++;
      if (count <= MOST_REJECTS) waiting.push(reject);
      else if (count === MOST_REJECTS + 1)
        waiting.push({
          line: reject.line,
          reason: 'there are more such values from here on; they are not listed',
        });
    },
    take: () => {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}

/** What an object says under a name; undefined within where it says nothing. */
export function valueAt(of: Value, name: string): Value {
  const own = isObject(of.value) && Object.hasOwn(of.value, name) ? of.value[name] : undefined;
  return { ...of, value: own, path: of.path === '' ? name : `${of.path}.${name}` };
}

/** A text, or null where there is none or it is empty. */
export function textAt(of: Value, name: string): string | null {
  return textOf(valueAt(of, name));
}

export function textOf(of: Value): string | null {
  if (isMissing(of)) return null;
  if (typeof of.value !== 'string') return wrong(of, 'a text');
  return of.value.trim() === '' ? null : of.value.trim();
}

/** A number; also one that is written as a text. */
export function numberAt(of: Value, name: string): number | null {
  const found = valueAt(of, name);
  if (isMissing(found) || found.value === '') return null;
  const { value } = found;
  const number =
    typeof value === 'string' && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' ? number : wrong(found, 'a number');
}

/** Yes or no; also 1 and 0, as databases write it. */
export function flagAt(of: Value, name: string): boolean | null {
  const found = valueAt(of, name);
  if (isMissing(found)) return null;
  if (typeof found.value === 'boolean') return found.value;
  return found.value === 1 || found.value === 0 ? found.value === 1 : wrong(found, 'true or false');
}

/** An object, or null where there is none. */
export function objectAt(of: Value, name: string): Value | null {
  return objectOf(valueAt(of, name));
}

export function objectOf(of: Value): Value | null {
  if (isMissing(of)) return null;
  if (!isObject(of.value)) return wrong(of, 'an object');
  const id = Object.hasOwn(of.value, of.source.id) ? of.value[of.source.id] : undefined;
  const line = typeof id === 'string' ? of.source.lines.get(id) : undefined;
  return line === undefined ? of : { ...of, line };
}

/** The values of a list; none where there is no list. PHP writes a list with holes as an object of numbers. */
export function listAt(of: Value, name: string): readonly Value[] {
  const found = valueAt(of, name);
  if (isMissing(found)) return [];
  const { value } = found;
  const items = Array.isArray(value)
    ? value
    : isObject(value) && isNumbered(value)
      ? Object.values(value)
      : null;
  if (items === null) return wrong(found, 'a list') ?? [];
  return items.map((item: unknown, i) => ({ ...found, value: item, path: `${found.path}[${i}]` }));
}

/** The objects of a list. */
export function objectsAt(of: Value, name: string): readonly Value[] {
  return listAt(of, name).flatMap((item) => objectOf(item) ?? []);
}

/** The texts of a list. */
export function textsAt(of: Value, name: string): readonly string[] {
  return listAt(of, name).flatMap((item) => textOf(item) ?? []);
}

/** Notes that a value cannot be used and why, and gives null in its stead. */
export function unusable(of: Value, why: string): null {
  const path = of.path.length > LONGEST_PATH ? `…${of.path.slice(-LONGEST_PATH)}` : of.path;
  of.source.reject({ line: of.line, reason: `${path === '' ? 'the file' : path} ${why}` });
  return null;
}

function wrong(of: Value, wanted: string): null {
  return unusable(of, `is ${kindOf(of.value)} where ${wanted} should be`);
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return typeof value === 'string' ? 'a text' : 'a number';
}

function isMissing({ value }: Value): boolean {
  return value === undefined || value === null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNumbered(value: Record<string, unknown>): boolean {
  return Object.keys(value).every((name) => /^\d{1,9}$/.test(name));
}
