import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
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
