import type { Context } from '../host/context.ts';
import { connectBy, loadCipher } from '../store/cipher.ts';
import type { Link } from '../store/db.ts';

/** How to connect to files that are encrypted with the keys that this command has fetched; null where it has none. */
export async function linkOf({ keys }: Context): Promise<Link | null> {
  const [known] = keys;
  if (known === undefined) return null;
  const [keyId, key] = known;
  const cipher = await loadCipher();
  return { keyId, connect: connectBy(cipher, keys), again: cipher.connect(key) };
}
