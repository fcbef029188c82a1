import fs from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundledIn, libraryAt, licensesText } from '../../tools/build/licenses.ts';
import { buildOnce } from '../support/sitting.ts';
import { temporaryDirectory } from '../support/world.ts';

const root = new URL('../../', import.meta.url);

/** A package on disk, and the path of its directory. */
function library(directory: string, manifest: object, files: Readonly<Record<string, string>>): string {
  fs.mkdirSync(directory, { recursive: true });
  fs.writeFileSync(join(directory, 'package.json'), JSON.stringify(manifest));
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(join(directory, name), text);
  return directory;
}

describe('what a package says of its license', () => {
  test.each([
    [{ url: 'git+https://github.com/a/b.git' }, 'https://github.com/a/b'],
    [{ url: 'git://github.com/a/b.git' }, 'https://github.com/a/b'],
    [{ url: 'git+ssh://git@github.com/a/b.git' }, 'https://github.com/a/b'],
    [{ url: 'git@github.com:a/b.git' }, 'https://github.com/a/b'],
    ['a/b', 'https://github.com/a/b'],
    ['github:a/b', 'https://github.com/a/b'],
    [undefined, ''],
  ])('its source: %j', (repository, source) => {
    const manifest = { name: 'x', version: '1.0.0', license: 'MIT', repository };
    expect(libraryAt(library(temporaryDirectory(), manifest, { LICENSE: 'be kind' })).source).toBe(source);
  });

  test('all of its texts go along, whatever they are called', () => {
    const manifest = { name: 'x', version: '1.0.0', license: 'MIT' };
    const files = {
      'license.md': 'one\r\n',
      'LICENSE-MIT.txt': 'two',
      NOTICE: 'three',
      'README.md': 'no',
      'licenses.js': 'no',
    };
    const { texts } = libraryAt(library(temporaryDirectory(), manifest, files));
    expect([...texts].sort()).toEqual(['one', 'three', 'two']);
  });

  test('one that says nothing may not be put into dist/', () => {
    const silent = library(
      temporaryDirectory(),
      { name: 'x', version: '1.0.0', license: 'MIT' },
      { 'index.js': '' },
    );
    expect(() => libraryAt(silent)).toThrow(/x 1\.0\.0 may not go into dist/);
    const nameless = library(temporaryDirectory(), { name: 'x', version: '1.0.0' }, { LICENSE: 'be kind' });
    expect(() => libraryAt(nameless)).toThrow(/x 1\.0\.0 may not go into dist/);
  });
});

test('a library counts where a byte of it was written, under each of its versions', () => {
  const directory = temporaryDirectory();
  const add = (place: string, name: string, version: string) =>
    library(join(directory, place), { name, version, license: 'MIT' }, { LICENSE: `of ${name} ${version}` });
  add('node_modules/a', 'a', '1.0.0');
  add('node_modules/@s/b', '@s/b', '2.0.0');
  add('node_modules/@s/b/node_modules/a', 'a', '3.0.0');
  add('node_modules/unused', 'unused', '1.0.0');
  const inputs = {
    'src/main.ts': { bytesInOutput: 10 },
    'node_modules/a/lib/index.js': { bytesInOutput: 1 },
    'node_modules/@s/b/index.js': { bytesInOutput: 1 },
    'node_modules/@s/b/node_modules/a/index.js': { bytesInOutput: 1 },
    'node_modules/unused/index.js': { bytesInOutput: 0 },
  };
  const metafile = { inputs: {}, outputs: { 'main.cjs': { inputs } } } as unknown as Metafile;
  const found = bundledIn([metafile], directory);
  expect(found.map(({ name, version }) => `${name} ${version}`)).toEqual([
    '@s/b 2.0.0',
    'a 1.0.0',
    'a 3.0.0',
  ]);
  for (const text of ['of a 1.0.0', 'of a 3.0.0', 'of @s/b 2.0.0'])
    expect(licensesText(found)).toContain(text);
});

describe('dist/LICENSES.txt', () => {
  beforeAll(buildOnce);

  test('has the text of every library that net imports', () => {
    const shipped = fs.readFileSync(new URL('dist/LICENSES.txt', root), 'utf8');
    const sources = fs
      .readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => fs.readFileSync(new URL(`src/${name}`, root), 'utf8'));
    const imported = new Set(
      sources.flatMap((text) =>
        [
          ...text.matchAll(
            /^(?:import|export)(?! type)[^;]*? from '([^.'][^']*)'|import\('([^.'][^']*)'\)/gm,
          ),
        ].flatMap(([, still, late]) => /^(@[^/]+\/)?[^/]+/.exec(still ?? late ?? '')?.[0] ?? []),
      ),
    );
    const libraries = [...imported].filter((name) => !name.startsWith('node:') && !OWN.includes(name));
    expect(libraries.length).toBeGreaterThan(15);
    for (const name of libraries) {
      const { version, license, texts } = libraryAt(new URL(`node_modules/${name}`, root).pathname);
      expect([name, shipped.includes(`\n${name} ${version}, ${license}\n`)]).toEqual([name, true]);
      for (const text of texts) expect([name, shipped.includes(text)]).toEqual([name, true]);
    }
  });
});

/** What is never put into dist/: a user adds them. */
const OWN = ['better-sqlite3-multiple-ciphers', '@napi-rs/keyring'];
