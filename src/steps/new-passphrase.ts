import { NetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';

/** Whoever has the file can guess as often as they like. */
const FEWEST_CHARACTERS = 12;
const FEWEST_DIFFERENT = 5;
const MOST_TRIES = 3;

/** The passphrase of a file that is to be encrypted: `given` by the user's command, or typed. Throws as `typedPassphrase`. */
export async function newPassphrase(context: Context, given: string | null): Promise<string> {
  if (given === null)
    return typedPassphrase(
      context,
      'set NET_KEY_COMMAND to a command that prints it, or type it on a terminal',
    );
  const weak = weakness(given);
  if (weak !== true) throw new NetError('rejected', `what NET_KEY_COMMAND prints will not do: ${weak}`);
  return given;
}

/** A new passphrase, typed twice on the terminal. Throws `rejected` for one that is too short, or, with `hint`, where nobody can be asked. */
export async function typedPassphrase(context: Context, hint: string): Promise<string> {
  if (context.prompt === null)
    throw new NetError('rejected', 'it takes a new passphrase, and nobody can be asked for one here', hint);
  for (let tries = 1; ; tries++) {
    const message = tries === 1 ? 'A new passphrase:' : 'Those are two different ones. A new passphrase:';
    const first = await context.prompt.text({ message, hidden: true, check: weakness });
    const second = await context.prompt.text({ message: 'The same once more:', hidden: true });
    if (first === second) return first;
    if (tries === MOST_TRIES) throw new NetError('rejected', 'those are two different ones');
  }
}

/** True, or what is wrong with it. */
function weakness(passphrase: string): true | string {
  const characters = [...passphrase.trim()];
  if (characters.length < FEWEST_CHARACTERS)
    return `at least ${FEWEST_CHARACTERS} characters: four words that do not belong together are easily kept`;
  return new Set(characters).size >= FEWEST_DIFFERENT || 'that is the same few characters again and again';
}
