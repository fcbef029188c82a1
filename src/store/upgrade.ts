import { backUpFirst } from './backup.ts';
import { closeFile, connect, harden, useLog } from './connect.ts';
import type { Db } from './db.ts';
import { migrate } from './migrate.ts';
import { type Opening, OURS } from './opening.ts';
import { seenNow } from './overtaken.ts';
import { checkSchema } from './schema.ts';

/** Brings an older file to the schema that it is to have, also where it was only to be read. There is a backup of it first. */
export async function upgrade(file: string, opening: Opening): Promise<Db> {
  const { text, migrations } = opening.schema ?? OURS;
  const steps = await migrations();
  const db = connect(file, false, opening);
  try {
    useLog(db);
    harden(db);
    backUpFirst(db, 'migration');
    migrate(db, opening.machine(), steps);
    checkSchema(db, text);
    db.seen = seenNow(db);
    return db;
  } catch (error) {
    closeFile(db);
    throw error;
  }
}
