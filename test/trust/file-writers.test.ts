import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { content } from '../support/content.ts';
import { net, program } from '../support/program.ts';
import { desk } from '../support/world.ts';

beforeAll(() => {
  spawnSync(program, [net, '--version']);
});

/** Several programs started at the same time on one file; their exit codes. */
function together(file: string, ...lines: readonly (readonly string[])[]): Promise<(number | null)[]> {
  const env = { ...process.env, NET_DB: file };
  const ends = lines.map(
    (argv) =>
      new Promise<number | null>((resolve) => {
        spawn(program, [net, ...argv], { env, stdio: 'ignore' }).on('exit', resolve);
      }),
  );
  return Promise.all(ends);
}

function newFile(): string {
  return join(desk().directory, 'net.db');
}

async function names(file: string): Promise<string[]> {
  const at = desk();
  const { out } = await at.net('list', '--json', '--db', file);
  return (JSON.parse(out) as { people: { name: string }[] }).people.map(({ name }) => name).sort();
}

describe('16 first runs at once', () => {
  test('one that writes nothing takes nothing away', async () => {
    for (let round = 0; round < 12; round++) {
      const file = newFile();
      const [, added] = await together(file, ['log', 'nobody', 'x'], ['add', 'Ana'], ['log', 'nobody', 'x']);
      expect(added).toBe(0);
      expect(await names(file)).toEqual(['Ana']);
    }
  });

  test('a rehearsed import takes nothing away, and makes no file', async () => {
    const at = desk();
    const cards = join(at.directory, 'people.vcf');
    fs.writeFileSync(
      cards,
      Array.from({ length: 2000 }, (_, i) => `BEGIN:VCARD\nVERSION:3.0\nFN:Nr ${i}\nEND:VCARD\n`).join(''),
    );
    const [, added] = await together(at.file, ['import', cards, '--dry-run'], ['add', 'Ana']);
    expect(added).toBe(0);
    expect(await names(at.file)).toEqual(['Ana']);
    const other = newFile();
    await together(other, ['import', cards, '--dry-run']);
    expect(fs.existsSync(other)).toBe(false);
  });

  test('the same person added at once is there once', async () => {
    for (let round = 0; round < 5; round++) {
      const file = newFile();
      const codes = await together(file, ...Array.from({ length: 4 }, () => ['add', 'Ana Silva']));
      expect(codes.sort()).toEqual([0, 4, 4, 4]);
      expect(await names(file)).toEqual(['Ana Silva']);
    }
  });

  test('a file in which nothing was ever written is none yet', async () => {
    const at = desk();
    expect((await at.net('add', ' ')).code).toBe(5);
    expect((await at.net('list')).code).toBe(10);
    expect((await at.net('add', 'Ana')).code).toBe(0);
    expect(await names(at.file)).toEqual(['Ana']);
  });

  test('many make one file with everybody in it', async () => {
    const file = newFile();
    const people = Array.from({ length: 8 }, (_, i) => `Person${i} Nr${i}x`);
    expect(new Set(await together(file, ...people.map((name) => ['add', name, '--new'])))).toEqual(
      new Set([0]),
    );
    expect(await names(file)).toEqual(people);
    const { out } = await desk().net('list', 'growing', '--json', '--db', file);
    expect((JSON.parse(out) as { count: number }).count).toBe(2);
  });
});

test('15 thirty-two writers all arrive', async () => {
  const file = newFile();
  await together(file, ['add', 'Ana Silva', '--circle', 'close']);
  const logs = Array.from({ length: 32 }, (_, i) => ['log', 'ana', `talk nr ${i}`]);
  expect(new Set(await together(file, ...logs))).toEqual(new Set([0]));
  expect((await content(file)).interaction).toHaveLength(32);
});
