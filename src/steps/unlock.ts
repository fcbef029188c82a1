import { NetError } from '../domain/error.ts';
import type { KeyFile } from '../domain/key-file.ts';
import type { Context } from '../host/context.ts';
import { commandPassphrase } from '../host/key-command.ts';
import { checkOf, unwrap } from '../host/wrapping.ts';
import { line } from '../render/text.ts';
import { show } from './show.ts';

/** How often a passphrase may be mistyped. */
const MOST_TRIES = 3;

/**
 * The raw key of an encrypted file: from the user's own command, else from the keychain where it was put, else by a passphrase typed on
 * the terminal. Asked for once in a command line. Throws `permission` where nobody has it.
 */
export async function unlock(context: Context, keyFile: KeyFile, path: string): Promise<Uint8Array> {
  const known = context.keys.get(keyFile.id);
  if (known !== undefined) return known;
  const key = await fetched(context, keyFile, path);
  if (checkOf(key) !== keyFile.check)
    throw new NetError(
      'corrupt',
      `the key file of ${path} is damaged: it gives another key`,
      'use a copy of it',
    );
  context.keys.set(keyFile.id, key);
  return key;
}

async function fetched(context: Context, keyFile: KeyFile, path: string): Promise<Uint8Array> {
  const given = commandPassphrase(context.env);
  if (given !== null) {
    const key = await unwrap(keyFile.wrapping, keyFile.id, given);
    if (key === null) throw wrong(path, 'what NET_KEY_COMMAND prints is not the passphrase of');
    return key;
  }
  const kept = keyFile.keychain ? await inKeychain(context, keyFile) : null;
  if (kept instanceof Uint8Array) return kept;
  return asked(context, keyFile, path, kept);
}

/** The key that the keychain has, why it cannot be reached, or null where it has none, or another. */
async function inKeychain(context: Context, keyFile: KeyFile): Promise<Uint8Array | string | null> {
  try {
    const key = await context.keychain.get(keyFile.id);
    return key !== null && checkOf(key) === keyFile.check ? key : null;
  } catch (error) {
    return (error as Error).message;
  }
}

async function asked(
  context: Context,
  keyFile: KeyFile,
  path: string,
  unreached: string | null,
): Promise<Uint8Array> {
  const { prompt } = context;
  const why = unreached === null ? '' : `: ${unreached}`;
  if (prompt === null)
    throw new NetError(
      'permission',
      `${path} is encrypted, and nobody can be asked for its passphrase here${why}`,
      'set NET_KEY_COMMAND to a command that prints it, or keep its key in the keychain: net encrypt --keychain',
    );
  if (unreached !== null) await show(context, () => [line(`${unreached}.`)]);
  for (let tries = 1; ; tries++) {
    // Said with the question: what is typed before one is asked would be shown.
    const message = tries === 1 ? `Passphrase of ${path}:` : 'That is not its passphrase. Once more:';
    const typed = await prompt.text({ message, hidden: true });
    const key = await unwrap(keyFile.wrapping, keyFile.id, typed);
    if (key !== null) {
      if (keyFile.keychain && unreached === null) await offerKeychain(context, keyFile, key);
      // What may be done again begins only now.
      prompt.begin();
      return key;
    }
    if (tries === MOST_TRIES) throw wrong(path, 'that is not the passphrase of');
  }
}

/** Where its owner wanted the key in a keychain, and that of this machine has none yet. */
async function offerKeychain(context: Context, keyFile: KeyFile, key: Uint8Array): Promise<void> {
  if (!(await context.prompt?.confirm(`Keep its key in this machine's keychain?`, true))) return;
  try {
    await context.keychain.set(keyFile.id, key);
  } catch (error) {
    await show(context, () => [line(`${(error as Error).message}.`)]);
  }
}

function wrong(path: string, what: string): NetError {
  return new NetError(
    'permission',
    `${what} ${path}`,
    'nothing was opened; net encrypt --help tells where it comes from',
  );
}
