import type { TableName } from '../../../domain/change.ts';
import type { CalendarDate } from '../../../domain/days/day.ts';
import { referencesOf } from '../../../domain/shape.ts';
import type { ReadRow } from '../../../formats/document-reading/rows.ts';
import { readDocument } from '../../../formats/document-reading.ts';
import type { Reject, SourceFile } from '../../../formats/record.ts';
import type { Db } from '../../../store/db.ts';
import { type RowState, rowStates } from '../../../store/taking.ts';
import { circlesAmong } from './circles.ts';
import { company } from './company.ts';
import { type Entry, neededBy, referencesIn } from './entries.ts';
import { erasure } from './erasure.ts';
import { isOfThemselves, type ToStaying, toStaying } from './merged.ts';

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

/** What taking a document in will come to, known before anything is written. */
export interface Outlook {
  readonly rejects: readonly Reject[];
  /** Tables and fields that this net does not know, each with how often it was met. */
  readonly unknown: ReadonlyMap<string, number>;
  /** Which rows, counted from 0, have an id that was met before. */
  readonly repeated: ReadonlySet<number>;
  /** What became of it here. Deleted is also what can only be of somebody who was: a talk of theirs alone, a pair of two who are one. */
  readonly stateOf: (table: TableName, id: string) => RowState;
  /** A row as it comes in: with the one who stays for somebody who is one with another here. */
  readonly staying: ToStaying;
  /** Whether a row will be here: it is already, or it comes in. */
  readonly comes: (table: TableName, id: string) => boolean;
  /** Whether nobody who took part in a talk will be here, though the document names somebody. */
  readonly isWithNobody: (interactionId: string) => boolean;
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
  const staying = toStaying(db);
  const talks = company();
  /** The ids of rows that would name the one who stays twice. */
  const pointless = new Set<string>();
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
        const read = staying(part);
        if (isOfThemselves(read)) pointless.add(part.row.id);
        const known = entries.get(part.table);
        const state = known === undefined ? null : stored(part.table, part.row.id);
        if (known !== undefined && state !== null)
          known.set(part.row.id, { state, references: referencesIn(read), comes: null });
        if (read.table === 'participant') talks.look(read.row);
        erasing.look(read, state);
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
    if (pointless.has(id) || isTheirs(table, id) || !haveAll(table, references)) return false;
    return table !== 'interaction' || !isWithNobody(id);
  };
  const nobody = new Map<string, boolean>();
  const isWithNobody = (id: string): boolean => {
    const people = talks.of(id);
    const known = nobody.get(id) ?? (people.length > 0 && !people.some((one) => comes('contact', one)));
    nobody.set(id, known);
    return known;
  };
  const deleted = new Map<string, boolean>();
  /** Whether it is of people who are not here, and of somebody who was deleted. */
  const isOfDeleted = (id: string): boolean => {
    const known =
      deleted.get(id) ??
      (isWithNobody(id) && talks.of(id).some((one) => stateOf('contact', one) === 'deleted'));
    deleted.set(id, known);
    return known;
  };
  const stateOf = (table: TableName, id: string): RowState => {
    const state = entries.get(table)?.get(id)?.state ?? stored(table, id);
    if (state === 'here' || state === 'deleted') return state;
    return pointless.has(id) || (table === 'interaction' && isOfDeleted(id)) ? 'deleted' : state;
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
    stateOf,
    staying,
    comes,
    isWithNobody,
    canCome: (read) => neededBy(read).every(({ to, id }) => comes(to, id)),
    isErased,
    erased,
    circular: circlesAmong(entries.get('contact') ?? new Map()),
  };
}
