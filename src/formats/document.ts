/** The version of the document that `net export` writes: a reader refuses what is newer. */
export const DOCUMENT_VERSION = 1;

/** A table by its name, with rows whose fields are values of JSON. */
export interface DocumentTable {
  readonly table: string;
  readonly rows: Iterable<object>;
}

/**
 * Everything as one JSON document, piece by piece: an object of its version and every table, a row on each line. The same rows give the
 * same text. `json` writes one row. Only live rows are in it, so `deletedAt` is left out.
 */
export function* documentPieces(
  tables: Iterable<DocumentTable>,
  json: (row: object) => string,
): Generator<string> {
  yield `{"net":${DOCUMENT_VERSION}`;
  for (const { table, rows } of tables) {
    yield `,\n"${table}":[`;
    let begun = false;
    for (const row of rows) {
      const { deletedAt: _, ...fields } = row as Record<string, unknown>;
      yield `${begun ? ',' : ''}\n${json(fields)}`;
      begun = true;
    }
    yield begun ? '\n]' : ']';
  }
  yield '}\n';
}
