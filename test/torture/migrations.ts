import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'esbuild';
import { systemClock } from '../../src/host/clock.ts';
import { newId } from '../../src/host/ids.ts';
import { closeFile } from '../../src/store/connect.ts';
import { all } from '../../src/store/db.ts';
import { integrityFaults } from '../../src/store/integrity.ts';
import { openFile } from '../../src/store/open.ts';
import { OURS, type Schema } from '../../src/store/opening.ts';
import { TABLE_NAMES } from '../../src/store/rows.ts';
import { schemaVersion } from '../../src/store/schema.ts';
import { type Installed, install, runInstalled } from '../support/installed.ts';
import { laterSchema } from '../support/schemas.ts';
import { type Call, killingAt, WRITING, watching, withoutStrace, writingIn } from '../support/strace.ts';
import { brokenBackup, copyOf, FILE, sceneOf, VICTIMS } from '../support/victims.ts';
import { corrupt, type Family, lost, type Wrong } from './family.ts';

const MIGRATING = join(import.meta.dirname, '../support/migrating.ts');

/** A program that brings a file up to date, beside an installed net, whose library it uses. */
async function program(net: Installed): Promise<Installed> {
  const [node, bin] = net.command;
  const outfile = join(dirname(bin ?? ''), 'migrating.mjs');
  const banner = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;
  await build({
    entryPoints: [MIGRATING],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: banner },
    external: ['better-sqlite3'],
    logLevel: 'error',
  });
  return { ...net, command: [node, outfile] };
}

interface Rows {
  readonly version: number;
  readonly rows: unknown;
}

/** What a file holds, read as one of a schema. */
async function rowsIn(file: string, schema: Schema): Promise<Rows> {
  const db = await openFile(file, { access: 'write', machine: newId, clock: systemClock, schema });
  try {
    const faults = integrityFaults(db);
    if (faults.length > 0) throw new Error(faults.join('; '));
    const rows = TABLE_NAMES.map((table) => all(db, `SELECT * FROM ${table} ORDER BY id`));
    return { version: schemaVersion(db), rows };
  } finally {
    closeFile(db);
  }
}

/** After a kill a file is the old one or the new one; the next program brings it up to date, and there is no broken backup. */
async function judged(
  directory: string,
  before: Rows,
  after: Rows,
  acknowledged: boolean,
): Promise<Wrong | null> {
  const file = join(directory, FILE);
  const isNew = await isUpToDate(file);
  if (acknowledged && !isNew) return lost('it was said to be up to date, and is not');
  const now = await rowsIn(file, isNew ? laterSchema() : OURS);
  if (!isDeepStrictEqual(now, isNew ? after : before))
    return lost('rows are neither the old ones nor the new ones');
  const broken = brokenBackup(directory);
  if (broken !== null) return corrupt(broken);
  return isDeepStrictEqual(await rowsIn(file, laterSchema()), after)
    ? null
    : lost('it cannot be brought up to date');
}

async function isUpToDate(file: string): Promise<boolean> {
  const error = await rowsIn(file, OURS).catch((error: unknown) => error);
  return error instanceof Error && 'code' in error && error.code === 'newer';
}

/** A file of an older schema whose migration is killed at each call that writes: old or new, never half. */
export const family: Family = {
  name: 'migrations',
  run: async (attempt, skip) => {
    const why = withoutStrace();
    if (why !== null) return skip('migrations', why);
    const migrating = await program(install());
    const victim = VICTIMS.find(({ name }) => name === 'log');
    if (victim === undefined) throw new Error('there is no file to migrate');
    const { template } = await sceneOf(victim);
    const file = (directory: string) => join(directory, FILE);
    const before = await rowsIn(file(copyOf(template)), OURS);
    const after = await rowsIn(file(copyOf(template)), laterSchema());
    const calls = async (): Promise<Call[]> => {
      const directory = copyOf(template);
      const log = join(directory, 'strace');
      const { code, err } = await runInstalled(migrating, file(directory), [], watching(WRITING, log));
      if (code !== 0) throw new Error(`it ended with ${code}: ${err}`);
      return writingIn(log);
    };
    for (const call of await calls())
      await attempt('migrations', `killed at ${call.name} ${call.nth}`, async () => {
        const directory = copyOf(template);
        const { code } = await runInstalled(migrating, file(directory), [], killingAt(call));
        const wrong = await judged(directory, before, after, code === 0);
        fs.rmSync(directory, { recursive: true, force: true });
        return wrong;
      });
  },
};
