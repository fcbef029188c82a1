/**
 * Proves that each row's test looks at its row's feature: with every function of one of its modules giving back nothing of what it
 * found, the test has to fail. One run of Vitest for each module, as many at once as there are cores.
 *
 *   npm run rows:stubbed               all modules
 *   npm run rows:stubbed -- A2 C3      those of some rows
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROWS, type Row } from '../test/essays/rows.ts';
import { isFunction } from '../test/support/emptied.ts';
import { cleanEnvironment, fileOf, root, rowOf, VITEST } from '../test/support/essay-tests.ts';

/** What came of each row's test: Vitest's own word, `passed`, `failed` or another. A test that never ran is not there. */
type Outcomes = ReadonlyMap<string, string>;

/** A stub may keep the program waiting for what never comes: that is not taken for a test that fails. In milliseconds. */
const LONGEST_RUN = 90_000;

const directory = fs.mkdtempSync(join(os.tmpdir(), 'net-stubbed-'));
try {
  const wanted = process.argv.slice(2);
  await prove(ROWS.filter(({ id }) => wanted.length === 0 || wanted.includes(id)));
} finally {
  fs.rmSync(directory, { recursive: true, force: true });
}

async function prove(rows: readonly Row[]): Promise<void> {
  const modules = [...new Set(rows.flatMap((row) => row.modules))].sort();
  const idle = await without(modules);
  for (const module of idle) fail(`${module}: exports no function, so that nothing can be stubbed`);
  const unproven = rows.filter((row) => row.modules.length === 0);
  if (unproven.length > 0) fail(`no module: ${idsOf(unproven)}`);

  // Everything is stood in for, and nothing emptied: whatever fails later fails for what is missing.
  const unstubbed = await outcomes(rows, { PASS: modules.join(',') });
  const red = rows.filter(({ id }) => unstubbed.get(id) !== 'passed');
  if (red.length > 0) return fail(`not green to begin with: ${idsOf(red)}`);
  process.stdout.write(`${rows.length} rows green without stubs\n`);

  const left = modules.filter((module) => !idle.includes(module));
  const next = async (): Promise<void> => {
    const module = left.shift();
    if (module === undefined) return;
    await proveModule(
      module,
      rows.filter((row) => row.modules.includes(module)),
    );
    return next();
  };
  await Promise.all(Array.from({ length: Math.min(os.availableParallelism(), 4) }, next));
}

async function proveModule(module: string, rows: readonly Row[]): Promise<void> {
  const found = await outcomes(rows, { STUB: module });
  const green = rows.filter(({ id }) => found.get(id) === 'passed');
  const lost = rows.filter(({ id }) => !['passed', 'failed'].includes(found.get(id) ?? ''));
  const red = rows.filter(({ id }) => found.get(id) === 'failed');
  if (red.length > 0) process.stdout.write(`${module}: ${idsOf(red)} red, as it should be\n`);
  if (green.length > 0) fail(`${module}: ${idsOf(green)} STILL GREEN`);
  if (lost.length > 0) fail(`${module}: ${idsOf(lost)} DID NOT RUN`);
}

/** Runs the tests of some rows alone. */
async function outcomes(rows: readonly Row[], stubs: Readonly<Record<string, string>>): Promise<Outcomes> {
  if (rows.length === 0) return new Map();
  const report = join(directory, `${Object.values(stubs)[0]?.replace(/\W/g, '-').slice(0, 100)}.json`);
  const files = [...new Set(rows.map(({ id }) => fileOf(id)))];
  const names = `^(${rows.map(({ id }) => id).join('|')}) `;
  const args = [
    VITEST,
    'run',
    ...files,
    '-t',
    names,
    '--reporter=json',
    `--outputFile=${report}`,
    '--no-isolate',
  ];
  const said = await run(args, { ...cleanEnvironment(), ...stubs });
  if (!fs.existsSync(report)) {
    fail(said);
    return new Map();
  }
  const { testResults }: Report = JSON.parse(fs.readFileSync(report, 'utf8'));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  return new Map(
    tests.flatMap(({ title, status }) => (rowOf(title) === null ? [] : [[rowOf(title) ?? '', status]])),
  );
}

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)));
    const late = setTimeout(() => child.kill('SIGKILL'), LONGEST_RUN);
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(late);
      resolve(said);
    });
  });
}

/** The modules that export nothing that could be called. */
async function without(modules: readonly string[]): Promise<string[]> {
  const callable = async (module: string) =>
    Object.values(await import(pathToFileURL(join(root, module)).href)).some(isFunction);
  const found = await Promise.all(modules.map(async (module) => ((await callable(module)) ? [] : [module])));
  return found.flat();
}

function idsOf(rows: readonly Row[]): string {
  return rows.map(({ id }) => id).join(' ');
}

function fail(what: string): void {
  process.stderr.write(`${what}\n`);
  process.exitCode = 1;
}
