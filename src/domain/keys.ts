/** The keys of a record, typed: a list of names from which the compiler lets none be missing. */
export function keysOf<K extends string>(record: Readonly<Record<K, true>>): readonly K[] {
  return Object.keys(record) as K[];
}
