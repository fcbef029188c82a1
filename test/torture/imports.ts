import { isNetError } from '../../src/domain/error.ts';
import { IMPORTERS } from '../../src/formats/index.ts';
import { type ImportDesk, importDesk } from '../support/importing.ts';
import { drawing, FIXTURES, mutant } from '../support/mutations.ts';
import { parsed, sourceFile } from '../support/parsed.ts';
import { type Family, lost, type Try, type Wrong } from './family.ts';

const MUTANTS = Number(process.env.MUTANTS ?? 10_000);
const BYTES = Number(process.env.BYTES ?? 1_000_000);
const SEED = Number(process.env.SEED ?? 1_000_000);

/** No file of this size takes as long on any machine. */
const MOST_MS = 30_000;

const WHOLE = ['--create', '--yes', '--me', 'me@example.org', '--me', 'joan@example.net'];

/** What a file may be refused for: usage, a value that cannot be, a newer net. */
const REFUSED = [2, 5, 14];

type Importer = (typeof IMPORTERS)[number];

/** Null where a file ended in a report or in one clear error. */
async function imported({ at, lay }: ImportDesk, bytes: Uint8Array): Promise<Wrong | null> {
  const { code, err } = await at.net('import', lay('file', bytes), ...WHOLE, '--dry-run');
  if (code === 0 || code === 3) return null;
  const isClear = REFUSED.includes(code) && /^net: [^\n]+\nhint: [^\n]+\n$/.test(err);
  return isClear ? null : lost(`it ended with ${code}: ${err}`);
}

/** Null where an importer has read all that it could, or refused it. */
async function read(importer: Importer, bytes: Uint8Array): Promise<Wrong | null> {
  await parsed(importer, sourceFile(bytes)).catch((error: unknown) => {
    if (!isNetError(error)) throw error;
  });
  return null;
}

/** Random bytes, all of them or only such as files are made of. */
function noise(seed: number, plain: boolean): Uint8Array {
  const draw = drawing(seed);
  const common = Buffer.from('BEGIN:VCARD\n,;:="\\{}[]()<>- \t\r\nFN0123456789@.*#_');
  return Uint8Array.from({ length: BYTES }, () => (plain ? (common[draw(common.length)] ?? 0) : draw(256)));
}

/** As `attempt`, for what has to end in time. */
function inTime(attempt: Try): Try {
  return (family, how, work) =>
    attempt(family, how, async () => {
      const begun = performance.now();
      const wrong = await work();
      const ms = Math.round(performance.now() - begun);
      return wrong ?? (ms < MOST_MS ? null : lost(`it took ${ms} ms`));
    });
}

/** Ten thousand mutated files and a million random bytes through each importer, and imported as files are, alone and after each fixture. */
export const family: Family = {
  name: 'imports',
  run: async (anyTime) => {
    const attempt = inTime(anyTime);
    const desk = importDesk();
    await desk.at.net('add', 'Ana Silva', '--email', 'ana@example.org');
    for (let i = 0; i < MUTANTS; i++) {
      const { family: mutation, name, seed, bytes } = mutant(SEED + i);
      const how = `mutant(${seed}) of ${name}`;
      await attempt(`imports: ${mutation}`, how, () => imported(desk, bytes));
      for (const importer of IMPORTERS)
        await attempt(`imports: mutated, as ${importer.name}`, `${how} as ${importer.name}`, () =>
          read(importer, bytes),
        );
    }
    for (const plain of [false, true]) {
      const kind = plain ? 'common' : 'random';
      for (const importer of IMPORTERS) {
        const how = `${kind} bytes of seed ${SEED} as ${importer.name}`;
        await attempt(`imports: ${kind} bytes`, how, () => read(importer, noise(SEED, plain)));
      }
      for (const { name, bytes } of FIXTURES) {
        const how = `${name} and then ${kind} bytes of seed ${SEED + 1}`;
        await attempt(`imports: a file and then ${kind} bytes`, how, () =>
          imported(desk, Buffer.concat([bytes, noise(SEED + 1, plain)])),
        );
      }
    }
  },
};
