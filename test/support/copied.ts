import fs from 'node:fs';
import { join } from 'node:path';
import { type Desk, desk } from './world.ts';

/** A file with one person, and the path of a copy of it on another disk. */
export async function copiedDesk(): Promise<{ readonly at: Desk; readonly copy: string }> {
  const at = desk();
  await at.net('add', 'Ana Silva');
  fs.mkdirSync(join(at.directory, 'stick'));
  const copy = join(at.directory, 'stick', 'net.db');
  await at.net('backup', copy);
  return { at, copy };
}
