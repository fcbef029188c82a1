import { shortId } from '../../../domain/acts/identity.ts';
import { type Change, insert, type TableName, update } from '../../../domain/change.ts';
import { addDays, type CalendarDate } from '../../../domain/days/day.ts';
import { HAPPENED } from '../../../domain/happened.ts';
import { referencesOf, shapeOf } from '../../../domain/shape.ts';
import { isShort, type ReadRow } from '../../../formats/document-reading/rows.ts';
import type { Reject } from '../../../formats/record.ts';
import { isShortTaken, nameOfContact } from '../../../store/contacts.ts';
import type { Db } from '../../../store/db.ts';
import { RECOMMENDED } from '../../../store/purge.ts';
import { rowOf } from '../../../store/taking.ts';
import { neededBy, referencesIn } from './entries.ts';
import { decideHeld, type Held, mayRepeat } from './merged.ts';
import type { Outlook } from './outlook.ts';

/** What taking in a document of `net export` came to. Rows are counted of all tables together. */
export interface DocumentTaken {
  /** Those who are new here, or here again. */
  readonly created: readonly { readonly id: string; readonly short: string; readonly name: string }[];
  /** New rows, theirs included, and rows that an undo had taken back. */
  readonly added: number;
  readonly back: number;
  /** Rows that are here just as the document has them. */
  readonly unchanged: number;
  /** Rows that are here otherwise, and stay as they are: how many of whom; the name is null for what is of nobody. */
  readonly conflicts: readonly { readonly name: string | null; readonly rows: number }[];
  /** Rows that were deleted here, and stay so. */
  readonly deleted: number;
  /** Those who were erased here: they stay out, with all that is theirs. */
  readonly erased: readonly { readonly line: number; readonly name: string }[];
  /** Rows that cannot come in, and rows that came in without something. */
  readonly rejects: readonly Reject[];
  readonly remarks: readonly Reject[];
  /** Tables and fields of a newer net, left alone, each with how often it was met. */
  readonly unknown: Readonly<Record<string, number>>;
}

type Row = ReadRow & { readonly line: number };

/** Decides on rows, and counts what came of them. */
export interface TakingRows {
  /** On one after the other. */
  readonly take: (row: Row) => readonly Change[];
  /** Once all of that is written: on those that somebody who stays may have already. */
  readonly finish: () => readonly Change[];
  readonly report: () => DocumentTaken;
}

export function takingRows(db: Db, outlook: Outlook, today: CalendarDate): TakingRows {
  const counts = { added: 0, back: 0, unchanged: 0, deleted: 0 };
  const created: { id: string; short: string; name: string }[] = [];
  const conflicts = new Map<string | null, number>();
  const rejects: Reject[] = [...outlook.rejects];
  const remarks: Reject[] = [];
  const shorts = new Set<string>();
  const held: Held[] = [];

  /** What is here already wins. */
  const met = (read: Row): readonly Change[] => {
    const known = rowOf(db, read.table, read.row.id);
    if (known !== null && isSame(read.table, known, read.row)) counts.unchanged++;
    else {
      const name = nameOfContact(db, contactOf(read));
      conflicts.set(name, (conflicts.get(name) ?? 0) + 1);
    }
    return [];
  };

  /**
   * Counts or rejects a row that stays out because what it cannot do without is not there. Nothing is said of a row of somebody who was
   * erased: of them it is told once.
   */
  const left = (read: Row): readonly Change[] => {
    const missing = neededBy(read).filter(({ to, id }) => !outlook.comes(to, id));
    if (missing.some(({ to, id }) => outlook.isErased(to, id))) return [];
    if (missing.some(({ to, id }) => outlook.stateOf(to, id) === 'deleted')) {
      counts.deleted++;
      return [];
    }
    const fields = [...new Set(missing.map(({ field }) => `${read.table}.${field}`))].join(' and ');
    rejects.push({ line: read.line, reason: `${fields} names a row that is not there` });
    return [];
  };

  /** Leaves out the days of a contact that are still to come, and can only have been: the person comes in all the same. */
  const withoutToCome = (row: Record<string, unknown>, line: number): void => {
    for (const field of HAPPENED.contact ?? []) {
      if (String(row[field] ?? '') <= addDays(today, 1)) continue;
      const reason = `contact.${field} is ${row[field]}, which is still to come: taken in without it`;
      row[field] = null;
      remarks.push({ line, reason });
    }
  };

  /** A row without what is not there, where it can do without. */
  const unlinked = (read: Row): Readonly<Record<string, unknown>> => {
    const row: Record<string, unknown> = { ...read.row };
    if (read.table === 'contact') withoutToCome(row, read.line);
    const names = referencesIn(read);
    for (const [i, { field, to }] of referencesOf(read.table).entries()) {
      const id = names[i] ?? null;
      if (id === null) continue;
      const round = field === 'viaId' && outlook.circular.has(read.row.id);
      if (outlook.comes(to, id) && !round && !(to === read.table && id === read.row.id)) continue;
      row[field] = null;
      if (outlook.isErased(to, id)) continue;
      remarks.push({
        line: read.line,
        reason: round
          ? 'contact.viaId leads round in a circle: taken in without it'
          : `${read.table}.${field} names a row that is not there: taken in without it`,
      });
    }
    if (read.table === 'exchange' && row.recommendationId === null && tellsOfErased(read))
      row.text = RECOMMENDED;
    return row;
  };

  /** What was noted as given by a recommendation tells of both in its text. */
  const tellsOfErased = ({ table, row }: Row): boolean =>
    table === 'exchange' &&
    row.recommendationId !== null &&
    outlook.isErased('recommendation', row.recommendationId);

  const shortOf = ({ id, short }: { readonly id: string; readonly short: string }): string => {
    const taken = (text: string) => shorts.has(text) || isShortTaken(db, text);
    const own = isShort(short) && !taken(short) ? short : shortId(id, taken);
    shorts.add(own);
    return own;
  };

  const take = (told: Row): readonly Change[] => {
    const { table } = told;
    const state = outlook.stateOf(table, told.row.id);
    const read = outlook.staying(told);
    // That two are two is known by their ids: a row of others is another row.
    if (state === 'here') return met(table === 'setting' ? told : read);
    if (state === 'deleted') {
      counts.deleted++;
      return [];
    }
    if (outlook.isErased(table, read.row.id)) return [];
    if (!outlook.canCome(read)) return left(read);
    if (table === 'interaction' && outlook.isWithNobody(read.row.id)) {
      rejects.push({ line: read.line, reason: 'nobody who took part in this interaction is there' });
      return [];
    }
    const isBack = outlook.stateOf(table, read.row.id) === 'taken back';
    if (read !== told && mayRepeat(read)) {
      held.push({ ...read, isBack });
      return [];
    }
    const row = unlinked(read);
    const short =
      read.table !== 'contact'
        ? {}
        : { short: isBack ? rowOf(db, 'contact', read.row.id)?.short : shortOf(read.row) };
    const whole = { ...row, ...short };
    if (read.table === 'contact')
      created.push({ id: read.row.id, name: read.row.name, short: String(short.short ?? '') });
    counts[isBack ? 'back' : 'added']++;
    if (!isBack) return [insert(table, whole as never)];
    const { id: _, ...set } = whole as Record<string, unknown>;
    return [update(table, read.row.id, set as never)];
  };

  const finish = (): readonly Change[] => {
    const { changes, came, unchanged, deleted } = decideHeld(db, held.splice(0));
    for (const { isBack } of came) counts[isBack ? 'back' : 'added']++;
    counts.unchanged += unchanged;
    counts.deleted += deleted;
    return changes;
  };

  return {
    take,
    finish,
    report: () => ({
      ...counts,
      created,
      conflicts: [...conflicts].map(([name, rows]) => ({ name, rows })),
      erased: outlook.erased,
      rejects: rejects.sort((a, b) => a.line - b.line),
      remarks,
      unknown: Object.fromEntries(outlook.unknown),
    }),
  };
}

/** Whether a row is here as the document has it. */
function isSame(table: TableName, known: object, read: object): boolean {
  const [here, there] = [known, read] as Readonly<Record<string, unknown>>[];
  return Object.keys(shapeOf(table)).every((field) => here?.[field] === there?.[field]);
}

/** Whose row it is, where it is of one contact. */
function contactOf({ table, row }: ReadRow): string | null {
  if (table === 'contact') return row.id;
  return 'contactId' in row ? row.contactId : null;
}
