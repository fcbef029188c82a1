import type { Db } from '../../store/db.ts';
import { type OtherRecord, recordsUnder } from '../../store/sources.ts';
import { baseOf, scopeOf } from './scope.ts';

/** A record of somebody, under a key like the one that is looked for. */
export interface Like extends OtherRecord {
  readonly contactId: string;
}

/** The records under a made-up key, whatever number and file follow it. */
export interface Likes {
  readonly all: readonly Like[];
  readonly bySaid: ReadonlyMap<string, readonly Like[]>;
  readonly byKey: ReadonlyMap<string, Like>;
}

/** As they are when a key is first met: what the file makes itself need not be known. Those of one alone are quickly read again. */
export function readLikes(db: Db, kind: string): (key: string) => Likes {
  const read = new Map<string, Likes>();
  const none: Likes = { all: [], bySaid: new Map(), byKey: new Map() };
  return (key) => {
    const base = baseOf(key);
    const before = read.get(base);
    if (before !== undefined) return before;
    const all = recordsUnder(db, kind, base);
    const bySaid = Map.groupBy(all, ({ imported }) => imported);
    const likes = all.length === 0 ? none : { all, bySaid, byKey: new Map(all.map((one) => [one.key, one])) };
    if (all.length !== 1) read.set(base, likes);
    return likes;
  };
}

/** Records that are no row's, by their files: of very many with one name none is looked at twice. */
export interface LeftOver {
  readonly add: (record: Like) => void;
  readonly take: (record: OtherRecord) => void;
  readonly inFileOf: (key: string) => Like | undefined;
  readonly inAny: () => Like | undefined;
}

export function leftOver(records: Iterable<Like>): LeftOver {
  const byFile = new Map<string, Map<string, Like>>();
  const firstIn = (some: ReadonlyMap<string, Like> | undefined): Like | undefined =>
    some?.values().next().value;
  const add = (record: Like) => {
    const file = scopeOf(record.key);
    const some = byFile.get(file) ?? new Map<string, Like>();
    byFile.set(file, some.set(record.id, record));
  };
  for (const record of records) add(record);
  return {
    add,
    take: ({ id, key }) => {
      const some = byFile.get(scopeOf(key));
      some?.delete(id);
      if (some?.size === 0) byFile.delete(scopeOf(key));
    },
    inFileOf: (key) => firstIn(byFile.get(scopeOf(key))),
    inAny: () => firstIn(byFile.values().next().value),
  };
}
