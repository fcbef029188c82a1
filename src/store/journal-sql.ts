/** A user table as the journal needs to know it. Frozen with the migrations that use it: a released one never changes. */
export interface Journaled {
  readonly table: string;
  readonly columns: Readonly<Record<string, 'TEXT' | 'INTEGER'>>;
  /** The column that names the contact to whom a row belongs, where there is one. */
  readonly contact: string | null;
}

/**
 * The shadow table of a user table and the triggers that fill it. Old and new values are kept in columns of the same type, and
 * only where they differ: both null means unchanged. Nothing is recorded unless the journal is on, and rows cannot be deleted.
 */
export function journalSql({ table, columns, contact }: Journaled): string[] {
  const names = Object.keys(columns).filter((name) => name !== 'id');
  const kept = names.flatMap((name) => [`  old_${name} ${columns[name]}`, `  new_${name} ${columns[name]}`]);
  const belongs = contact === null ? 'NULL' : `NEW.${contact}`;
  const targets = names.flatMap((name) => [`old_${name}`, `new_${name}`]).join(', ');
  const values = names
    .map((name) => `nullif(OLD.${name}, NEW.${name}), nullif(NEW.${name}, OLD.${name})`)
    .join(',\n    ');
  return [
    `CREATE TABLE shadow_${table} (
  id INTEGER PRIMARY KEY,
  operation INTEGER NOT NULL,
  row TEXT NOT NULL,
  contact TEXT,
  action TEXT NOT NULL CHECK (action IN ('insert', 'update')),
${kept.join(',\n')}
) STRICT`,
    `CREATE INDEX shadow_${table}_operation ON shadow_${table} (operation)`,
    `CREATE TRIGGER ${table}_inserted AFTER INSERT ON ${table}
WHEN (SELECT mode FROM journal_mode) = 'rows'
BEGIN
  INSERT INTO shadow_${table} (operation, row, contact, action)
  VALUES ((SELECT operation FROM journal_mode), NEW.id, ${belongs}, 'insert');
END`,
    `CREATE TRIGGER ${table}_updated AFTER UPDATE ON ${table}
WHEN (SELECT mode FROM journal_mode) = 'rows'
BEGIN
  INSERT INTO shadow_${table} (operation, row, contact, action, ${targets})
  VALUES ((SELECT operation FROM journal_mode), NEW.id, ${belongs}, 'update',
    ${values});
END`,
    `CREATE TRIGGER ${table}_kept BEFORE DELETE ON ${table}
WHEN (SELECT mode FROM journal_mode) <> 'purge'
BEGIN
  SELECT RAISE(ABORT, 'rows are marked deleted, never removed');
END`,
  ];
}
