import type { Command } from 'commander';
import { typedBackup } from '../domain/backup.ts';
import { NetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';
import { backupLabel, countsText, differenceText } from '../render/backups.ts';
import { line, strong, type Text } from '../render/text.ts';
import { shellWord } from '../render/typed.ts';
import type { Answer } from '../steps/answer.ts';
import { type Source, sourceMeant } from '../steps/backups/meant.ts';
import { type Remark, type Restoring, restoring } from '../steps/backups/restoring.ts';
import { examples } from '../steps/command.ts';
import { show } from '../steps/show.ts';
import type { KeptBackup } from '../store/backups.ts';

interface Options {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

export function configure(command: Command): void {
  command
    .argument(
      '[when...]',
      'a number of net backup --list, last, a file, or a day: how things were at its end',
    )
    .option('--yes', 'without being asked')
    .option('--dry-run', 'only say what would change');
  examples(command, [
    'net restore last --dry-run',
    'net restore yesterday',
    'net restore 3 --yes',
    'net restore /media/stick/net.db',
  ]);
}

/** The answer with --json. */
export const json = {
  from: 'the copy: {path, at, kind}; at and kind are null for a file from elsewhere',
  rows: 'how many rows of each table are in it',
  difference:
    'against what was there: {back, goes, changes, people}; the first three count rows of each table, people names who; null where nothing could be read',
  aside: 'where what stood there was kept as it was, when it could not be read; else null',
  remarks:
    'returning: somebody may be back who was erased since, as nothing tells who was; opened: the copy is encrypted, and the file is not',
  dryRun: 'whether nothing was written',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const source = await sourceMeant(context, args);
  const dryRun = options.dryRun === true;
  let shown = false;
  const done = await restoring(context, source, async (found) => {
    if (dryRun) return false;
    shown = await confirmed(context, source, found, options);
    return true;
  });
  return answerOf(context, source, done, dryRun, shown);
}

/** Whether it was shown before. Throws `rejected` where nobody can be asked, and `interrupted`. */
async function confirmed(
  context: Context,
  source: Source,
  found: Restoring,
  { yes = false }: Options,
): Promise<boolean> {
  if (yes) return false;
  if (context.prompt === null)
    throw new NetError(
      'rejected',
      `this takes everything back to ${labelOf(context, source)}`,
      `net restore ${typedOf(source)} --yes, or --dry-run to see what changes`,
    );
  const label = strong(labelOf(context, source));
  await show(context, () => [line('It would go back to ', label, ':'), ...changes(found)]);
  if (!(await context.prompt.confirm('Go back to it?', false)))
    throw new NetError('interrupted', 'left; nothing was changed');
  return true;
}

function answerOf(
  context: Context,
  source: Source,
  { counts, difference, aside, ...prepared }: Restoring,
  dryRun: boolean,
  shown: boolean,
): Answer {
  const { backup, path } = source;
  return {
    json: {
      from: { path, at: backup?.at ?? null, kind: backup?.kind ?? null },
      rows: counts,
      difference,
      aside,
      remarks: prepared.remarks,
      dryRun,
    },
    text: () => [
      line(dryRun ? 'It would go back to ' : 'Back to ', strong(labelOf(context, source)), shown ? '.' : ':'),
      ...(shown ? [] : changes({ counts, difference, aside, ...prepared })),
    ],
    talk: () => [line(dryRun ? 'Nothing was written.' : nextWord(prepared.kept, aside))],
  };
}

function changes({ difference, counts, remarks }: Restoring): Text {
  const has = difference === null ? [line(`It has ${countsText(counts)}.`)] : differenceText(difference);
  return [...has, ...remarks.map((remark) => line(REMARKS[remark]))];
}

const REMARKS: Readonly<Record<Remark, string>> = {
  returning: 'Whom you erased since it was made may be in it again, as nothing tells who was: net purge WHO.',
  opened: 'It is encrypted, and this file is not: who has the file can read it. To change that: net encrypt.',
};

function nextWord(kept: KeptBackup | null, aside: string | null): string {
  if (kept !== null)
    return `What was there is backed up, and net undo does not lead back to it: net restore ${typedOf({ backup: kept, path: kept.path })} does.`;
  return aside === null
    ? 'net backup keeps a copy elsewhere, too.'
    : `What stood there is kept as it was: ${aside}`;
}

function labelOf({ clock }: Context, { backup, path }: Source): string {
  return backup === null ? path : backupLabel(backup, clock);
}

function typedOf({ backup, path }: Source): string {
  return backup === null ? shellWord(path) : typedBackup(backup);
}
