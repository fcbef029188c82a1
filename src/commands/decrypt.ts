import type { Command } from 'commander';
import { NetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';
import { decryptedText, decryptingText } from '../render/encryption.ts';
import { line } from '../render/text.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { type Backups, decrypt, decryptBackups, type Standing, standingOf } from '../steps/encryption.ts';
import { show } from '../steps/show.ts';
import { backupsNot } from '../store/backup-encryption.ts';
import { notEncrypted } from '../store/encryption.ts';

interface Options {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

export function configure(command: Command): void {
  command.option('--yes', 'without being asked').option('--dry-run', 'only say what would be decrypted');
  examples(command, ['net decrypt --dry-run', 'net decrypt']);
}

/** The answer with --json. */
export const json = {
  file: 'the path of the file',
  backups: 'how many backups are decrypted as well',
  left: 'the names of backups that could not be decrypted: damaged, or encrypted with another key',
  dryRun: 'whether nothing was written',
};

export async function run(_args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const dryRun = options.dryRun === true;
  const standing = await standingOf(context);
  const { file } = standing;
  if (!standing.encrypted && !standing.keyLeft) throw notEncrypted(file);
  const backups = backupsNot(file, 'plain').length;
  if (dryRun)
    return {
      json: { file, backups, left: [], dryRun },
      text: () => decryptingText(file, backups),
      talk: () => [line('Nothing was written.')],
    };
  await confirmed(standing, backups, options, context);
  const done: Backups = standing.encrypted
    ? await decrypt(context, file)
    : await decryptBackups(context, file);
  return {
    json: { file, ...done, dryRun },
    text: () => decryptedText(file, done),
    ...(done.left.length > 0 ? { code: 3 } : {}),
  };
}

async function confirmed(
  { file }: Standing,
  backups: number,
  { yes }: Options,
  context: Context,
): Promise<void> {
  if (yes === true) return;
  if (context.prompt === null)
    throw new NetError(
      'rejected',
      `this decrypts ${file}: whoever has the file can read it then`,
      'net decrypt --yes, or --dry-run to see what would be decrypted',
    );
  await show(context, () => decryptingText(file, backups));
  if (!(await context.prompt.confirm('Decrypt it?', false)))
    throw new NetError('interrupted', 'left; nothing was changed');
}
