/**
 * What `npm test` has no time for: many mutated files, and a million random bytes through every importer, alone and after each fixture.
 * Prints a line per family: how many were tried, how many ended in a report or one clear error, and how many did not, which is to be none.
 */
import { isNetError } from '../src/domain/error.ts';
import { IMPORTERS } from '../src/formats/index.ts';
import { type ImportDesk, importDesk } from './support/importing.ts';
import { drawing, FAMILIES, FIXTURES, mutant } from './support/mutations.ts';
import { parsed, sourceFile } from './support/parsed.ts';

const MUTANTS = Number(process.env.MUTANTS ?? 10_000);
const BYTES = Number(process.env.BYTES ?? 1_000_000);
const SEED = Number(process.env.SEED ?? 1_000_000);

/** No file of this size takes as long on any machine. */
const MOST_MS = 30_000;

const WHOLE = ['--create', '--yes', '--me', 'me@example.org', '--me', 'joan@example.net'];

interface Count {
  tried: number;
  survived: number;
  lost: number;
}

const counts = new Map<string, Count>();

/** Counts one try; `what` tells how to make it again. */
async function tried(family: string, what: string, attempt: () => Promise<string | null>): Promise<void> {
  const count = counts.get(family) ?? { tried: 0, survived: 0, lost: 0 };
  counts.set(family, count);
  count.tried++;
  const begun = performance.now();
  const wrong = await attempt().catch((error: unknown) => String(error));
  const ms = performance.now() - begun;
  if (wrong === null && ms < MOST_MS) count.survived++;
  else {
    count.lost++;
    process.stdout.write(`lost: ${what}: ${wrong ?? `${Math.round(ms)} ms`}\n`);
  }
}

/** Null where a file ended in a report or in one clear error. */
async function imported({ at, lay }: ImportDesk, bytes: Uint8Array): Promise<string | null> {
  const { code, err } = await at.net('import', lay('file', bytes), ...WHOLE, '--dry-run');
  if (code === 0 || code === 3) return null;
  return [2, 5, 14].includes(code) && /^net: [^\n]+\nhint: [^\n]+\n$/.test(err) ? null : `${code} ${err}`;
}

/** Random bytes, all of them or only such as files are made of. */
function noise(seed: number, plain: boolean): Uint8Array {
  const draw = drawing(seed);
  const common = Buffer.from('BEGIN:VCARD\n,;:="\\{}[]()<>- \t\r\nFN0123456789@.*#_');
  return Uint8Array.from({ length: BYTES }, () => (plain ? (common[draw(common.length)] ?? 0) : draw(256)));
}

const desk = importDesk();
await desk.at.net('add', 'Ana Silva', '--email', 'ana@example.org');
for (let i = 0; i < MUTANTS; i++) {
  const { family, name, seed, bytes } = mutant(SEED + i);
  await tried(family, `mutant(${seed}) of ${name}`, () => imported(desk, bytes));
}
for (const importer of IMPORTERS) {
  for (const plain of [false, true]) {
    const bytes = noise(SEED, plain);
    const what = `${importer.name}, ${plain ? 'common' : 'random'} bytes`;
    await tried(`${what}`, what, async () => {
      await parsed(importer, sourceFile(bytes)).catch((error: unknown) => {
        if (!isNetError(error)) throw error;
      });
      return null;
    });
  }
}
for (const { name, bytes } of FIXTURES) {
  for (const plain of [false, true]) {
    const what = `${name} and then ${plain ? 'common' : 'random'} bytes`;
    await tried(what, what, () => imported(desk, Buffer.concat([bytes, noise(SEED + 1, plain)])));
  }
}

const order = [...Object.keys(FAMILIES), ...counts.keys()];
for (const family of new Set(order)) {
  const { tried: all, survived, lost } = counts.get(family) ?? { tried: 0, survived: 0, lost: 0 };
  process.stdout.write(`${family}: ${all} tried, ${survived} survived, ${lost} lost\n`);
}
if ([...counts.values()].some(({ lost }) => lost > 0)) process.exitCode = 1;
