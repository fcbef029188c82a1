import { NetError } from '../domain/error.ts';

/** Where the system keeps secrets. Each throws `rejected` with why it cannot. */
export interface Keychain {
  /** The raw key of an id, or null. */
  readonly get: (id: string) => Promise<Uint8Array | null>;
  readonly set: (id: string, key: Uint8Array) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

const SERVICE = 'netgarden';

/** Milliseconds: a keychain that is locked may ask on a screen that nobody sits at. */
const PATIENCE = 30_000;

export const systemKeychain: Keychain = {
  get: async (id) => {
    const found = await attempt(async () => (await entryOf(id)).getSecret(AbortSignal.timeout(PATIENCE)));
    return found === null || found === undefined ? null : Uint8Array.from(found);
  },
  set: (id, key) => attempt(async () => (await entryOf(id)).setSecret(key, AbortSignal.timeout(PATIENCE))),
  remove: async (id) => {
    await attempt(async () => (await entryOf(id)).deleteCredential(AbortSignal.timeout(PATIENCE)));
  },
};

async function entryOf(id: string) {
  const { AsyncEntry } = await import('@napi-rs/keyring');
  return new AsyncEntry(SERVICE, `key ${id}`);
}

async function attempt<A>(look: () => Promise<A>): Promise<A> {
  try {
    return await look();
  } catch (error) {
    throw cannot(error);
  }
}

function cannot(error: unknown): NetError {
  const { code, message = '' } = error as { code?: unknown; message?: string };
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND')
    return new NetError(
      'rejected',
      'the package that reaches the keychain is not installed',
      'npm install -g @napi-rs/keyring@2; or go without the keychain',
    );
  const [why] = message.split('\n');
  return new NetError(
    'rejected',
    `the keychain cannot be used: ${why || 'it does not say why'}`,
    'unlock it, or go without: the passphrase is asked for then',
  );
}
