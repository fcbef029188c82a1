import fs from 'node:fs';
import { join } from 'node:path';
import type { Keychain } from '../../src/host/keychain.ts';
import { checkOf, newKey, wrap } from '../../src/host/wrapping.ts';
import { encryptFile } from '../../src/store/encryption.ts';
import { CHEAP, type Desk, desk } from './world.ts';

export const PASSPHRASE = 'four words of no sense';

/** A keychain for tests. */
export function memoryKeychain(): Keychain & { readonly kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    get: async (id) => kept.get(id) ?? null,
    set: async (id, key) => {
      kept.set(id, key);
    },
    remove: async (id) => {
      kept.delete(id);
    },
  };
}

/** Lets a command of the user's own print the passphrase. */
export function givePassphrase(at: Desk, passphrase = PASSPHRASE): void {
  const path = join(at.directory, 'passphrase');
  fs.writeFileSync(path, `${passphrase}\n`);
  at.env = { ...at.env, NET_KEY_COMMAND: `cat ${path}` };
}

/** Runs a command line that is to succeed. */
export async function ran(at: Desk, ...argv: readonly string[]): Promise<string> {
  const { code, out, err } = await at.net(...argv);
  if (code !== 0) throw new Error(`net ${argv.join(' ')}: ${code}\n${out}${err}`);
  return out;
}

/** A desk whose file is encrypted, with its key in a keychain, so that opening it takes no time. */
export async function encryptedDesk(today?: string, firstId?: number): Promise<Desk> {
  const at = desk(today, firstId);
  at.keychain = memoryKeychain();
  givePassphrase(at);
  await ran(at, 'add', 'Grandpa Aurelio', '--circle', 'inner');
  await ran(at, 'encrypt', '--keychain', '--yes');
  at.env = {};
  return at;
}

/** Encrypts a file as the command does. */
export async function encryptNow(file: string, keychain = false): Promise<{ id: string; key: Uint8Array }> {
  const { id, key } = newKey();
  const wrapping = await wrap(key, id, PASSPHRASE, CHEAP);
  await encryptFile(file, key, { id, check: checkOf(key), wrapping, keychain, unfinished: false });
  return { id, key };
}

/** All bytes of all files of a directory, those in its directories too. */
export function bytesWithin(directory: string): Map<string, Buffer> {
  const names = fs.readdirSync(directory, { recursive: true }).map(String);
  const files = names.filter((name) => fs.statSync(join(directory, name)).isFile());
  return new Map(files.map((name) => [name, fs.readFileSync(join(directory, name))]));
}
