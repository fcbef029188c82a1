import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { describe, expect, test } from 'vitest';
import { bunOf } from '../../tools/build/executable.ts';
import { ownPlatform } from '../../tools/build/platforms.ts';

const asked = new URL('../../src/host/terminal.ts', import.meta.url).href;
const SAY = `
  const { isTerminal, outputColumns } = await import('${asked}');
  console.error(JSON.stringify([isTerminal(0), isTerminal(1), isTerminal(2), isTerminal(1) && outputColumns()]));
`;
const GONE = 'process.binding = () => { throw new Error("gone"); };';
const FULL = `${SAY} process.getBuiltinModule('node:fs').writeSync(1, 'x'.repeat(300_000) + '!');`;

const root = fileURLToPath(new URL('../..', import.meta.url));
const RUNTIMES = { Node: process.execPath, Bun: bunOf(ownPlatform(), root) };
const WAYS = { 'by its own part': '', 'where that is gone': GONE };
const CASES = Object.entries(RUNTIMES).flatMap(([name, program]) =>
  Object.entries(WAYS).map(([way, before]) => [name, way, program, before] as const),
);

/** What a script prints in a terminal that is `cols` wide. */
function inTerminal(program: string, script: string, cols: number, env = {}): Promise<string> {
  const pty = spawn(program, ['-e', script], { cols, rows: 10, env: { ...process.env, ...env } });
  let all = '';
  pty.onData((data) => {
    all += data;
  });
  return new Promise((resolve) => pty.onExit(() => resolve(stripVTControlCharacters(all))));
}

describe.each(CASES)('%s %s', (_, __, program, before) => {
  test.each([33, 120])('knows a terminal %d wide', async (columns) => {
    const said = await inTerminal(program, before + SAY, columns);
    expect(said.trim()).toBe(JSON.stringify([true, true, true, columns]));
  });

  test('knows what is none', () => {
    const piped = spawnSync(program, ['-e', before + SAY], { encoding: 'utf8', input: '' });
    expect(piped.stderr.trim()).toBe('[false,false,false,false]');
    const nowhere = spawnSync(program, ['-e', before + SAY], {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    expect(nowhere.stderr.trim()).toBe('[false,false,false,false]');
  });

  test('says of none how wide it is', () => {
    const script = `${before} const { outputColumns } = await import('${asked}'); console.error(outputColumns());`;
    const { stderr } = spawnSync(program, ['-e', script], { encoding: 'utf8', input: '' });
    expect(stderr.trim()).toBe('0');
  });

  test('what is written afterwards arrives whole', async () => {
    const said = await inTerminal(program, before + FULL, 80);
    expect(said).toMatch(/x!$/);
    expect(said.match(/x/g)).toHaveLength(300_000);
  });
});

test('nobody is warned, and other warnings stay', async () => {
  const script = `${SAY} process.emitWarning('old', 'DeprecationWarning');`;
  const said = await inTerminal(process.execPath, script, 80, { NODE_PENDING_DEPRECATION: '1' });
  expect(said.match(/DeprecationWarning/g)).toHaveLength(1);
  expect(said).toContain('DeprecationWarning: old');
});
