import type { Db } from './db.ts';

/** Does something with another file beside the one that is open, under the name `other`. Outside of a transaction. */
export function attached<A>(db: Db, path: string, work: () => A): A {
  db.sqlite.prepare('ATTACH ? AS other').run(path);
  try {
    return work();
  } finally {
    // Statements that name the other file would keep it in use.
    db.statements.clear();
    db.sqlite.exec('DETACH other');
  }
}
