import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { encryptedDesk } from '../support/encrypted.ts';
import { type Installed, install, runInstalled } from '../support/installed.ts';
import { type Desk, desk } from '../support/world.ts';

const failing = vi.hoisted(() => ({ inCopy: null as string | null }));

/** What SQLite says of a copy that net keeps, where a test wants it. */
vi.mock('../../src/store/copy.ts', async (original) => {
  const real = await original<typeof import('../../src/store/copy.ts')>();
  const inCopy: typeof real.inCopy = (...given) =>
    failing.inCopy === null
      ? real.inCopy(...given)
      : Promise.reject(Object.assign(new Error('said by SQLite'), { code: failing.inCopy }));
  return { inCopy };
});

let at: Desk;
let stick: string;
let backups: string;

beforeEach(async () => {
  at = desk();
  await at.net('add', 'Ana Silva');
  stick = join(at.directory, 'stick');
  fs.mkdirSync(stick);
  backups = `${at.file}-backups`;
});

afterEach(() => {
  failing.inCopy = null;
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

type Called = 'openSync' | 'writeSync' | 'readSync' | 'fsyncSync' | 'renameSync';

/** From now on the system refuses a call, as it does: where its arguments are those. */
function refusing(call: Called, code: string, which: (...given: readonly unknown[]) => boolean = () => true) {
  const real = fs[call] as (...given: readonly unknown[]) => unknown;
  vi.spyOn(fs, call).mockImplementation(((...given: readonly unknown[]) => {
    if (!which(...given)) return real(...given);
    const path = typeof given[0] === 'string' ? { path: given[0] } : {};
    throw Object.assign(new Error(code), { code, syscall: call.replace('Sync', ''), ...path });
  }) as never);
  syncBuiltinESMExports();
}

const within = (directory: string) => (path: unknown) => String(path).startsWith(`${directory}/`);

describe('a copy that cannot be written elsewhere is told by its own name', () => {
  const CODES: readonly (readonly [Called, string, number, RegExp])[] = [
    ['openSync', 'EACCES', 15, /may not be written: permission denied\nhint: .*name another file/],
    ['openSync', 'EROFS', 15, /may not be written: permission denied\nhint: .*name another file/],
    ['openSync', 'ENOSPC', 16, /could not be written: .* full .*\nhint: .*make room there, or name another/],
    ['openSync', 'ENOENT', 2, /^net: no file can be made at .*\nhint: name another file\n/],
    ['fsyncSync', 'EIO', 16, /could not be written: .* failing\nhint: .*name another/],
    ['renameSync', 'ENOSPC', 16, /could not be written: .*\nhint: .*make room there/],
  ];

  test.each(CODES)('%s: %s', async (call, code, exit, words) => {
    refusing(call, code, call === 'fsyncSync' ? () => true : within(stick));
    const path = join(stick, 'net.db');
    const ran = await at.net('backup', path);
    expect([ran.code, ran.err]).toEqual([exit, expect.stringMatching(words)]);
    expect(ran.err).toContain(path);
    expect(ran.err).not.toMatch(/\.part|--db|link to nothing/);
    expect(ran.err.replaceAll(path, '')).not.toContain('net.db');
    vi.restoreAllMocks();
    syncBuiltinESMExports();
    expect(fs.readdirSync(stick)).toEqual([]);
  });

  test.skipIf(process.platform !== 'linux')('where the system lets nobody make a file', async () => {
    for (const path of ['/proc/x.db', '/sys/x.db']) {
      const { code, err } = await at.net('backup', path);
      expect([path, [2, 15].includes(code), err]).toEqual([path, true, expect.stringContaining(path)]);
      expect(err).not.toMatch(/net\.db|--db/);
    }
  });

  test('as it was typed', async () => {
    const before = process.cwd();
    process.chdir(at.directory);
    try {
      refusing('openSync', 'ENOSPC', (path) => String(path).includes('.part'));
      expect((await at.net('backup', 'stick/net.db')).err).toMatch(/^net: stick\/net\.db could not/);
    } finally {
      process.chdir(before);
    }
  });

  test('its key file, too, and the one that is there and cannot be read', async () => {
    at = await encryptedDesk();
    const path = join(at.directory, 'copy.db');
    refusing('openSync', 'ENOSPC', (name) => /key\.part$|part-key$/.test(String(name)));
    expect(await at.net('backup', path)).toMatchObject({
      code: 16,
      err: expect.stringContaining(`${path} could not be written`),
    });
    vi.restoreAllMocks();
    syncBuiltinESMExports();
    fs.writeFileSync(`${path}-key`, 'of another');
    const real = fs.readFileSync;
    vi.spyOn(fs, 'readFileSync').mockImplementation(((name: string, ...rest: []) => {
      if (name === `${path}-key`) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
      return real(name, ...rest);
    }) as never);
    syncBuiltinESMExports();
    const { code, err } = await at.net('backup', path);
    expect([code, err]).toEqual([15, expect.stringContaining(`${path}-key cannot be opened`)]);
  });
});

describe('a backup that cannot be written is told by the directory of the backups', () => {
  beforeEach(async () => {
    await at.net('backup');
    refusing('openSync', 'ENOSPC', within(backups));
  });

  const WORDS = /net\.db-backups could not be written: .*\nhint: .*make room and try again/;

  test('where it was asked for', async () => {
    const { code, err } = await at.net('backup');
    expect([code, err]).toEqual([16, expect.stringMatching(WORDS)]);
    expect(err).not.toContain('.part');
  });

  test('before what cannot be taken back as easily, with a hint that fits', async () => {
    expect((await at.net('purge', 'ana', '--yes')).err).toMatch(
      /no backup could be made first: \S+net\.db-backups could not be written: .*\nhint: nothing was changed; make room and try again/,
    );
    vi.restoreAllMocks();
    refusing('openSync', 'EACCES', within(backups));
    const { code, err } = await at.net('purge', 'ana', '--yes');
    expect([code, err]).toEqual([15, expect.stringMatching(/net\.db-backups may not be written.*\nhint: /)]);
    expect(err).not.toContain('make room');
  });

  test('by the first change of a day', async () => {
    at.day = '2026-11-23' as Desk['day'];
    const { code, err } = await at.net('log', 'ana', 'coffee');
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(/no backup of today: \S+net\.db-backups could not be/),
    ]);
  });

  test('and what its directory cannot show', async () => {
    vi.restoreAllMocks();
    const real = fs.readdirSync;
    vi.spyOn(fs, 'readdirSync').mockImplementation(((name: string, ...rest: []) => {
      if (name === backups) throw Object.assign(new Error('EIO'), { code: 'EIO' });
      return real(name, ...rest);
    }) as never);
    syncBuiltinESMExports();
    const { code, err } = await at.net('backup');
    expect([code, err]).toEqual([16, expect.stringContaining('net.db-backups could not')]);
  });
});

test('what cannot be read of the file is told of the file, wherever the copy was to go', async () => {
  for (let i = 0; i < 30; i++) await at.net('log', 'ana', `talk nr ${i} ${'of much '.repeat(50)}`);
  const bytes = fs.readFileSync(at.file);
  fs.writeFileSync(at.file, bytes.fill(7, bytes.length - 3 * 4096));
  for (const argv of [['backup', join(stick, 'net.db')], ['backup']]) {
    const { code, err } = await at.net(...argv);
    expect([code, err]).toEqual([13, expect.stringContaining(`${at.file} is damaged`)]);
    expect(err).not.toContain('stick');
  }
});

describe('net restore tells whose disk failed', () => {
  let copy: string;

  beforeEach(async () => {
    copy = join(stick, 'net.db');
    await at.net('backup', copy);
  });

  /** The copy is good: nobody is to choose another one. */
  async function ofTarget(exit: number): Promise<void> {
    const { code, err } = await at.net('restore', copy, '--yes');
    expect([code, err]).toEqual([exit, expect.stringMatching(/^net: \S+net\.db-backups .*\nhint: /)]);
    expect(err).not.toMatch(/stick|choose another/);
    vi.restoreAllMocks();
    syncBuiltinESMExports();
    expect(fs.readdirSync(backups)).toEqual([]);
  }

  test.each<[Called, string]>([
    ['writeSync', 'ENOSPC'],
    ['fsyncSync', 'EIO'],
    ['openSync', 'ENOSPC'],
  ])('%s: %s where the copy is made ready', async (call, code) => {
    refusing(call, code, call === 'openSync' ? within(backups) : () => true);
    await ofTarget(16);
  });

  test('by what SQLite says of the copy that it made ready', async () => {
    for (const code of ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_FSYNC', 'SQLITE_CANTOPEN']) {
      failing.inCopy = code;
      await ofTarget(16);
    }
    failing.inCopy = 'SQLITE_CORRUPT';
    expect(await at.net('restore', copy, '--yes')).toMatchObject({
      code: 13,
      err: expect.stringMatching(/stick\/net\.db is damaged\nhint: choose another one/),
    });
  });

  test.each<[Called, string, number, RegExp]>([
    ['readSync', 'EIO', 16, /could not be read: .*failing\n/],
    ['openSync', 'EIO', 16, /could not be read: .*failing\n/],
    ['openSync', 'EACCES', 15, /permission denied\n/],
  ])('%s: %s of the copy itself', async (call, code, exit, words) => {
    const { ino } = fs.statSync(copy);
    refusing(call, code, (file) =>
      call === 'openSync' ? file === copy : fs.fstatSync(file as number).ino === ino,
    );
    const ran = await at.net('restore', copy, '--yes');
    expect([ran.code, ran.err]).toEqual([exit, expect.stringMatching(words)]);
    expect(ran.err).toMatch(/^net: \S+stick\/net\.db .*\nhint: choose another one/);
  });

  test('too many open files are the fault of no copy', async () => {
    refusing('openSync', 'EMFILE', (file) => file === copy);
    const { code, err } = await at.net('restore', copy, '--yes');
    expect([code, err]).toEqual([16, expect.stringMatching(/too many files are open.*\nhint: .*close some/)]);
  });
});

describe('a disk that is full to the end', () => {
  /** In blocks of 512 bytes: whoever writes more into one file is told that there is no room. */
  const LIMIT = ['sh', '-c', 'trap "" XFSZ; ulimit -f 100; exec "$@"', 'sh'];
  let net: Installed;

  beforeAll(() => {
    net = install();
  });

  test('a backup elsewhere, one beside the file, and going back', async () => {
    const copy = join(stick, 'net.db');
    const backup = await runInstalled(net, at.file, ['backup', copy], LIMIT);
    expect([backup.code, backup.err]).toEqual([
      16,
      expect.stringContaining(`net: ${copy} could not be written`),
    ]);
    expect(fs.readdirSync(stick)).toEqual([]);
    const beside = await runInstalled(net, at.file, ['backup'], LIMIT);
    expect([beside.code, beside.err]).toEqual([16, expect.stringContaining(`net: ${backups} could not be`)]);
    await at.net('backup', copy);
    const back = await runInstalled(net, at.file, ['restore', copy, '--yes'], LIMIT);
    expect([back.code, back.err]).toEqual([16, expect.stringContaining(`net: ${backups} could not be`)]);
    expect(back.err).not.toMatch(/choose another/);
  });
});
