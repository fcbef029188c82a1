import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { REGISTRY } from '../../src/cli/registry.ts';
import { replay } from '../support/golden.ts';

const directory = new URL('.', import.meta.url);
const goldens = fs.readdirSync(directory).filter((name) => name.endsWith('.golden'));

describe('golden sessions read as they are printed', () => {
  test.each(goldens)('%s', async (name) => {
    const path = new URL(name, directory);
    const text = fs.readFileSync(path, 'utf8');
    const now = await replay(text);
    if (process.env.GOLDEN === 'rewrite') fs.writeFileSync(path, now);
    else expect(now).toBe(text);
  });
});

// The demonstration prints the path of a new file each time: README's session shows it.
test.each(REGISTRY.map(({ name }) => name).filter((name) => name !== 'demo'))(
  'some session shows net %s',
  (name) => {
    const texts = goldens.map((file) => fs.readFileSync(new URL(file, directory), 'utf8'));
    expect(texts.some((text) => new RegExp(`^\\$ net ${name}( (?!--help)|$)`, 'm').test(text))).toBe(true);
  },
);
