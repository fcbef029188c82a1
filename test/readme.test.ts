import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { words } from './support/golden.ts';
import { desk } from './support/world.ts';

const readme = fs.readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** Each command of the README's sessions, with what it says is printed. */
function sessions(): { argv: string[]; printed: string }[] {
  const blocks = [...readme.matchAll(/```console\n(.*?)```/gs)].map(([, text = '']) => text);
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .filter((part) => part !== '')
      .map((part) => {
        const [line = '', ...printed] = part.split('\n');
        return { argv: words(line).slice(1), printed: printed.join('\n') };
      }),
  );
}

describe('the README', () => {
  test('prints what its sessions say', async () => {
    const at = desk('2026-11-19');
    const commands = sessions();
    expect(commands.length).toBeGreaterThan(8);
    for (const { argv, printed } of commands) {
      if (argv[0] === 'log') at.day = '2026-11-22' as typeof at.day;
      const { out, code } = await at.net(...argv);
      expect(code).toBe(0);
      expect(out).toBe(printed);
    }
  });

  test('links to files that are there', () => {
    for (const [, target = ''] of readme.matchAll(/\]\(([^)]+)\)/g)) {
      expect([target, fs.existsSync(new URL(`../${target}`, import.meta.url))]).toEqual([target, true]);
    }
  });
});
