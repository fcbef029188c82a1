/**
 * The faults that `npm test` has no time for: `npm run torture` does every kind of harm, `npm run torture -- kills damage` only these.
 * Two families at a time, each in a process of its own. A line per family tells how many were tried, how many survived, and how many did
 * not, which is to be none; each failure is told at once. `--only "log killed at fsync 3"` makes those tries again of which these words
 * are told; `--json FILE` writes the counts for a script.
 */
import { fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { roomInMemory } from '../support/room.ts';
import type { Count, Family, Skipped, Wrong } from './family.ts';

/** What takes longest begins first, so that both cores are busy until the end. */
const LONGEST = [
  'syscalls',
  'errors',
  'hostile',
  'encryption',
  'writers',
  'tests',
  'imports',
  'damage',
  'commands',
  'kills',
];

const NO_FAMILIES = ['family.ts', 'run.ts'];
const AT_ONCE = 2;

const here = fileURLToPath(new URL('.', import.meta.url));

type Told = { readonly counts: readonly Count[] } | { readonly skipped: Skipped };

/** One family, told to whoever started this process. */
async function runHere(name: string, only: string): Promise<void> {
  const { family } = (await import(`./${name}.ts`)) as { family: Family };
  const counts = new Map<string, Record<keyof Omit<Count, 'name'>, number>>();
  await family.run(
    async (of, how, attempt) => {
      if (!how.includes(only)) return;
      const count = counts.get(of) ?? { tried: 0, survived: 0, lost: 0, corrupt: 0, escaped: 0 };
      counts.set(of, count);
      count.tried++;
      const wrong = await attempt().catch(failed);
      count[wrong === null ? 'survived' : wrong.kind]++;
      if (wrong !== null) process.stdout.write(`${wrong.kind}: ${of}: ${how}: ${wrong.what}\n`);
    },
    (of, why) => process.send?.({ skipped: { name: of, why } } satisfies Told),
  );
  process.send?.({ counts: [...counts].map(([name, count]) => ({ name, ...count })) } satisfies Told);
}

function failed(error: unknown): Wrong {
  return { kind: 'lost', what: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

interface Outcome {
  readonly counts: readonly Count[];
  readonly skipped: readonly Skipped[];
}

/** Starts a process for one family, in a directory for temporary files that is removed afterwards. */
function runApart(name: string, only: string): Promise<Outcome> {
  const scratch = fs.mkdtempSync(join(roomInMemory() ?? os.tmpdir(), `net-torture-${name}-`));
  // Some families run net as an ordinary user.
  fs.chmodSync(scratch, 0o755);
  return new Promise((resolve) => {
    const skipped: Skipped[] = [];
    let counts: readonly Count[] | null = null;
    const child = fork(fileURLToPath(import.meta.url), ['--here', name, '--only', only], {
      env: { ...process.env, TMPDIR: scratch, TZ: process.env.TZ ?? 'Europe/Lisbon' },
    });
    child.on('message', (told: Told) => {
      if ('counts' in told) counts = told.counts;
      else skipped.push(told.skipped);
    });
    child.on('exit', (code, signal) => {
      fs.rmSync(scratch, { recursive: true, force: true });
      const ended = { name, tried: 1, survived: 0, lost: 1, corrupt: 0, escaped: 0 };
      if (counts === null)
        process.stdout.write(`lost: ${name}: the family itself ended with ${signal ?? code}\n`);
      resolve({ counts: counts ?? [ended], skipped });
    });
  });
}

function tell({ counts, skipped }: Outcome): void {
  for (const { name, tried, survived, lost, corrupt, escaped } of counts) {
    const others = [
      ...(corrupt > 0 ? [`${corrupt} corrupt`] : []),
      ...(escaped > 0 ? [`${escaped} escaped`] : []),
    ];
    process.stdout.write(
      `${[`${name}: ${tried} tried`, `${survived} survived`, `${lost} lost`, ...others].join(', ')}\n`,
    );
  }
  for (const { name, why } of skipped) process.stdout.write(`SKIPPED ${name}: ${why}\n`);
}

function namesOfFamilies(): string[] {
  const files = fs.readdirSync(here).filter((file) => file.endsWith('.ts') && !NO_FAMILIES.includes(file));
  const rank = (name: string) => (LONGEST.includes(name) ? LONGEST.indexOf(name) : LONGEST.length);
  return files.map((file) => basename(file, '.ts')).sort((a, b) => rank(a) - rank(b));
}

async function runAll(named: readonly string[], only: string, json: string | undefined): Promise<void> {
  const known = namesOfFamilies();
  const unknown = named.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    process.stderr.write(`no family is called ${unknown.join(', ')}: there are ${known.sort().join(', ')}\n`);
    process.exitCode = 2;
    return;
  }
  const begun = performance.now();
  const waiting = known.filter((name) => named.length === 0 || named.includes(name));
  const outcomes: Outcome[] = [];
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const outcome = await runApart(name, only);
      outcomes.push(outcome);
      tell(outcome);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));

  const families = outcomes.flatMap(({ counts }) => counts);
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  const sum = (of: keyof Omit<Count, 'name'>) => families.reduce((total, count) => total + count[of], 0);
  const [lost, corrupt, escapes] = [sum('lost'), sum('corrupt'), sum('escaped')];
  const left = skipped.map(({ name }) => name);
  const seconds = Math.round((performance.now() - begun) / 1000);
  const time = `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const faults = `${lost} lost, ${corrupt} corrupt, ${escapes} escapes`;
  const skips = left.length === 0 ? 'skipped 0' : `skipped ${left.length}: ${left.join(', ')}`;
  process.stdout.write(
    `${families.length} families, ${sum('tried')} tried in ${time}: ${faults}; ${skips}\n`,
  );
  if (json !== undefined) fs.writeFileSync(json, `${JSON.stringify({ families, skipped }, null, 2)}\n`);
  if (lost + corrupt + escapes > 0) process.exitCode = 1;
}

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string', default: '' },
    here: { type: 'string' },
  },
  allowPositionals: true,
});
if (values.here === undefined) await runAll(positionals, values.only, values.json);
else await runHere(values.here, values.only);
