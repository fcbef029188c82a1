import { apartOf } from '../../../domain/apart.ts';
import type { TableName } from '../../../domain/change.ts';
import { referencesOf } from '../../../domain/shape.ts';
import type { ReadRow } from '../../../formats/document-reading/rows.ts';
import type { RowState } from '../../../store/taking.ts';

/** A row that others may refer to. */
export interface Entry {
  readonly state: RowState;
  /** What it refers to, field by field as `referencesOf` lists them. */
  readonly references: readonly (string | null)[];
  /** Whether it is here in the end; null until it was asked. */
  comes: boolean | null;
}

/** Those of each table, by their ids. */
export type Entries = ReadonlyMap<TableName, ReadonlyMap<string, Entry>>;

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
