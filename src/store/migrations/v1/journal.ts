/** What each command did: the unit of undo. Ordered by seq, never by clock. */
export const journal: readonly string[] = [
  `CREATE TABLE machine (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  id TEXT NOT NULL
) STRICT`,
  `CREATE TABLE operation (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  machine TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('user', 'undo', 'redo', 'sync', 'plan', 'maintenance')),
  undoes TEXT,
  undone_by TEXT,
  command TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT`,
  `CREATE INDEX operation_kind ON operation (kind, seq)`,
  `CREATE INDEX operation_standing ON operation (kind, seq) WHERE undone_by IS NULL`,
  `CREATE TABLE journal_mode (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  mode TEXT NOT NULL CHECK (mode IN ('off', 'rows', 'bulk', 'purge')),
  operation INTEGER
) STRICT`,
  `CREATE TABLE bulk_row (
  operation INTEGER NOT NULL,
  tbl TEXT NOT NULL,
  row TEXT NOT NULL,
  PRIMARY KEY (operation, tbl, row)
) STRICT, WITHOUT ROWID`,
  `INSERT INTO journal_mode (only, mode, operation) VALUES (1, 'off', NULL)`,
];
