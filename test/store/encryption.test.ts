import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCipher } from '../../src/store/cipher.ts';
import { TABLE_NAMES } from '../../src/store/rows.ts';
import {
  bytesWithin,
  encryptedDesk,
  encryptNow,
  givePassphrase,
  memoryKeychain,
  PASSPHRASE,
  ran,
} from '../support/encrypted.ts';
import { commandLine, runAll } from '../support/random-commands.ts';
import { type Desk, desk } from '../support/world.ts';

/** The only key in the keychain of a desk. */
function keyOf(at: Desk): Uint8Array {
  const [key] = (at.keychain as ReturnType<typeof memoryKeychain>).kept.values();
  if (key === undefined) throw new Error('no key');
  return key;
}

/** The rows of a file, whether it is encrypted or not. */
async function rowsOf(at: Desk, key: Uint8Array | null): Promise<Record<string, unknown[]>> {
  const db = (await loadCipher()).connect(key)(at.file, { readonly: true, fileMustExist: true });
  const rows = TABLE_NAMES.map((table) => [
    table,
    db.prepare(`SELECT * FROM ${table} WHERE deleted_at IS NULL ORDER BY id`).all(),
  ]);
  db.close();
  return Object.fromEntries(rows);
}

/** Puts plain backups of the file beside it, as they are made. */
function layBackups(at: Desk, ...names: readonly string[]): string {
  const directory = `${at.file}-backups`;
  fs.mkdirSync(directory, { mode: 0o700 });
  for (const name of names) {
    const db = new Database(at.file);
    db.exec(`VACUUM INTO '${join(directory, name)}'`);
    db.close();
    fs.chmodSync(join(directory, name), 0o600);
  }
  return directory;
}

const WORDS = ['Zebedee', 'Quagga', 'xylophone', 'CREATE TABLE', 'SQLite format'];

function wordsIn(at: Desk): string[] {
  return [...bytesWithin(dirname(at.file))].flatMap(([name, bytes]) =>
    WORDS.filter((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))).map(
      (word) => `${word} in ${name}`,
    ),
  );
}

describe('an encrypted file', () => {
  test('holds no word in the clear, nor does what is beside it, while it is open too', async () => {
    const at = desk();
    at.keychain = memoryKeychain();
    await ran(at, 'add', 'Zebedee Quagga', '--needs', 'a xylophone');
    const backups = layBackups(at, '1.db', '2.db');
    expect(wordsIn(at).length).toBeGreaterThan(8);
    at.env = { NET_KEY_COMMAND: `echo ${PASSPHRASE}` };
    expect(await ran(at, 'encrypt', '--keychain', '--yes')).toContain('with 2 backups');
    at.env = {};
    expect(wordsIn(at)).toEqual([]);
    const connect = (await loadCipher()).connect(keyOf(at));
    const reader = connect(at.file, {});
    reader.prepare('SELECT count(*) FROM contact').get();
    await ran(at, 'log', 'zebedee', 'a xylophone');
    expect(fs.statSync(`${at.file}-wal`).size).toBeGreaterThan(4096);
    expect(wordsIn(at)).toEqual([]);
    // A copy that SQLite writes is encrypted with the same key, and begins as its file does.
    reader.exec(`VACUUM INTO '${join(backups, '3.db')}'`);
    reader.close();
    expect(wordsIn(at)).toEqual([]);
    const [first, last] = [at.file, join(backups, '3.db')].map((path) => fs.readFileSync(path));
    expect(last?.subarray(0, 16)).toEqual(first?.subarray(0, 16));
  });

  test('is for its owner alone, whatever the umask', async () => {
    const before = process.umask(0);
    try {
      const at = desk();
      await ran(at, 'add', 'Ana');
      layBackups(at, '1.db');
      givePassphrase(at);
      fs.chmodSync(join(at.directory, 'passphrase'), 0o600);
      await ran(at, 'encrypt', '--yes');
      await ran(at, 'decrypt', '--yes');
      await ran(at, 'encrypt', '--yes');
      for (const name of bytesWithin(at.directory).keys())
        expect([name, (fs.statSync(join(at.directory, name)).mode & 0o777).toString(8)]).toEqual([
          name,
          '600',
        ]);
    } finally {
      process.umask(before);
    }
  });

  test('is in the format of SQLCipher 4: its first page opens by the description of it', async () => {
    const at = await encryptedDesk();
    const key = keyOf(at);
    const page = fs.readFileSync(at.file).subarray(0, 4096);
    const salt = page.subarray(0, 16);
    const hmacKey = pbkdf2Sync(
      key,
      salt.map((byte) => byte ^ 0x3a),
      2,
      32,
      'sha512',
    );
    const [text, nonce, hmac] = [page.subarray(16, 4016), page.subarray(4016, 4032), page.subarray(4032)];
    const number = Buffer.from([1, 0, 0, 0]);
    expect(createHmac('sha512', hmacKey).update(text).update(nonce).update(number).digest()).toEqual(hmac);
    const decipher = createDecipheriv('aes-256-cbc', key, nonce).setAutoPadding(false);
    const plain = Buffer.concat([decipher.update(text), decipher.final()]);
    // What follows `SQLite format 3` in every database: the size of a page, 4096.
    expect(plain.readUInt16BE(0)).toBe(4096);
    expect(plain.toString('latin1')).toContain('netg');
  });

  test('has its backups converted with it, and back, byte for byte the same rows', async () => {
    const at = desk();
    givePassphrase(at);
    await ran(at, 'add', 'Ana');
    const backups = layBackups(at, '1.db', '2.db');
    fs.writeFileSync(join(backups, 'damaged.db'), 'SQLite format 3\0 and nothing more');
    const before = await rowsOf(at, null);
    const encrypted = await at.net('encrypt', '--yes');
    expect(encrypted.code).toBe(3);
    expect(encrypted.out).toContain('damaged.db could not be encrypted');
    expect(fs.readdirSync(backups).sort()).toEqual([
      '1.db',
      '2.db',
      'damaged.db',
      expect.stringMatching(/^key-[0-9a-f]{16}$/),
    ]);
    const decrypted = await ran(at, 'decrypt', '--yes');
    expect(decrypted).toContain('with 2 backups');
    // The key file is what copies elsewhere need still.
    expect(fs.readdirSync(backups).sort()).toEqual([
      '1.db',
      '2.db',
      'damaged.db',
      expect.stringMatching(/^key-[0-9a-f]{16}$/),
    ]);
    expect(fs.existsSync(`${at.file}-key`)).toBe(false);
    expect(await rowsOf(at, null)).toEqual(before);
    expect(await rowsOf({ ...at, file: join(backups, '2.db') }, null)).toEqual(before);
  });

  test('a backup of another key stays, and so does the key file', async () => {
    const other = await encryptedDesk();
    const at = desk();
    givePassphrase(at);
    await ran(at, 'add', 'Ana');
    const backups = layBackups(at, '1.db');
    await ran(at, 'encrypt', '--yes');
    fs.copyFileSync(other.file, join(backups, '0.db'));
    const { code, out } = await at.net('decrypt', '--yes');
    expect(code).toBe(3);
    expect(out).toContain('0.db stays encrypted');
    expect(fs.existsSync(`${at.file}-key`)).toBe(true);
    fs.rmSync(join(backups, '0.db'));
    // Asked again, it finishes.
    await ran(at, 'decrypt', '--yes');
    expect(fs.existsSync(`${at.file}-key`)).toBe(false);
    expect((await at.net('decrypt', '--yes')).code).toBe(5);
  });

  test('of which a page was overwritten is damaged, and stays as it is', async () => {
    const at = await encryptedDesk();
    await ran(at, 'add', 'Ana', '--needs', 'a designer');
    const bytes = fs.readFileSync(at.file);
    for (let offset = 4096; offset < bytes.length; offset += 4096) bytes.fill(7, offset + 9, offset + 99);
    fs.writeFileSync(at.file, bytes);
    const { code, err } = await at.net('list');
    expect(code).toBe(13);
    expect(err).toContain(`${at.file} is damaged`);
    expect(fs.readFileSync(at.file)).toEqual(bytes);
    bytes.fill(7, 100, 200);
    fs.writeFileSync(at.file, bytes);
    const first = await at.net('list');
    expect(first.code).toBe(13);
    expect(first.err).toContain(`${at.file} is damaged`);
    expect(fs.readFileSync(at.file)).toEqual(bytes);
    fs.truncateSync(at.file, 20);
    expect((await at.net('list')).code).toBe(13);
  });

  test.each([2, 0])(
    'of which pages from %d on are damaged keeps its log, as a crash left it',
    async (first) => {
      const at = await encryptedDesk();
      const held = (await loadCipher()).connect(keyOf(at))(at.file, { fileMustExist: true });
      held.prepare('SELECT 1 FROM operation').get();
      await ran(at, 'log', 'grandpa', 'coffee');
      const log = fs.readFileSync(`${at.file}-wal`);
      const bytes = fs.readFileSync(at.file);
      held.close();
      for (let offset = first * 4096; offset < bytes.length; offset += 4096)
        bytes.fill(7, offset + 100, offset + 4096);
      fs.writeFileSync(at.file, bytes);
      // The log has some pages, the file all others.
      fs.writeFileSync(`${at.file}-wal`, log);
      expect(log.length).toBeGreaterThan(0);
      const { code, err } = await at.net('add', 'Zoe');
      expect([code, err]).toEqual([13, expect.stringContaining('is damaged')]);
      expect(fs.readFileSync(at.file).equals(bytes)).toBe(true);
      expect(fs.readFileSync(`${at.file}-wal`).equals(log)).toBe(true);
    },
  );

  test('reading it leaves its bytes and its time alone', async () => {
    const at = await encryptedDesk();
    fs.utimesSync(at.file, 1, 1);
    const before = fs.readFileSync(at.file);
    await ran(at, 'list');
    await ran(at, 'show', 'grandpa');
    expect(fs.readFileSync(at.file)).toEqual(before);
    expect(fs.statSync(at.file).mtimeMs).toBe(1000);
    expect(fs.readdirSync(at.directory).sort()).toEqual(['net.db', 'net.db-key', 'passphrase']);
  });

  test('is reached by a link', async () => {
    const at = desk();
    givePassphrase(at);
    await ran(at, 'add', 'Ana');
    const link = join(at.directory, 'link.db');
    fs.symlinkSync(at.file, link);
    await ran(at, 'encrypt', '--yes', '--db', link);
    expect(fs.existsSync(`${at.file}-key`)).toBe(true);
    expect(fs.lstatSync(link).isSymbolicLink()).toBe(true);
    expect(await ran(at, 'list', '--db', link)).toContain('Ana');
  });
});

const COMMANDS = Number(process.env.COMMANDS ?? 150);

test(`${COMMANDS} random commands leave the same content as in a plain file, and are all undone and redone`, async () => {
  const at = await encryptedDesk();
  const plain = desk();
  await ran(plain, 'add', 'Grandpa Aurelio', '--circle', 'inner');
  const lines = fc.sample(commandLine, { numRuns: COMMANDS, seed: 5 });
  const start = await rowsOf(plain, null);
  expect(await rowsOf(at, keyOf(at))).toEqual(start);
  for (const one of [at, plain]) await runAll(one, lines);
  const end = await rowsOf(plain, null);
  expect(await rowsOf(at, keyOf(at))).toEqual(end);
  const counts = await Promise.all(
    [at, plain].map(async (one) => {
      const { undone } = JSON.parse(await ran(one, 'undo', '10000', '--json'));
      return undone.length;
    }),
  );
  expect(counts[0]).toBe(counts[1]);
  expect(counts[0]).toBeGreaterThan(COMMANDS / 10);
  expect(await rowsOf(at, keyOf(at))).toEqual(await rowsOf(plain, null));
  await ran(at, 'redo', '10000');
  expect(await rowsOf(at, keyOf(at))).toEqual(end);
});

describe('whatever net does with a plain file it does with an encrypted one', () => {
  let at: Desk;
  beforeAll(async () => {
    at = await encryptedDesk();
  });

  test('export, import, purge', async () => {
    await ran(at, 'add', 'Zebedee Quagga', '--at', 'DevMeet', '--needs', 'a xylophone');
    await ran(at, 'log', 'zebedee', 'coffee');
    const out = join(at.directory, 'out.json');
    await ran(at, 'export', out);
    const other = desk();
    await ran(other, 'import', out, '--yes');
    expect(await ran(other, 'list')).toBe(await ran(at, 'list'));
    const before = keyOf(at);
    await ran(at, 'purge', 'zebedee', '--yes');
    expect(await ran(at, 'list')).not.toContain('Zebedee');
    const db = (await loadCipher()).connect(before)(at.file, { readonly: true });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  });

  test('a file that another net has left newer or hostile is refused', async () => {
    const hostile = desk();
    givePassphrase(hostile);
    await ran(hostile, 'add', 'Ana');
    const plain = new Database(hostile.file);
    plain.exec(`CREATE TRIGGER t AFTER INSERT ON contact BEGIN DELETE FROM contact; END`);
    plain.close();
    await encryptNow(hostile.file);
    const { code, err } = await hostile.net('list');
    expect([code, err]).toEqual([13, expect.stringContaining('is not a file that net wrote')]);
  });
});
