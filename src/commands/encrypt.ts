import type { Command } from 'commander';
import { NetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';
import { encryptedText, encryptingText } from '../render/encryption.ts';
import { line } from '../render/text.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { changePassphrase, encrypt, type Standing, standingOf, useKeychain } from '../steps/encryption.ts';
import { show } from '../steps/show.ts';
import { backupsNot } from '../store/backup-encryption.ts';
import { checkCipher } from '../store/encryption.ts';

interface Options {
  readonly change?: boolean;
  readonly keychain?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

export function configure(command: Command): void {
  command
    .option('--keychain', "keep the key in the system's keychain: no passphrase is asked for on this machine")
    .option('--no-keychain', 'take it out of there')
    .option('--change', 'another passphrase')
    .option('--yes', 'without being asked')
    .option('--dry-run', 'only say what would be encrypted');
  examples(command, ['net encrypt', 'net encrypt --keychain', 'net encrypt --change']);
  command.addHelpText(
    'after',
    '\nNET_KEY_COMMAND names a command whose first line is the passphrase, as `pass show net` is: it is run without a shell.',
  );
}

/** The answer with --json. */
export const json = {
  file: 'the path of the file',
  done: 'encrypted, passphrase, keychain or no-keychain: what was done, or would be',
  backups: 'how many backups are encrypted as well',
  left: 'the names of what is among the backups and could not be encrypted, as what is damaged: it stays readable',
  dryRun: 'whether nothing was written',
};

export async function run(_args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const dryRun = options.dryRun === true;
  await checkCipher();
  const standing = await standingOf(context);
  if (standing.encrypted) return again(standing, options, context);
  const { file } = standing;
  if (options.change === true)
    throw new NetError('rejected', `${file} is not encrypted yet`, 'encrypt it: net encrypt');
  const backups = backupsNot(file, 'encrypted').length;
  if (dryRun)
    return {
      json: { file, done: 'encrypted', backups, left: [], dryRun },
      text: () => encryptingText(file, backups),
      talk: () => [line('Nothing was written.')],
    };
  await confirmed(file, backups, options, context);
  const done = await encrypt(context, file, options.keychain === true);
  const { backups: converted, left } = done;
  return {
    json: { file, done: 'encrypted', backups: converted, left, dryRun },
    text: () => encryptedText(file, done, options.keychain === true),
    talk: () => [line('Keep the passphrase: without it nobody can read the file, and nobody can help.')],
    ...(left.length > 0 ? { code: 3 } : {}),
  };
}

/** Of a file that is encrypted already. */
async function again({ file }: Standing, options: Options, context: Context): Promise<Answer> {
  const dryRun = options.dryRun === true;
  const { change = false, keychain } = options;
  if (!change && keychain === undefined)
    throw new NetError(
      'exists',
      `${file} is encrypted already`,
      'another passphrase: net encrypt --change; the keychain: net encrypt --keychain; back: net decrypt',
    );
  if (!dryRun && change) await changePassphrase(context);
  if (!dryRun && keychain !== undefined) await useKeychain(context, keychain);
  const done = change ? 'passphrase' : keychain ? 'keychain' : 'no-keychain';
  return {
    json: { file, done, backups: 0, left: [], dryRun },
    text: () => [
      ...(change
        ? [line(dryRun ? 'It would have another passphrase.' : 'It has another passphrase now.')]
        : []),
      ...(keychain === undefined ? [] : [line(keychainWords(keychain, dryRun))]),
    ],
    talk: () =>
      [
        line(
          dryRun
            ? 'Nothing was written.'
            : change
              ? 'Whoever has an older copy of the key file can still open the file with the older passphrase.'
              : '',
        ),
      ].filter(({ pieces }) => pieces[0] !== ''),
  };
}

function keychainWords(keychain: boolean, dryRun: boolean): string {
  if (keychain) return dryRun ? 'Its key would be kept in the keychain.' : 'Its key is kept in the keychain.';
  return dryRun ? 'Its key would be taken out of the keychain.' : 'Its key is no longer in the keychain.';
}

/** Says what happens before anything is typed. */
async function confirmed(file: string, backups: number, { yes }: Options, context: Context): Promise<void> {
  if (yes === true) return;
  if (context.prompt === null)
    throw new NetError(
      'rejected',
      `this encrypts ${file}, and without the passphrase nobody can read it`,
      'net encrypt --yes, or --dry-run to see what would be encrypted',
    );
  await show(context, () => encryptingText(file, backups));
  if (!(await context.prompt.confirm('Encrypt it?', true)))
    throw new NetError('interrupted', 'left; nothing was changed');
}
