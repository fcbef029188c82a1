import fs from 'node:fs';
import Database from 'better-sqlite3';
import { lockAlone, wait } from '../../src/store/alone.ts';

/*
 * Locks a file for itself, beginning only once all of `count` such programs have read it: each keeps its log in use.
 * Usage: locking-alone.ts FILE NUMBER COUNT
 */
const [file = '', number = '', count = ''] = process.argv.slice(2);
const here = (n: number) => fs.existsSync(`${file}-reader-${n}`);

let first = true;
const sqlite = lockAlone(() => {
  const connection = new Database(file, { fileMustExist: true });
  if (!first) return connection;
  first = false;
  connection.prepare('SELECT count(*) FROM held').get();
  fs.writeFileSync(`${file}-reader-${number}`, '');
  while (!Array.from({ length: Number(count) }, (_, n) => here(n)).every(Boolean)) wait(1);
  return connection;
}, 15_000);
sqlite.exec(`INSERT INTO held VALUES (${Number(number)}); COMMIT`);
sqlite.close();
