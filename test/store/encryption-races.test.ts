import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { beginningFor, beginningOf, keyIdOf, kindOf } from '../../src/store/beginning.ts';
import { givePassphrase, ran } from '../support/encrypted.ts';
import { net, program } from '../support/program.ts';
import { buildOnce } from '../support/sitting.ts';
import { type Desk, desk, type Ran } from '../support/world.ts';

beforeAll(buildOnce);

/** The built program. */
function apart(at: Desk, ...argv: readonly string[]): Promise<Ran> {
  const env = { ...process.env, ...at.env, NET_DB: at.file };
  return new Promise((resolve) => {
    let out = '';
    let err = '';
    const child = spawn(program, [net, ...argv], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (part) => (out += String(part)));
    child.stderr.on('data', (part) => (err += String(part)));
    child.on('close', (code) => resolve({ code: code ?? -1, out, err }));
  });
}

async function names(at: Desk): Promise<string[]> {
  const { people } = JSON.parse(await ran(at, 'list', '--json')) as { people: { name: string }[] };
  return people.map(({ name }) => name).sort();
}

/** Names that nobody takes for one another. */
const NAMES = 'Ana Ben Carla Dele Eva Farid Greta Hugo Ines Jonas Kemi Lars Mara Noor Olga Pia'.split(' ');

describe('at the same time', () => {
  test('writers of one encrypted file lose nothing', async () => {
    const at = desk();
    givePassphrase(at);
    await ran(at, 'add', 'Zoe');
    await ran(at, 'encrypt', '--yes');
    const added = await Promise.all(NAMES.slice(0, 6).map((name) => apart(at, 'add', name)));
    expect(added.map(({ code }) => code)).toEqual(added.map(() => 0));
    expect(await names(at)).toEqual([...NAMES.slice(0, 6), 'Zoe'].sort());
  });

  test('what others write while the file is encrypted and decrypted is all there', async () => {
    const at = desk();
    givePassphrase(at);
    await ran(at, 'add', 'Zoe');
    const acknowledged: string[] = ['Zoe'];
    let more = true;
    const writer = async (own: readonly string[]) => {
      for (const name of own) {
        const { code, err } = await apart(at, 'add', name);
        if (code === 0) acknowledged.push(name);
        else expect([name, code, err]).toEqual([name, 11, expect.stringContaining('in use')]);
      }
    };
    const converter = async () => {
      while (more) {
        for (const verb of ['encrypt', 'decrypt']) {
          const { code, err } = await apart(at, verb, '--yes');
          if (code !== 0) expect([verb, code, err]).toEqual([verb, 11, expect.stringContaining('in use')]);
        }
      }
    };
    const converting = converter();
    await Promise.all([writer(NAMES.slice(0, 8)), writer(NAMES.slice(8))]);
    more = false;
    await converting;
    expect(await names(at)).toEqual(acknowledged.sort());
    expect(acknowledged.length).toBeGreaterThan(NAMES.length / 2);
    expect(fs.existsSync(`${at.file}-moving`)).toBe(false);
  });

  test('two that encrypt it: one does, the other says so, and its passphrase opens nothing', async () => {
    const at = desk();
    await ran(at, 'add', 'Zoe');
    const [first, second] = [
      { ...at, env: {} },
      { ...at, env: {} },
    ];
    fs.mkdirSync(join(at.directory, '1'));
    fs.mkdirSync(join(at.directory, '2'));
    givePassphrase(Object.assign(first, { directory: join(at.directory, '1') }), 'the first of the four');
    givePassphrase(Object.assign(second, { directory: join(at.directory, '2') }), 'the other of the four');
    const ends = await Promise.all([first, second].map((one) => apart(one, 'encrypt', '--yes')));
    expect(ends.filter(({ code }) => code === 0).length).toBe(1);
    for (const [i, { code }] of ends.entries()) {
      const opened = await apart(i === 0 ? first : second, 'list');
      expect(opened.code).toBe(code === 0 ? 0 : 15);
    }
  });

  test('many that meet a file whose encrypting was cut short all go on', async () => {
    const at = desk();
    givePassphrase(at);
    await ran(at, 'add', 'Zoe');
    const plain = fs.readFileSync(at.file);
    await ran(at, 'encrypt', '--yes');
    const id = keyIdOf(beginningOf(at.file));
    fs.renameSync(at.file, `${at.file}-moving`);
    fs.writeFileSync(at.file, Buffer.concat([beginningFor('moving', id), plain.subarray(16)]));
    const added = await Promise.all(NAMES.slice(0, 5).map((name) => apart(at, 'add', name)));
    expect(added.map(({ code, err }) => [code, code === 0 ? '' : err])).toEqual(added.map(() => [0, '']));
    expect(await names(at)).toEqual([...NAMES.slice(0, 5), 'Zoe'].sort());
    expect(kindOf(beginningOf(at.file))).toBe('encrypted');
  });

  test('a program that keeps the file open keeps it from being encrypted', async () => {
    const at = desk();
    givePassphrase(at);
    await ran(at, 'add', 'Zoe');
    const { default: Database } = await import('better-sqlite3');
    const other = new Database(at.file);
    other.prepare('SELECT count(*) FROM contact').get();
    const before = fs.readFileSync(at.file);
    const { code, err } = await apart(at, 'encrypt', '--yes');
    expect([code, err]).toEqual([11, expect.stringContaining('in use by another program')]);
    expect(fs.readFileSync(at.file)).toEqual(before);
    expect(fs.existsSync(`${at.file}-key`)).toBe(false);
    other.close();
    expect(await names(at)).toEqual(['Zoe']);
  });
});
