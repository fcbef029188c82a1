import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { executable } from '../../tools/build/executable.ts';
import { ownPlatform } from '../../tools/build/platforms.ts';
import { replay } from '../support/golden.ts';
import { buildOnce } from '../support/sitting.ts';
import { staged } from '../support/staged.ts';
import { temporaryDirectory } from '../support/world.ts';

const directory = fileURLToPath(new URL('.', import.meta.url));
const goldens = fs.readdirSync(directory).filter((name) => name.endsWith('.golden'));
const stage = fileURLToPath(new URL('../support/stage', import.meta.url));

/** The same program, built and put into one executable, that plays sessions instead of listening to its user. */
const ENTRY = `
import { perform } from '${stage}.ts';
perform((bare) => (bare ? require('./morning.cjs') : require('./main.cjs')).run);
`;

let binary: string;

beforeAll(async () => {
  buildOnce();
  binary = join(temporaryDirectory(), 'net');
  await executable(ownPlatform(), ENTRY, binary);
});

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const BUILDS: Readonly<Record<string, () => [string, ...string[]]>> = {
  'as it is built for Node': () => [process.execPath, `${stage}-node.ts`, dist],
  'as one executable': () => [binary],
};

describe.each(Object.entries(BUILDS))('%s every session reads as it is printed', (_, command) => {
  test.each(goldens)('%s', async (name) => {
    const text = fs.readFileSync(join(directory, name), 'utf8');
    const { runner, end } = staged(command());
    try {
      expect(await replay(text, runner)).toBe(text);
    } finally {
      end();
    }
  });
});

test('the executable is whole: it runs where nothing else is', () => {
  const { status } = spawnSync(binary, { input: '', env: {}, cwd: temporaryDirectory() });
  expect(status).toBe(0);
});
