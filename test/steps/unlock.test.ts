import fs from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NetError } from '../../src/domain/error.ts';
import type { Keychain } from '../../src/host/keychain.ts';
import type { Prompt } from '../../src/host/prompt.ts';
import { givePassphrase, memoryKeychain, PASSPHRASE, ran } from '../support/encrypted.ts';
import { type Desk, desk } from '../support/world.ts';

let first: Desk;
let kept: ReturnType<typeof memoryKeychain>;
let at: Desk;

beforeAll(async () => {
  first = desk();
  kept = memoryKeychain();
  first.keychain = kept;
  givePassphrase(first);
  await ran(first, 'add', 'Ana Silva');
  await ran(first, 'encrypt', '--keychain', '--yes');
});

beforeEach(() => {
  at = desk();
  fs.cpSync(first.directory, at.directory, { recursive: true });
  at.keychain = memoryKeychain();
});

/** Types these one after the other where a secret is asked for, and says yes or no to all else. */
function typing(yes: boolean, ...secrets: readonly string[]): { prompt: Prompt; asked: string[] } {
  const asked: string[] = [];
  const left = [...secrets];
  return {
    asked,
    prompt: {
      text: async ({ message, hidden, check }) => {
        asked.push(message);
        expect(hidden).toBe(true);
        const answer = left.shift() ?? '';
        const right = (await check?.(answer)) ?? true;
        if (right !== true) throw new Error(right);
        return answer;
      },
      confirm: async (message) => {
        asked.push(message);
        return yes;
      },
      select: () => Promise.reject(new Error('asked')),
      search: () => Promise.reject(new Error('asked')),
    },
  };
}

const broken = (why: string): Keychain => {
  const fail = () => Promise.reject(new NetError('rejected', why));
  return { get: fail, set: fail, remove: fail };
};

describe('where the key comes from', () => {
  test('the keychain asks nobody', async () => {
    at.keychain = kept;
    expect(await ran(at, 'list')).toContain('Ana Silva');
  });

  test('the command goes before the keychain, and a wrong passphrase is told', async () => {
    at.keychain = kept;
    givePassphrase(at, 'not the one');
    const { code, err } = await at.net('list');
    expect([code, err]).toEqual([15, expect.stringContaining('is not the passphrase of')]);
  });

  test('nobody there: one clear error', async () => {
    const { code, out, err } = await at.net('list');
    expect([code, out]).toEqual([15, '']);
    expect(err).toMatch(
      /^net: .* nobody can be asked for its passphrase here\nhint: set NET_KEY_COMMAND .*\n$/,
    );
    // With --json nobody is asked either, though somebody sits there.
    at.prompt = typing(true, PASSPHRASE).prompt;
    expect((await at.net('list', '--json')).code).toBe(15);
  });

  test('a locked or absent keychain is told, and the passphrase asked for', async () => {
    at.keychain = broken('the keychain cannot be used: locked');
    const piped = await at.net('list');
    expect([piped.code, piped.err]).toEqual([15, expect.stringContaining('keychain cannot be used: locked')]);
    const { prompt, asked } = typing(true, PASSPHRASE);
    at.prompt = prompt;
    const { code, err } = await at.net('list');
    expect([code, err]).toEqual([0, expect.stringContaining('the keychain cannot be used: locked.')]);
    expect(asked).toEqual([`Passphrase of ${at.file}:`]);
  });

  test('a keychain with another key under its name is not believed', async () => {
    const [id = ''] = kept.kept.keys();
    await at.keychain.set(id, new Uint8Array(32));
    expect((await at.net('list')).code).toBe(15);
    await at.keychain.set(id, new Uint8Array(3));
    expect((await at.net('list')).code).toBe(15);
  });

  test('typed once on a machine whose keychain has it not yet, it is kept there if that is wanted', async () => {
    const no = typing(false, PASSPHRASE);
    at.prompt = no.prompt;
    await ran(at, 'list');
    expect(no.asked).toEqual([`Passphrase of ${at.file}:`, `Keep its key in this machine's keychain?`]);
    at.prompt = null;
    expect((await at.net('list')).code).toBe(15);
    at.prompt = typing(true, PASSPHRASE).prompt;
    await ran(at, 'list');
    at.prompt = null;
    await ran(at, 'list');
  });

  test('mistyped twice is no harm, three times is an error', async () => {
    const twice = typing(false, 'one', '', PASSPHRASE);
    at.prompt = twice.prompt;
    await ran(at, 'list');
    const again = 'That is not its passphrase. Once more:';
    expect(twice.asked.slice(0, 3)).toEqual([`Passphrase of ${at.file}:`, again, again]);
    at.prompt = typing(false, 'one', 'two', 'three').prompt;
    const { code, err } = await at.net('list');
    expect([code, err]).toEqual([15, expect.stringContaining('that is not the passphrase of')]);
  });

  test('out of the keychain again, it is asked for', async () => {
    at.keychain = memoryKeychain();
    for (const [id, key] of kept.kept) await at.keychain.set(id, key);
    expect(await ran(at, 'encrypt', '--no-keychain')).toContain('no longer in the keychain');
    expect((at.keychain as typeof kept).kept.size).toBe(0);
    expect((await at.net('list')).code).toBe(15);
    const { prompt, asked } = typing(true, PASSPHRASE);
    at.prompt = prompt;
    await ran(at, 'list');
    expect(asked).toEqual([`Passphrase of ${at.file}:`]);
  });

  test('decrypting takes it out of the keychain', async () => {
    for (const [id, key] of kept.kept) await at.keychain.set(id, key);
    await ran(at, 'decrypt', '--yes');
    expect((at.keychain as typeof kept).kept.size).toBe(0);
  });
});

describe('a new passphrase', () => {
  beforeEach(async () => {
    at = desk();
    at.keychain = memoryKeychain();
    await ran(at, 'add', 'Ana Silva');
  });

  test.each(['', '            ', 'short', 'eleven char', 'aaaaaaaaaaaaaaaa', 'abababababababab'])(
    '"%s" is refused, and nothing is changed',
    async (passphrase) => {
      const before = fs.readFileSync(at.file);
      at.prompt = typing(true, passphrase, passphrase).prompt;
      expect((await at.net('encrypt')).code).not.toBe(0);
      at.prompt = null;
      givePassphrase(at, passphrase);
      expect([5, 15]).toContain((await at.net('encrypt', '--yes')).code);
      expect(fs.readFileSync(at.file)).toEqual(before);
      expect(fs.existsSync(`${at.file}-key`)).toBe(false);
    },
  );

  test('is typed twice the same', async () => {
    const { prompt, asked } = typing(true, PASSPHRASE, 'another one of four words', PASSPHRASE, PASSPHRASE);
    at.prompt = prompt;
    await ran(at, 'encrypt');
    expect(asked).toEqual([
      'Encrypt it?',
      'A new passphrase:',
      'The same once more:',
      'Those are two different ones. A new passphrase:',
      'The same once more:',
    ]);
  });

  test('three times two different ones: nothing is changed', async () => {
    at.prompt = typing(true, PASSPHRASE, 'x', PASSPHRASE, 'y', PASSPHRASE, 'z').prompt;
    expect((await at.net('encrypt')).code).toBe(5);
    expect(fs.existsSync(`${at.file}-key`)).toBe(false);
  });

  test('left at the question: nothing is changed', async () => {
    at.prompt = typing(false).prompt;
    expect((await at.net('encrypt')).code).toBe(130);
    expect(fs.existsSync(`${at.file}-key`)).toBe(false);
  });

  test('is the same however its letters are composed', async () => {
    givePassphrase(at, 'caf\u00e9 au lait, s\u2019il');
    await ran(at, 'encrypt', '--yes');
    givePassphrase(at, 'cafe\u0301 au lait, s\u2019il');
    expect(await ran(at, 'list')).toContain('Ana Silva');
  });

  test('without a keychain, --keychain changes nothing', async () => {
    givePassphrase(at);
    at.keychain = broken('the keychain cannot be used: absent');
    const before = fs.readFileSync(at.file);
    const { code, err } = await at.net('encrypt', '--keychain', '--yes');
    expect([code, err]).toEqual([5, expect.stringContaining('absent')]);
    expect(fs.readFileSync(at.file)).toEqual(before);
    expect(fs.existsSync(`${at.file}-key`)).toBe(false);
  });
});
