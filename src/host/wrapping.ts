import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto';
import type { Wrapping } from '../domain/key-file.ts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const ID_BYTES = 8;

/** 128 MB and about half a second for each guess. */
const COST = { N: 2 ** 17, r: 8, p: 1 };

/** A new raw key, and what it is called. */
export function newKey(): { readonly id: string; readonly key: Uint8Array } {
  return { id: randomBytes(ID_BYTES).toString('hex'), key: randomBytes(KEY_BYTES) };
}

/** What tells a key from others, and nothing else: it is random, so nobody guesses it by this. */
export function checkOf(key: Uint8Array): string {
  return createHash('sha256').update('netgarden key').update(key).digest('hex');
}

/** Wraps a raw key under a passphrase. `id` goes with it: it opens as no other key. */
export async function wrap(
  key: Uint8Array,
  id: string,
  passphrase: string,
  cost: Wrapping['cost'] = COST,
): Promise<Wrapping> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv(CIPHER, await derived(passphrase, salt, cost), nonce).setAAD(Buffer.from(id));
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
  return {
    cost,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    key: wrapped.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** The raw key, or null where the passphrase is another. */
export async function unwrap(
  { cost, salt, nonce, key, tag }: Wrapping,
  id: string,
  passphrase: string,
): Promise<Uint8Array | null> {
  try {
    const opening = await derived(passphrase, Buffer.from(salt, 'base64'), cost);
    const decipher = createDecipheriv(CIPHER, opening, Buffer.from(nonce, 'base64'), { authTagLength: 16 })
      .setAAD(Buffer.from(id))
      .setAuthTag(Buffer.from(tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(key, 'base64')), decipher.final()]);
  } catch {
    return null;
  }
}

/** However a keyboard composes its letters, the same passphrase is the same. */
function derived(passphrase: string, salt: Uint8Array, { N, r, p }: Wrapping['cost']): Promise<Buffer> {
  const limits = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, KEY_BYTES, limits, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
