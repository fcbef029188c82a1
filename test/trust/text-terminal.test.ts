import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configured } from '../../src/cli/program.ts';
import { REGISTRY } from '../../src/cli/registry.ts';
import { harmIn } from '../support/hostile/boundary.ts';
import { escapes, type Measure, measure } from '../support/hostile/escaping.ts';
import {
  APART,
  CHANGING,
  commandsOf,
  type Line,
  READING,
  takesFile,
  typedLines,
  WRITING,
} from '../support/hostile/lines.ts';
import { HOSTILE, MIXED } from '../support/hostile/strings.ts';
import { discard, type Template, template, tokenColumns } from '../support/hostile/world.ts';
import { desk } from '../support/world.ts';

const names = REGISTRY.map(({ name }) => name).sort();
const STORED = [...WRITING, ...READING, ...CHANGING, ...APART];

/** What stands in the working directory, where nothing of all that is typed may be written. Builds come and go beside other tests. */
const standing = () => fs.readdirSync('.').filter((name) => !name.startsWith('dist'));
const here = standing();

let made: Template;

beforeAll(async () => {
  made = await template();
});

afterAll(() => {
  discard(made);
  expect(standing()).toEqual(here);
});

describe('37 escape sequences, and 38 hidden text, and 42 code, and 43 line breaks: what they are tried on', () => {
  test('is every command there is, on what is stored and on what is typed', async () => {
    expect([...commandsOf(STORED)].sort()).toEqual(names);
    const typed = commandsOf(await typedLines());
    expect(names.filter((name) => !typed.has(name))).toEqual([]);
  });

  test('is every field that holds a text', async () => {
    const { found, planted } = await tokenColumns(made.file);
    expect(found.filter((column) => !planted.includes(column) && !column.startsWith('shadow_'))).toEqual([]);
    expect(planted.filter((column) => !found.includes(column))).toEqual([]);
  });

  test('is a hundred and fifty texts, each of them one that a terminal, a spreadsheet or a browser would take wrongly', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(150);
    expect(new Set(HOSTILE.map(({ text }) => text)).size).toBe(HOSTILE.length);
    expect(HOSTILE.filter(({ text }) => harmIn(text, 'pipe') !== null).length).toBeGreaterThan(80);
  });

  test('what looks for it finds each by itself, and takes nothing that net prints for one', async () => {
    for (const sign of [
      '\u001b[31m',
      '\u001b',
      '\r',
      '\b',
      '\u007f',
      '\u009b',
      '\u202e',
      '\u200b',
      '\u{e0041}',
      '\ud800',
      '\u0000',
      '\u2028',
    ])
      expect([sign, harmIn(`Ana ${sign}x`, 'terminal')]).not.toEqual([sign, null]);
    expect(harmIn('\u001b[1mAna\u001b[22m 👩🏽‍🚀 می‌خواهم\n', 'terminal')).toBeNull();
    expect(harmIn('\u001b[1mAna\u001b[22m', 'pipe')).not.toBeNull();
  });
});

describe('37 escape sequences, and 38 hidden text, and 40 widths, and 42 code, and 43 line breaks come out as text', () => {
  let plain: Measure;
  let lines: readonly Line[];

  beforeAll(async () => {
    plain = await measure(made);
    lines = await typedLines();
  });

  test.each(MIXED.map(({ what, text }, i) => [what, text, i] as const))(
    '%s, in every field and every command',
    async (_, text, i) => {
      // Each of the typed lines with one of the kinds; test/torture/hostile.ts tries all of them with all.
      const own = lines.filter((_line, n) => n % MIXED.length === i);
      expect(await escapes(plain, text, i, own)).toEqual([]);
    },
  );

  test('the demonstration, whatever the file is called', async () => {
    for (const options of [[], ['--json']]) {
      const { code, out, err } = await desk().net('demo', ...options);
      expect([code, harmIn(out, 'pipe'), harmIn(err, 'pipe')]).toEqual([0, null, null]);
    }
  });
});

describe('37 escape sequences, and 38 hidden text in what commander, the help and the environment say', () => {
  const EVIL = 'x\u001b[31m\r\u202e\u009b2J\u0007';

  test.each([
    [[`--evil${EVIL}`]],
    [[EVIL]],
    [['show', `--${EVIL}`]],
    [['target', EVIL]],
    [['help', EVIL]],
    [['help', 'group', EVIL]],
    [['list', '--since', EVIL]],
    [['cherish', EVIL, EVIL]],
    [['import']],
    [['import', EVIL, '--map', EVIL]],
    [['today', '--why', EVIL]],
    [['--db', EVIL, 'show', 'ana']],
    [['export', '--format', EVIL]],
    [['config', EVIL, EVIL]],
    [['pause', EVIL]],
  ])('%j', async (argv) => {
    for (const terminal of [null, { columns: 60 }]) {
      for (const options of [[], ['--json'], ['--quiet']]) {
        const at = desk();
        at.terminal = terminal;
        at.env = { NO_COLOR: '', NET_DEBUG: '1' };
        const { code, out, err } = await at.net(...options, ...argv);
        const outlet = terminal === null ? 'pipe' : 'terminal';
        expect([argv, harmIn(out, outlet), harmIn(err, outlet)]).toEqual([argv, null, null]);
        expect(code).toBeGreaterThan(1);
        expect(err.length).toBeGreaterThan(0);
      }
    }
  });

  test('every command and its help, where the environment is hostile', async () => {
    for (const entry of REGISTRY) {
      const { name } = entry;
      const at = desk();
      at.env = {
        NET_DB: `${at.directory}/${EVIL}`,
        EDITOR: EVIL,
        VISUAL: EVIL,
        LANG: EVIL,
        TERM: EVIL,
        PATH: EVIL,
      };
      const words = takesFile(configured(entry, await entry.load()))
        ? [`${at.directory}/${EVIL}`]
        : ['ana', EVIL];
      for (const more of [[], ['--help'], words]) {
        const { out, err } = await at.net(...name.split(' '), ...more);
        expect([name, harmIn(out, 'pipe'), harmIn(err, 'pipe')]).toEqual([name, null, null]);
      }
    }
  });
});
