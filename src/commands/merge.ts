import type { Command } from 'commander';
import type { Contact } from '../domain/contact.ts';
import { NetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';
import { whoJson } from '../render/json.ts';
import { type Merging, unionJson, unionText, whoText } from '../render/merge.ts';
import { type Line, line } from '../render/text.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import { areApart, unionOf, writeUnion } from '../steps/merging.ts';
import { show } from '../steps/show.ts';
import { twoPeople } from '../steps/two-people.ts';
import type { Db } from '../store/db.ts';

interface Options {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

export function configure(command: Command): void {
  command
    .argument('[who...]', 'the two who are one: the first stays')
    .option('--yes', 'without being asked')
    .option('--dry-run', 'only say what would win');
  examples(command, [
    'net merge ana, ana silva --dry-run',
    'net merge ana, ana silva',
    'net merge a00d a011 --yes',
  ]);
}

/** The answer with --json. */
export const json = {
  contact: 'who stays: {id, uuid, name}',
  merged: 'who is the same person, and no contact of their own anymore: {id, uuid, name}',
  fields:
    'the fields in which the other says something: {field, kept, other, becomes}; kept is null where the other fills it; becomes is same, filled, won, nickname, note or dropped',
  notes: 'the notes that keep what has no place elsewhere',
  moved: 'how many rows come over: {points, traits, notes, talks, exchanges, recommendations}',
  dryRun: 'whether nothing was written',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  if (args.length === 0)
    throw new NetError(
      'usage',
      'net merge needs two people',
      'net merge ana, ana silva; net duplicates shows who may be one',
    );
  const dryRun = options.dryRun === true;
  return withFile(context, dryRun ? 'read' : 'write', async (db) => {
    const [first, other] = await twoPeople(db, context, 'merge', args);
    const ids = [first.contact.id, other.contact.id] as const;
    if (dryRun) return answerOf(unionOf(db, context, ids), true);
    const wasShown = await confirmed(db, context, unionOf(db, context, ids), options);
    const answer = answerOf(writeUnion(db, context, ids), false);
    return wasShown ? { ...answer, text: () => [oneNow(first.contact, other.contact)] } : answer;
  });
}

/** Shown what wins, and asked; where nobody can answer it has to be said beforehand. Gives back whether it was shown. */
async function confirmed(
  db: Db,
  context: Context,
  merging: Merging,
  { yes = false }: Options,
): Promise<boolean> {
  if (yes) return false;
  const { first, other } = merging;
  const apart = areApart(db, first.id, other.id);
  const both = `${named(first)} and ${named(other)}`;
  if (context.prompt === null)
    throw new NetError(
      'rejected',
      apart ? `you said that ${both} are two people` : `this makes ${both} one person`,
      `net merge ${first.short} ${other.short} --yes${apart ? ' if they are one after all' : ', or --dry-run to see what wins'}`,
    );
  await show(context, () => [
    ...(apart ? [line(`You said that ${both} are two people.`)] : []),
    line(...whoText(other), ' would become one with ', ...whoText(first), ':'),
    ...unionText(merging),
  ]);
  if (!(await context.prompt.confirm(`Are ${both} one person?`, !apart)))
    throw new NetError('interrupted', 'left; nothing was changed');
  return true;
}

function oneNow(first: Contact, other: Contact): Line {
  return line(...whoText(other), ' is one with ', ...whoText(first), '.');
}

function named({ name, short }: Contact): string {
  return `${name} (${short})`;
}

function answerOf(merging: Merging, dryRun: boolean): Answer {
  const { first, other } = merging;
  return {
    json: { contact: whoJson(first), merged: whoJson(other), ...unionJson(merging), dryRun },
    text: () => [
      line(...whoText(other), dryRun ? ' would become one with ' : ' is one with ', ...whoText(first), ':'),
      ...unionText(merging),
    ],
    talk: () => [line(dryRun ? 'Nothing was written.' : 'Take it back: net undo.')],
  };
}
