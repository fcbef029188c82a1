import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeCards } from '../../bench/import/cards.ts';
import { writeMail } from '../../bench/import/mail.ts';
import { all } from '../../src/store/db.ts';
import { apart } from '../support/apart.ts';
import { content, derived, inFile } from '../support/content.ts';
import { net, program } from '../support/program.ts';
import { buildOnce } from '../support/sitting.ts';
import { terminal } from '../support/terminal.ts';
import { tries } from '../support/tries.ts';
import { temporaryDirectory } from '../support/world.ts';

/** So many take seconds on any machine, and less than a minute on a busy one. */
const CARDS = tries(15_000, 30_000);

const MOMENTS = tries(3, 5);

let cards: string;

beforeAll(() => {
  buildOnce();
  cards = join(temporaryDirectory(), 'cards.vcf');
  writeCards(cards, CARDS);
});

let file: string;

beforeEach(() => {
  file = join(temporaryDirectory(), 'net.db');
});

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** Runs an import, and sends it a signal once it has begun to write. */
async function left(signal: 'SIGINT' | 'SIGKILL', path: string, ...options: string[]): Promise<Ended> {
  const child = spawn(program, [net, 'import', path, ...options], {
    env: { ...process.env, NET_DB: file },
  });
  const ended = outcome(child);
  await Promise.race([ended, written()]);
  child.kill(signal);
  return ended;
}

function outcome(child: ChildProcess): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (data) => {
    out += data;
  });
  child.stderr?.on('data', (data) => {
    err += data;
  });
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, out, err })));
}

/** More than a new file takes, and less than the import writes. */
const WRITTEN = 4_000_000;

/** Waits until what is written no longer fits into memory, so that some of it lies beside the file. */
async function written(): Promise<void> {
  const size = () => fs.statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  while (size() < WRITTEN) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function expectSound(): Promise<void> {
  await inFile(file, (db) => {
    expect(db.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.sqlite.pragma('foreign_key_check')).toEqual([]);
    expect(all(db, 'SELECT mode FROM journal_mode')).toEqual([{ mode: 'off' }]);
  });
  const { stands, anew } = await derived(file);
  expect(stands).toEqual(anew);
}

/** What lies in a directory; the backup before a large import is whole, and stays. */
function withoutBackups(directory: string): string[] {
  const backups = join(directory, 'net.db-backups');
  const made = fs.existsSync(backups) ? fs.readdirSync(backups) : [];
  expect(made.filter((name) => !name.endsWith('-import.db'))).toEqual([]);
  return fs.readdirSync(directory).filter((name) => name !== 'net.db-backups');
}

describe('35 an import that is left in the middle has brought nothing', () => {
  test.each(['SIGINT', 'SIGKILL'] as const)(
    '35 %s: all or nothing, and the next one is as always',
    async (signal) => {
      await apart(file, 'add', 'Ana Silva', '--email', 'ana@example.org');
      const before = await content(file);
      const beside = withoutBackups(dirname(file));
      const ended = await left(signal, cards);
      if (signal === 'SIGINT') {
        expect(ended).toEqual({ code: 130, signal: null, out: '', err: 'net: left; nothing was changed\n' });
        expect(withoutBackups(dirname(file))).toEqual(beside);
      } else expect(ended.signal).toBe('SIGKILL');
      expect(await content(file)).toEqual(before);
      await expectSound();
      const few = join(dirname(file), 'few.vcf');
      writeCards(few, 100);
      expect((await apart(file, 'import', few)).code).toBe(0);
      expect((await content(file)).contact).toHaveLength(101);
      await expectSound();
    },
  );

  test('35 at whatever moment: all or nothing', async () => {
    const few = join(dirname(file), 'few.vcf');
    const FEW = tries(1500, 3000);
    writeCards(few, FEW);
    const began = performance.now();
    expect((await apart(join(dirname(file), 'whole.db'), 'import', few)).code).toBe(0);
    const whole = performance.now() - began;
    const ends = new Set<string>();
    for (let i = 1; i <= MOMENTS; i++) {
      file = join(temporaryDirectory(), 'net.db');
      await apart(file, 'add', 'Ana Silva');
      const child = spawn(program, [net, 'import', few], { env: { ...process.env, NET_DB: file } });
      const ended = outcome(child);
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, (whole * i) / MOMENTS))]);
      child.kill('SIGINT');
      const { code, signal, err } = await ended;
      const beside = withoutBackups(dirname(file));
      const people = (await content(file)).contact?.length;
      const end = people === 1 ? 'nothing' : 'all';
      expect(people).toBe(end === 'all' ? FEW + 1 : 1);
      // Before it begins to read, and once all is done, nothing listens: then the system ends it.
      if (signal === null) {
        expect([code, err]).toEqual(end === 'all' ? [0, err] : [130, 'net: left; nothing was changed\n']);
        expect(beside).toEqual(['net.db']);
      }
      await expectSound();
      ends.add(end);
    }
    expect(ends).toContain('nothing');
  });

  test('35 a mail archive is left while it is read, before it has told anything', async () => {
    const mail = join(dirname(file), 'mail.mbox');
    writeMail(mail, 60_000_000, 'me@example.org');
    const text = fs.readFileSync(mail);
    for (let i = 0; i < 5; i++) fs.appendFileSync(mail, text);
    const child = spawn(program, [net, 'import', mail, '--yes', '--me', 'me@example.org', '--create'], {
      env: { ...process.env, NET_DB: file },
    });
    const ended = outcome(child);
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 700))]);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130, out: '', err: 'net: left; nothing was changed\n' });
  });
});

test('35 a bar shows how far it is, and Ctrl-C at it leaves nothing behind', async () => {
  const at = terminal(['import', cards], { NET_DB: file });
  await at.answer('%', '\u0003');
  const { code, screen } = await at.ended();
  expect(code).toBe(130);
  expect(screen).toMatch(/cards\.vcf [=-]+ \d+ %/);
  expect(screen.trimEnd()).toMatch(/net: left; nothing was changed$/);
});

test('35 the bar of an import that goes on to its end is gone from the screen', async () => {
  const at = terminal(['import', cards], { NET_DB: file });
  await at.answer('%', '');
  const { code, raw } = await at.ended();
  expect(code).toBe(0);
  // Cleared to the end of the line before what is said, and the cursor is not hidden.
  const said = raw.indexOf(`${CARDS} created`);
  const bar = raw.lastIndexOf('%', said);
  const between = raw.slice(bar, said);
  expect(
    ['\u001b[0J', '\u001b[J', '\u001b[0K', '\u001b[K', '\u001b[2K'].some((clears) =>
      between.includes(clears),
    ),
  ).toBe(true);
  expect(raw).not.toContain('\u001b[?25l');
});
