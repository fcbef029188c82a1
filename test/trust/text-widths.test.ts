import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { desk } from '../support/world.ts';

/** Names with the columns that a terminal gives them. */
const NAMES: readonly (readonly [name: string, columns: number])[] = [
  ['Ana Silva', 9],
  ['王小明', 6],
  ['山田ﾔﾏﾀﾞ', 8],
  ['김민수', 6],
  ['한글'.normalize('NFD'), 4],
  ['Jose\u0301 Nu\u0301n\u0303ez', 10],
  ['José Núñez', 10],
  ['👩🏽‍🚀 Ana', 6],
  ['👨‍👩‍👧‍👦 Silva', 8],
  ['🇵🇹 Rui', 6],
  ['☺️ Zoe', 6],
  ['❤️‍🔥 Max', 6],
  ['1️⃣ Eins', 7],
  ['می‌خواهم', 7],
];

describe('40 widths are those of the terminal', () => {
  test.each(NAMES)('40 %s takes %i columns', (name, columns) => {
    expect(stringWidth(name)).toBe(columns);
  });

  test('40 the columns of a list stand under one another, whoever is in it', async () => {
    const at = desk();
    for (const [name] of NAMES) await at.net('add', name, '--new', '--circle', 'close');
    const rows = (await at.net('list')).out.trimEnd().split('\n');
    expect(rows).toHaveLength(NAMES.length);
    const widest = Math.max(...NAMES.map(([, columns]) => columns));
    for (const [name] of NAMES) {
      const row = rows.find((one) => one.includes(`  ${name}  `)) ?? '';
      expect([name, stringWidth(row.slice(0, row.indexOf('close')))]).toEqual([
        name,
        'a000  '.length + widest + 2,
      ]);
    }
  });

  test.each([20, 40, 80])('40 no line of a list is wider than %i columns', async (columns) => {
    const at = desk();
    for (const [name] of NAMES)
      await at.net(
        'add',
        `${name} ${'王👩‍💻é'.repeat(12)}`,
        '--new',
        '--circle',
        'close',
        '--org',
        '王'.repeat(60),
        '--needs',
        '👩‍💻 '.repeat(40),
      );
    at.terminal = { columns };
    const { out } = await at.net('list');
    expect(out.trimEnd().split('\n')).toHaveLength(NAMES.length);
    expect(out.split('\n').filter((row) => stringWidth(row) > columns)).toEqual([]);
  });
});
