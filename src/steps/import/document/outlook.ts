import { apartOf } from '../../../domain/apart.ts';
import type { TableName } from '../../../domain/change.ts';
import type { CalendarDate } from '../../../domain/days/day.ts';
import { referencesOf } from '../../../domain/shape.ts';
import type { ReadRow } from '../../../formats/document-reading/rows.ts';
import { type DocumentPart, readDocument } from '../../../formats/document-reading.ts';
import type { Reject, SourceFile } from '../../../formats/record.ts';
import type { Db } from '../../../store/db.ts';
import { erasedBefore } from '../../../store/purged.ts';
import { type RowState, rowStates } from '../../../store/taking.ts';

/** The tables that others refer to. */
const REFERRED_TO = [
  'target',
  'network_group',
  'gathering',
  'contact',
  'interaction',
  'recommendation',
  'exchange',
] as const satisfies readonly TableName[];

/** A row that others may refer to. */
interface Entry {
  readonly state: RowState;
  /** What it refers to, field by field as `referencesOf` lists them. */
  readonly references: readonly (string | null)[];
  /** Whether it is here in the end; null until it was asked. */
  comes: boolean | null;
}

/** What taking a document in will come to, known before anything is written. */
export interface Outlook {
  readonly rejects: readonly Reject[];
  /** Tables and fields that this net does not know, each with how often it was met. */
  readonly unknown: ReadonlyMap<string, number>;
  /** Which rows, counted from 0, have an id that was met before. */
  readonly repeated: ReadonlySet<number>;
  readonly stateOf: (table: TableName, id: string) => RowState;
  /** Whether a row will be here: it is already, or it comes in. */
  readonly comes: (table: TableName, id: string) => boolean;
  /** Whether a row that is not here yet has all that it cannot do without. */
  readonly canCome: (row: ReadRow) => boolean;
  /** Whether a row is left out because somebody was erased: it is theirs, or cannot do without what is. */
  readonly isErased: (table: TableName, id: string) => boolean;
  /** Those who were erased and stay out. */
  readonly erased: readonly { readonly line: number; readonly name: string }[];
  /** The contacts who would have introduced one another in a circle: they come in without. */
  readonly circular: ReadonlySet<string>;
}

/** Reads a document once for the ids in it, and what refers to what. */
export function outlookOn(db: Db, file: SourceFile, today: CalendarDate): Outlook {
  const rejects: Reject[] = [];
  const unknown = new Map<string, number>();
  const repeated = new Set<number>();
  const seen = new Map<TableName, Set<string>>();
  const entries = new Map<TableName, Map<string, Entry>>(REFERRED_TO.map((table) => [table, new Map()]));
  const stored = rowStates(db);
  const erasing = erasure(db);
  let index = 0;
  for (const part of readDocument(file, today)) {
    if ('reject' in part) rejects.push(part.reject);
    else if ('unknown' in part) unknown.set(part.unknown, (unknown.get(part.unknown) ?? 0) + 1);
    else {
      const ids = seen.get(part.table) ?? new Set();
      seen.set(part.table, ids);
      if (ids.has(part.row.id)) {
        repeated.add(index);
        rejects.push({ line: part.line, reason: `another row of ${part.table} has the id ${part.row.id}` });
      } else {
        ids.add(part.row.id);
        const known = entries.get(part.table);
        const state = known === undefined ? null : stored(part.table, part.row.id);
        if (known !== undefined && state !== null)
          known.set(part.row.id, { state, references: referencesIn(part), comes: null });
        erasing.look(part, state);
      }
      index++;
    }
  }
  const { erased, isTheirs } = erasing.found(entries);
  const comes = (table: TableName, id: string): boolean => {
    const entry = entries.get(table)?.get(id);
    if (entry === undefined) return stored(table, id) === 'here';
    entry.comes ??= decide(table, id, entry);
    return entry.comes;
  };
  const decide = (table: TableName, id: string, { state, references }: Entry): boolean => {
    if (state === 'here' || state === 'deleted') return state === 'here';
    return !isTheirs(table, id) && haveAll(table, references);
  };
  // A source is of one of three: whichever it names it cannot do without.
  const haveAll = (table: TableName, references: Entry['references']): boolean =>
    referencesOf(table).every(({ to, orNull }, i) => {
      const named = references[i] ?? null;
      return named === null ? orNull : (orNull && table !== 'source') || comes(to, named);
    });
  const isErased = (table: TableName, id: string): boolean => {
    if (isTheirs(table, id)) return true;
    const references = entries.get(table)?.get(id)?.references ?? [];
    return referencesOf(table).some(({ to, orNull }, i) => {
      const named = references[i] ?? null;
      return !orNull && named !== null && isTheirs(to, named);
    });
  };
  return {
    rejects,
    unknown,
    repeated,
    stateOf: (table, id) => entries.get(table)?.get(id)?.state ?? stored(table, id),
    comes,
    canCome: (read) => neededBy(read).every(({ to, id }) => comes(to, id)),
    isErased,
    erased,
    circular: circlesAmong(entries.get('contact') ?? new Map()),
  };
}

/** The ids that a row refers to, in the order of `referencesOf`. */
export function referencesIn({ table, row }: ReadRow): readonly (string | null)[] {
  const fields = row as unknown as Readonly<Record<string, string | null>>;
  return referencesOf(table).map(({ field }) => fields[field] ?? null);
}

/** What a row cannot do without: of a source whichever of three it names, of two people who are known to be two both of them. */
export function neededBy(
  read: ReadRow,
): readonly { readonly field: string; readonly to: TableName; readonly id: string }[] {
  if (read.table === 'setting')
    return (apartOf(read.row.id) ?? []).map((id) => ({ field: 'id', to: 'contact', id }));
  const names = referencesIn(read);
  return referencesOf(read.table).flatMap(({ field, to, orNull }, i) => {
    const id = names[i] ?? null;
    return id === null || (orNull && read.table !== 'source') ? [] : { field, to, id };
  });
}

/** Who would have been introduced by somebody whom they introduced themselves: one of each circle. */
function circlesAmong(contacts: ReadonlyMap<string, Entry>): Set<string> {
  const at = referencesOf('contact').findIndex(({ field }) => field === 'viaId');
  const circular = new Set<string>();
  const done = new Set<string>();
  for (const start of contacts.keys()) {
    const path = new Set<string>();
    let id: string | null = start;
    while (id !== null && !done.has(id)) {
      path.add(id);
      const entry: Entry | undefined = contacts.get(id);
      const via: string | null =
        entry === undefined || entry.state === 'here' ? null : (entry.references[at] ?? null);
      if (via !== null && path.has(via)) {
        circular.add(id);
        break;
      }
      id = via;
    }
    for (const one of path) done.add(one);
  }
  return circular;
}

interface Person {
  name: string;
  line: number;
  readonly points: { readonly kind: string; readonly value: string }[];
  readonly sources: { readonly kind: string; readonly key: string }[];
}

/** What those who were erased would bring along. Costs nothing where nobody ever was. */
function erasure(db: Db): {
  readonly look: (
    part: Exclude<DocumentPart, { reject: Reject } | { unknown: string }>,
    state: RowState | null,
  ) => void;
  readonly found: (entries: ReadonlyMap<TableName, ReadonlyMap<string, Entry>>) => {
    readonly erased: { readonly line: number; readonly name: string }[];
    readonly isTheirs: (table: TableName, id: string) => boolean;
  };
} {
  const wasErased = erasedBefore(db);
  if (wasErased === null) return { look: () => {}, found: () => ({ erased: [], isTheirs: () => false }) };
  const people = new Map<string, Person>();
  const talks = new Map<string, string[]>();
  const plain = new Set<string>();
  const personOf = (id: string): Person => {
    const known = people.get(id) ?? { name: '', line: 0, points: [], sources: [] };
    people.set(id, known);
    return known;
  };
  return {
    look: (part, state) => {
      const { table, row } = part;
      if (table === 'contact' && state === 'new')
        Object.assign(personOf(row.id), { name: row.name, line: part.line });
      else if (table === 'contact_point')
        personOf(row.contactId).points.push({ kind: row.kind, value: row.value });
      else if (table === 'source' && row.contactId !== null)
        personOf(row.contactId).sources.push({ kind: row.kind, key: row.key });
      else if (table === 'participant') {
        const known = talks.get(row.interactionId);
        if (known === undefined) talks.set(row.interactionId, [row.contactId]);
        else known.push(row.contactId);
      } else if (table === 'gathering' && isBare(row)) plain.add(row.id);
    },
    found: (entries) => {
      const gone = new Map<TableName, Set<string>>([
        ['contact', new Set()],
        ['interaction', new Set()],
        ['gathering', new Set()],
      ]);
      const erased: { line: number; name: string }[] = [];
      for (const [id, { name, line, points, sources }] of people)
        if (line > 0 && wasErased({ id, names: [name], points, sources })) {
          gone.get('contact')?.add(id);
          erased.push({ line, name });
        }
      const isTheirs = (table: TableName, id: string) => gone.get(table)?.has(id) === true;
      for (const [id, others] of talks)
        if (others.every((other) => isTheirs('contact', other))) gone.get('interaction')?.add(id);
      for (const id of theirsAlone(entries, plain, isTheirs)) gone.get('gathering')?.add(id);
      return { erased: erased.sort((a, b) => a.line - b.line), isTheirs };
    },
  };
}

/** A gathering of which nothing is known but who was met there. */
function isBare(row: Extract<ReadRow, { table: 'gathering' }>['row']): boolean {
  const { groupId, minutes, commute, cost, aim, worth, text } = row;
  return [groupId, minutes, commute, cost, aim, worth, text].every((value) => value === null);
}

/** The gatherings that nobody but those who were erased was met at. */
function theirsAlone(
  entries: ReadonlyMap<TableName, ReadonlyMap<string, Entry>>,
  plain: ReadonlySet<string>,
  isTheirs: (table: TableName, id: string) => boolean,
): Set<string> {
  const theirs = new Set<string>();
  const others = new Set<string>();
  for (const table of ['contact', 'interaction'] as const) {
    const at = referencesOf(table).findIndex(({ to }) => to === 'gathering');
    for (const [id, { references }] of entries.get(table) ?? []) {
      const gathering = references[at] ?? null;
      if (gathering !== null) (isTheirs(table, id) ? theirs : others).add(gathering);
    }
  }
  return new Set([...theirs].filter((id) => plain.has(id) && !others.has(id)));
}
