import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Bill, billOf } from '../../tools/release/bill.ts';
import { makeRelease } from '../../tools/release/make.ts';
import { refusals } from '../../tools/release/refusals.ts';
import { installedWith, nameAt, readLockfile } from '../../tools/supply/lockfile.ts';
import { buildOnce } from '../support/sitting.ts';
import { temporaryDirectory } from '../support/world.ts';

const root = new URL('../../', import.meta.url);
const KILLS = { name: 'kills', tried: 1000, survived: 1000, lost: 0, corrupt: 0, escaped: 0 };
const GOOD = { families: [KILLS], skipped: [] };
const family = (more: object) => ({ families: [KILLS, { ...KILLS, name: 'damage', ...more }], skipped: [] });
const skipping = (...names: readonly string[]) => ({
  ...GOOD,
  skipped: names.map((name) => ({ name, why: 'no root here' })),
});

describe('a release', () => {
  test.each<[string, object]>([
    ['where all went well', {}],
    ['where no power could be cut', { torture: skipping('power') }],
    ['where git says no more than a line end', { changes: '\n' }],
  ])('is made %s', (_, more) => {
    expect(refusals({ changes: '', failed: [], torture: GOOD, ...more })).toEqual([]);
  });

  test.each<[string, object, readonly string[]]>([
    ['changes', { changes: ' M README.md\n?? x\n' }, ['not everything is committed:\n M README.md\n?? x']],
    ['a failed check', { failed: ['npm run check'] }, ['npm run check failed']],
    ['something lost', { torture: family({ survived: 999, lost: 1 }) }, ['damage: 1 lost']],
    ['something corrupt', { torture: family({ survived: 998, corrupt: 2 }) }, ['damage: 2 corrupt']],
    ['an escape', { torture: family({ survived: 999, escaped: 1 }) }, ['damage: 1 escaped']],
    [
      'all of it',
      { torture: family({ survived: 0, lost: 1, corrupt: 2, escaped: 997 }) },
      ['damage: 1 lost', 'damage: 2 corrupt', 'damage: 997 escaped'],
    ],
    [
      'a family that tried nothing',
      { torture: family({ tried: 0, survived: 0 }) },
      ['damage: nothing was tried'],
    ],
    ['tries without an end', { torture: family({ survived: 990 }) }, ['damage: 1000 tried, but 990 told of']],
    ['a family that was skipped', { torture: skipping('syscalls') }, ['syscalls was skipped: no root here']],
    ['one of two', { torture: skipping('power', 'writers') }, ['writers was skipped: no root here']],
    ['a name like it', { torture: skipping('power cuts') }, ['power cuts was skipped: no root here']],
    ['an empty report', { torture: { families: [], skipped: [] } }, ['the torture has tried nothing']],
    ...[
      null,
      undefined,
      [],
      'good',
      {},
      { families: [KILLS] },
      { families: {}, skipped: [] },
      { families: [null], skipped: [] },
      { families: [{ ...KILLS, lost: '0' }], skipped: [] },
      { families: [{ ...KILLS, lost: -1 }], skipped: [] },
      { families: [{ ...KILLS, lost: 0.5 }], skipped: [] },
      { families: [{ ...KILLS, escaped: undefined }], skipped: [] },
      { families: [KILLS], skipped: ['power'] },
    ].map((torture): [string, object, string[]] => [
      `the report ${JSON.stringify(torture)}`,
      { torture },
      ['the torture has left no report that can be read'],
    ]),
    [
      'several at once',
      { changes: '?? x', failed: ['npm run check'], torture: null },
      [
        'not everything is committed:\n?? x',
        'npm run check failed',
        'the torture has left no report that can be read',
      ],
    ],
  ])('is refused for %s', (_, more, reasons) => {
    expect(refusals({ changes: '', failed: [], torture: GOOD, ...more })).toEqual(reasons);
  });
});

const part = (ref: string, ...properties: readonly { name: string; value: string }[]) => {
  const at = ref.lastIndexOf('@');
  return { 'bom-ref': ref, name: ref.slice(0, at), version: ref.slice(at + 1), properties };
};
const DEVELOPMENT = { name: 'cdx:npm:package:development', value: 'true' };
const WHOLE: Bill = {
  serialNumber: 'urn:uuid:some',
  metadata: {
    timestamp: '2026-11-22T10:00:00.000Z',
    component: { ...part('net@1.0.0'), name: 'some-directory' },
  },
  components: [
    part('a@1.0.0'),
    part('b@1.0.0', DEVELOPMENT),
    part('c@1.0.0', DEVELOPMENT),
    part('d@1.0.0', DEVELOPMENT),
  ],
  dependencies: [
    { ref: 'net@1.0.0', dependsOn: ['a@1.0.0', 'b@1.0.0', 'd@1.0.0'] },
    { ref: 'b@1.0.0', dependsOn: ['c@1.0.0', 'd@1.0.0'] },
  ],
};
const WHEN = '2026-01-01T00:00:00.000Z';
const SHIPPED = { installed: ['a@1.0.0'], bundled: ['c@1.0.0', 'b@1.0.0'] };

describe('the bill of materials', () => {
  test('tells what is installed and what is bundled, and nothing of what only makes it', () => {
    const { components, dependencies, metadata } = billOf(WHOLE, SHIPPED, WHEN);
    expect(components).toEqual([
      part('a@1.0.0'),
      part('b@1.0.0', { name: 'cdx:npm:package:bundled', value: 'true' }),
      part('c@1.0.0', { name: 'cdx:npm:package:bundled', value: 'true' }),
    ]);
    expect(dependencies).toEqual([
      { ref: 'net@1.0.0', dependsOn: ['a@1.0.0', 'b@1.0.0'] },
      { ref: 'a@1.0.0', dependsOn: [] },
      { ref: 'b@1.0.0', dependsOn: ['c@1.0.0'] },
      { ref: 'c@1.0.0', dependsOn: [] },
    ]);
    expect(metadata).toMatchObject({ timestamp: WHEN, component: { name: 'net' } });
  });

  test('is the same again wherever and whenever it is made, and another for something else', () => {
    const elsewhere = {
      ...WHOLE,
      serialNumber: 'urn:uuid:other',
      metadata: { timestamp: 'later', component: { ...WHOLE.metadata.component, name: 'elsewhere' } },
    };
    const bill = billOf(WHOLE, SHIPPED, WHEN);
    expect(billOf(elsewhere, SHIPPED, WHEN)).toEqual(bill);
    expect(bill.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    const other = billOf(WHOLE, { ...SHIPPED, bundled: [] }, WHEN);
    expect(other.serialNumber).not.toBe(bill.serialNumber);
  });

  test('is not made where something ships of which nothing is known', () => {
    expect(() => billOf(WHOLE, { ...SHIPPED, bundled: ['x@1.0.0'] }, WHEN)).toThrow(
      'npm sbom does not know x@1.0.0, which ships',
    );
  });
});

describe('the files of a release', () => {
  beforeAll(buildOnce);

  test('are the package, its bill and their checksums', async () => {
    const to = temporaryDirectory();
    await makeRelease({ checkout: fileURLToPath(root), to, when: WHEN }, []);
    const { version } = JSON.parse(fs.readFileSync(new URL('package.json', root), 'utf8'));
    const [bill, tarball] = [`netgarden-${version}.cdx.json`, `netgarden-${version}.tgz`];
    expect(fs.readdirSync(to).sort()).toEqual(['SHA256SUMS', bill, tarball]);
    const hash = (name: string) =>
      createHash('sha256')
        .update(fs.readFileSync(join(to, name)))
        .digest('hex');
    expect(fs.readFileSync(join(to, 'SHA256SUMS'), 'utf8')).toBe(
      `${hash(bill)}  ${bill}\n${hash(tarball)}  ${tarball}\n`,
    );

    const { components, specVersion } = JSON.parse(fs.readFileSync(join(to, bill), 'utf8'));
    const refs = components.map((component: { 'bom-ref': string }) => component['bom-ref']);
    const lockfile = readLockfile(root);
    for (const place of installedWith(lockfile))
      expect(refs).toContain(`${nameAt(place)}@${lockfile[place]?.version}`);
    // Shipped inside of dist/, and of development only for npm.
    for (const name of ['commander', 'ical.js', 'uuid'])
      expect(refs).toContain(`${name}@${lockfile[`node_modules/${name}`]?.version}`);
    for (const name of ['vitest', 'esbuild', 'typescript', 'better-sqlite3-multiple-ciphers'])
      expect(refs.join()).not.toContain(`${name}@`);
    expect(specVersion).toBe('1.5');
    const hashed = components.filter(
      ({ hashes }: { hashes?: { alg: string }[] }) => hashes?.[0]?.alg === 'SHA-512',
    );
    expect(hashed).toHaveLength(components.length);
  });
});
