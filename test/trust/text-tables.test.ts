import fs from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { content } from '../support/content.ts';
import { desk } from '../support/world.ts';

/** What a spreadsheet, or one that splits rows elsewhere, would compute. */
const FORMULAS = [
  '=1+1',
  '+1+cmd',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\n=1+1',
  '\r=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\u3000@x',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://example.org","x")',
  '＝1+1',
  '＋1',
  'x;=1+1',
  'x\t=1+1',
  'x\n=1+1',
  "'=1+1",
  "''=1+1",
  '"=1+1"',
  '=',
  '-',
  '+',
  '@',
  '+44 (0)20-7946',
  '+44=1',
  '++44',
];

/** What is written as it is: no spreadsheet makes more of it than what it says. */
const HARMLESS = ['Ana', 'a=b', 'a+b', '1-2', 'ana@example.org', '(=1)', 'C++', '#1', '/x', '!x', '$1'];

const NUMBERS = ['+44 20 7946 0000', '+351912345678', '+1 (212) 555 0100', '+49 30 1234567'];

const cells = (text: string) => (parse(text, { bom: true }) as string[][]).slice(1).flat();
const computed = (cell: string) => /^\s*[=+\-@＝＋－＠\t\r\n]/.test(cell);

describe('41 no cell is a formula', () => {
  async function exported(texts: readonly string[]) {
    const at = desk();
    for (const [i, text] of texts.entries()) {
      const details = ['org', 'role', 'city', 'nick', 'needs', 'note', 'interest'];
      const { code, err } = await at.net(
        'add',
        `P${i} ${text}`,
        '--new',
        ...details.map((detail) => `--${detail}=${text}`),
      );
      expect([text, code, err]).toEqual([text, 0, expect.anything()]);
    }
    const path = join(at.directory, 'people.csv');
    expect((await at.net('export', path)).code).toBe(0);
    return { at, path, text: fs.readFileSync(path, 'utf8') };
  }

  test('41 whatever begins as one is put behind a sign that says it is text, and parts of a cell, too', async () => {
    const { text, at } = await exported(FORMULAS);
    expect(cells(text).filter(computed)).toEqual([]);
    for (const cell of cells(text))
      for (const part of cell.split(/[;\t\n]/)) expect([part, computed(part)]).toEqual([part, false]);
    const printed = (await at.net('export', '--format', 'csv')).out;
    expect(text).toBe(`\ufeff${printed}`);
  });

  test('41 what is none stays as it is', async () => {
    const { text } = await exported(HARMLESS);
    for (const said of HARMLESS)
      expect(cells(text).filter((cell) => cell === said).length).toBeGreaterThanOrEqual(5);
  });

  test('41 telephone numbers are whole, with their plus', async () => {
    const at = desk();
    for (const [i, number] of NUMBERS.entries()) await at.net('add', `P${i}`, '--new', '--phone', number);
    const { out } = await at.net('export', '--format', 'csv');
    for (const number of NUMBERS) expect(cells(out)).toContain(number);
  });

  test('41 its own files are read back exactly: into an empty file everybody comes as they were, into their own nothing changes', async () => {
    const { at, path } = await exported([...FORMULAS, ...HARMLESS, ...NUMBERS]);
    const told = JSON.parse((await at.net('import', path, '--json')).out);
    expect([told.created, told.updated, told.rejected]).toEqual([[], [], 0]);
    const other = desk();
    const { code } = await other.net('import', path, '--json');
    expect(code).toBe(0);
    const people = async (file: string) =>
      (await content(file)).contact
        ?.map((row) => {
          const { name, nickname, org, role, city } = row as Record<string, string>;
          return { name, nickname, org, role, city };
        })
        .sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
    expect(await people(other.file)).toEqual(await people(at.file));
    const texts = async (file: string) => {
      const { trait = [], note = [] } = await content(file);
      return [...trait, ...note].map((row) => (row as { text: string }).text).sort();
    };
    expect(await texts(other.file)).toEqual(await texts(at.file));
  });

  test('41 a table that a spreadsheet saved with its marks kept means the same', async () => {
    const at = desk();
    const path = join(at.directory, 'x.csv');
    fs.writeFileSync(path, "Name,Email Address,City\n'=Ana,ana@example.org,'+Porto\n");
    const { code } = await at.net('import', path, '--json');
    expect(code).toBe(0);
  });
});
