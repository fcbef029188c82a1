import { convert } from './backup-encryption.ts';
import { beginningOf, keyIdOf, kindOf } from './beginning.ts';
import { loadCipher } from './cipher.ts';
import { damaged } from './failure.ts';

/**
 * Encrypts a private copy with a key, by its id, or decrypts it with null, as the file is for which it is meant: only alike ones can be
 * attached to one another. `keys` are those of both. Throws `corrupt` for a damaged copy.
 */
export async function makeAlike(
  path: string,
  wanted: string | null,
  keys: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const beginning = beginningOf(path);
  const own = kindOf(beginning) === 'encrypted' ? keyIdOf(beginning) : null;
  if (own === wanted) return;
  const cipher = await loadCipher();
  const change = (id: string, kind: 'plain' | 'encrypted') => {
    const key = keys.get(id);
    if (key === undefined) throw new Error(`no key ${id}`);
    if (!convert(path, cipher, { key, id }, kind)) throw damaged(path);
  };
  if (own !== null) change(own, 'plain');
  if (wanted !== null) change(wanted, 'encrypted');
}
