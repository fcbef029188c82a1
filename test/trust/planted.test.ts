import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { editText } from '../../src/host/editor.ts';
import { temporaryPath } from '../../src/host/temporary.ts';
import { writeWhole } from '../../src/host/write-file.ts';
import { writePages } from '../../src/host/write-pages.ts';
import { type Desk, desk, temporaryDirectory } from '../support/world.ts';

const next = vi.hoisted(() => ({ id: null as string | null }));

/** The worst case: somebody foretells the name of what is not finished. */
vi.mock('../../src/host/ids.ts', async (original) => {
  const real = await original<typeof import('../../src/host/ids.ts')>();
  return { newId: () => next.id ?? real.newId() };
});

const ID = '01937c1e-0000-7000-8000-00000000ffff';

let at: Desk;
let secret: string;

beforeEach(async () => {
  next.id = null;
  at = desk();
  await at.net('add', 'Ana Silva');
  secret = join(temporaryDirectory(), 'secret');
  fs.writeFileSync(secret, 'mine');
});

const untouched = () =>
  expect([fs.readFileSync(secret, 'utf8'), fs.statSync(secret).nlink]).toEqual(['mine', 1]);

describe('51 a planted link', () => {
  const NAMES = ['people.json', 'people.vcf', 'people.csv'];

  test.each(NAMES)('51 where %s is to be is refused, and what it leads to stays', async (name) => {
    const path = join(at.directory, name);
    for (const target of [secret, join(at.directory, 'nowhere')]) {
      fs.rmSync(path, { force: true });
      fs.symlinkSync(target, path);
      expect((await at.net('export', path)).code).toBe(4);
      expect(fs.lstatSync(path).isSymbolicLink()).toBe(true);
      untouched();
    }
    expect(fs.existsSync(join(at.directory, 'nowhere'))).toBe(false);
  });

  test('51 where a calendar is to be, the same', async () => {
    const path = join(at.directory, 'net.ics');
    fs.symlinkSync(secret, path);
    expect((await at.net('calendar', path)).code).toBe(4);
    untouched();
  });

  test('51 with the name of a page is replaced, not followed', async () => {
    const pages = join(at.directory, 'pages');
    fs.mkdirSync(pages);
    const known = fs.readdirSync(at.directory);
    expect((await at.net('export', `${pages}/`)).code).toBe(0);
    for (const name of fs.readdirSync(pages)) {
      fs.rmSync(join(pages, name));
      fs.symlinkSync(secret, join(pages, name));
    }
    expect((await at.net('export', `${pages}/`, '--force')).code).toBe(0);
    untouched();
    for (const name of fs.readdirSync(pages)) expect(fs.lstatSync(join(pages, name)).isFile()).toBe(true);
    expect(fs.readdirSync(at.directory).sort()).toEqual(known.sort());
  });

  const WRITE: readonly (readonly [string, (path: string) => number])[] = [
    ['a file', (path) => writeWhole(path, ['{}'], true)],
    ['pages', (path) => writePages(path, [{ name: 'index.md', pieces: ['#'] }], true)],
  ];

  test.each(WRITE)(
    '51 under the very name that what is unfinished of %s will have is never written through',
    (_, write) => {
      next.id = ID;
      const part = join(at.directory, `.net-${ID}.part`);
      const plants: readonly (readonly [what: string, plant: () => void])[] = [
        ['a link to a file', () => fs.symlinkSync(secret, part)],
        ['a link to a directory', () => fs.symlinkSync(join(secret, '..'), part)],
        ['a link to nothing', () => fs.symlinkSync(join(at.directory, 'nowhere'), part)],
        ['a file', () => fs.writeFileSync(part, 'planted')],
      ];
      for (const [what, plant] of plants) {
        plant();
        expect([what, attempt(() => write(join(at.directory, 'out')))]).toEqual([what, 'exists']);
        untouched();
        expect(fs.readdirSync(join(secret, '..'))).toEqual(['secret']);
        expect(fs.existsSync(join(at.directory, 'nowhere'))).toBe(false);
        expect(fs.existsSync(join(at.directory, 'out'))).toBe(false);
      }
    },
  );

  function attempt(write: () => unknown): unknown {
    try {
      return write();
    } catch (error) {
      return (error as { code?: unknown }).code;
    }
  }

  test('51 what is swept as left over is the link, and never what it leads to', () => {
    const directory = join(secret, '..');
    const old = new Date(Date.parse('2020-01-01'));
    const part = join(at.directory, `.net-${ID}.part`);
    for (const target of [secret, directory]) {
      fs.symlinkSync(target, part);
      fs.lutimesSync(part, old, old);
      writeWhole(join(at.directory, `out-${target.length}`), ['{}'], true);
      expect(fs.lstatSync(part, { throwIfNoEntry: false })).toBeUndefined();
      untouched();
    }
    fs.mkdirSync(part);
    fs.symlinkSync(directory, join(part, 'within'));
    fs.utimesSync(part, old, old);
    writeWhole(join(at.directory, 'out'), ['{}'], true);
    expect(fs.existsSync(part)).toBe(false);
    untouched();
  });
});

/** Open what is there already, and is net's own: the file that is encrypted or brought back in its place, and what is to be on the disk. */
const OWN = ['store/encryption.ts', 'store/moving.ts', 'store/place.ts', 'store/sync.ts'];

describe('51 what is temporary', () => {
  test('51 has a name that nobody foretells, in a directory that only its owner enters', () => {
    const paths = Array.from({ length: 200 }, () => temporaryPath('x'));
    const directories = paths.map((path) => join(path, '..'));
    expect(new Set(directories).size).toBe(200);
    for (const directory of directories) {
      expect(fs.statSync(directory).mode & 0o777).toBe(0o700);
      expect(fs.readdirSync(directory)).toEqual([]);
      fs.rmdirSync(directory);
    }
  });

  test('51 of an editor is there for its owner alone, and gone afterwards', () => {
    const seen = join(temporaryDirectory(), 'seen');
    const editor = join(temporaryDirectory(), 'editor.sh');
    fs.writeFileSync(editor, `#!/bin/sh\nstat -c '%a %n' "$1" "$(dirname "$1")" > ${seen}\n`, {
      mode: 0o700,
    });
    const umask = process.umask(0);
    const edited = editText('name: Ana\n', { EDITOR: editor });
    process.umask(umask);
    expect(fs.readFileSync(seen, 'utf8')).toMatch(/^600 \S+person\.txt\n700 \S+\n$/);
    edited.discard();
    expect(fs.existsSync(edited.path)).toBe(false);
  });

  test('51 of an export is there for its owner alone, whatever the mask', () => {
    const umask = process.umask(0);
    const modes: number[] = [];
    const watched = function* () {
      const part = fs.readdirSync(at.directory).find((name) => name.endsWith('.part')) ?? '';
      modes.push(fs.statSync(join(at.directory, part)).mode & 0o777);
      yield '{}';
    };
    writeWhole(join(at.directory, 'a'), watched(), false);
    writePages(join(at.directory, 'b'), [{ name: 'index.md', pieces: watched() }], false);
    process.umask(umask);
    expect(modes).toEqual([0o600, 0o700]);
    expect(fs.statSync(join(at.directory, 'a')).mode & 0o777).toBe(0o600);
    expect(fs.statSync(join(at.directory, 'b', 'index.md')).mode & 0o777).toBe(0o600);
  });

  test('51 nothing is opened for writing but where nothing was, but for the file of net itself', () => {
    const root = join(import.meta.dirname, '../../src');
    const sources = fs
      .readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'));
    expect(sources.length).toBeGreaterThan(200);
    const writing = sources.flatMap((name) =>
      fs
        .readFileSync(join(root, name), 'utf8')
        .split('\n')
        .filter((line) => /\b(?:writeFileSync|appendFileSync|createWriteStream|openSync)\(/.test(line))
        .filter((line) => !/'wx'|, 'r'\)/.test(line) && !(OWN.includes(name) && line.includes("'r+'")))
        .map((line) => `${name}: ${line.trim()}`),
    );
    expect(writing).toEqual([]);
  });
});
