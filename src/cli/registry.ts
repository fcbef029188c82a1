import type { CommandModule } from '../steps/command.ts';

/** The headings under which `net help all` lists the commands. */
export const HEADINGS = ['Every day', 'People', 'Give and ask', 'Plan', 'Groups', 'Reflect', 'File'] as const;
export type Heading = (typeof HEADINGS)[number];

export interface Entry {
  /** One word, or two: `group add`. */
  readonly name: string;
  readonly heading: Heading;
  readonly summary: string;
  /** Called without arguments there is nothing to parse, and no parser is loaded. */
  readonly bare: boolean;
  readonly load: () => Promise<CommandModule<never>>;
}

/** What `net` alone means. */
export const DEFAULT_COMMAND = 'today';

/** THE command table. */
export const REGISTRY: readonly Entry[] = [
  daily('add', 'add somebody you met', () => import('../commands/add.ts')),
  daily(
    'log',
    'log a coffee, a call, a message, with what was given and asked',
    () => import('../commands/log.ts'),
  ),
  { ...daily('today', 'the few people to tend this week', () => import('../commands/today.ts')), bare: true },
  daily('done', 'settle what a line of the list says', () => import('../commands/done.ts')),
  daily('ask', 'ask somebody, after seeing what past asks say', () => import('../commands/ask.ts')),
  daily('show', 'one screen to read before meeting somebody', () => import('../commands/show.ts')),
  daily('keep', 'keep existing relationships, and see the load', () => import('../commands/keep.ts')),
  daily('undo', 'take back the last command', () => import('../commands/undo.ts')),
  entry('list', 'People', 'list people, filtered', () => import('../commands/list.ts')),
  entry('edit', 'People', 'change what is known of somebody', () => import('../commands/edit.ts')),
  entry(
    'import',
    'People',
    'bring people in, from a phone, LinkedIn, mail and more',
    () => import('../commands/import.ts'),
  ),
  entry(
    'duplicates',
    'People',
    'who may be in the file twice, and why',
    () => import('../commands/duplicates.ts'),
  ),
  entry('merge', 'People', 'make two who are one person one', () => import('../commands/merge.ts')),
  entry('give', 'Give and ask', 'note something you gave', () => import('../commands/give.ts')),
  entry(
    'promise',
    'Give and ask',
    'note a promise, give it a new day, or take it back',
    () => import('../commands/promise.ts'),
  ),
  entry('outcome', 'Give and ask', 'note what came of an ask', () => import('../commands/outcome.ts')),
  entry('thank', 'Give and ask', 'note that you said thanks', () => import('../commands/thank.ts')),
  entry(
    'balance',
    'Give and ask',
    'what was given, received, asked and helped with',
    () => import('../commands/balance.ts'),
  ),
  entry(
    'cherish',
    'Give and ask',
    'those who come through, and what you owe them',
    () => import('../commands/cherish.ts'),
  ),
  entry(
    'forward',
    'Give and ask',
    'pay forward the help that you cannot return',
    () => import('../commands/forward.ts'),
  ),
  entry(
    'recommend',
    'Give and ask',
    'recommend somebody to somebody, once both agree',
    () => import('../commands/recommend.ts'),
  ),
  entry('stack', 'Plan', 'go through the cards that wait', () => import('../commands/stack.ts')),
  entry('target add', 'Plan', 'say whom to look for', () => import('../commands/target-add.ts')),
  entry(
    'target list',
    'Plan',
    'whom you look for, and who was found',
    () => import('../commands/target-list.ts'),
  ),
  entry('target done', 'Plan', 'look for them no longer', () => import('../commands/target-done.ts')),
  entry('grow', 'Plan', 'tend somebody new', () => import('../commands/grow.ts')),
  entry('rest', 'Plan', 'back to the stack: nothing is suggested', () => import('../commands/rest.ts')),
  entry('snooze', 'Plan', 'not this week', () => import('../commands/snooze.ts')),
  entry('moveon', 'Plan', 'off every list; nothing is deleted', () => import('../commands/moveon.ts')),
  entry('pause', 'Plan', 'stop the clocks while you are away', () => import('../commands/pause.ts')),
  entry(
    'config',
    'Plan',
    'slots, minutes, cadences, and what you can offer',
    () => import('../commands/config.ts'),
  ),
  entry(
    'group add',
    'Groups',
    'note a group: its kind, fee, renewal and why',
    () => import('../commands/group-add.ts'),
  ),
  entry(
    'group list',
    'Groups',
    'your groups; net group alone, too',
    () => import('../commands/group-list.ts'),
  ),
  entry('group edit', 'Groups', 'change what is known of a group', () => import('../commands/group-edit.ts')),
  entry(
    'group log',
    'Groups',
    'log a gathering: time, cost, worth, and what was seen',
    () => import('../commands/group-log.ts'),
  ),
  entry(
    'group check',
    'Groups',
    'the five signs of a group that is not worth it',
    () => import('../commands/group-check.ts'),
  ),
  entry(
    'group review',
    'Groups',
    'what a group took and gave: stay or leave',
    () => import('../commands/group-review.ts'),
  ),
  entry(
    'group leave',
    'Groups',
    'leave a group, after seeing whom to keep',
    () => import('../commands/group-leave.ts'),
  ),
  entry(
    'week',
    'Reflect',
    'what was intended and what was done, and what goes along',
    () => import('../commands/week.ts'),
  ),
  entry(
    'garden',
    'Reflect',
    'who is in touch both ways, what grew and what faded',
    () => import('../commands/garden.ts'),
  ),
  entry('redo', 'File', 'take back an undo', () => import('../commands/redo.ts')),
  entry(
    'history',
    'File',
    'the last commands that changed something',
    () => import('../commands/history.ts'),
  ),
  entry(
    'export',
    'File',
    'take everything out: JSON, vCard, CSV or pages of Markdown',
    () => import('../commands/export.ts'),
  ),
  entry('calendar', 'File', 'what is to come, for your calendar', () => import('../commands/calendar.ts')),
  entry('backup', 'File', 'a checked copy of everything', () => import('../commands/backup.ts')),
  entry(
    'restore',
    'File',
    'back to a backup, after seeing what would change',
    () => import('../commands/restore.ts'),
  ),
  entry(
    'check',
    'File',
    'look through everything, and say what is wrong',
    () => import('../commands/check.ts'),
  ),
  entry(
    'doctor',
    'File',
    'where everything is, and what to do about what is wrong',
    () => import('../commands/doctor.ts'),
  ),
  entry('purge', 'File', 'erase somebody for good', () => import('../commands/purge.ts')),
  entry('encrypt', 'File', 'only your passphrase opens the file', () => import('../commands/encrypt.ts')),
  entry('decrypt', 'File', 'take the encryption off again', () => import('../commands/decrypt.ts')),
  entry(
    'completion',
    'File',
    'what makes your shell complete names and commands',
    () => import('../commands/completion.ts'),
  ),
  entry(
    'demo',
    'File',
    'try net on made-up people, in a throw-away file',
    () => import('../commands/demo.ts'),
  ),
];

/** The entry of a name, or undefined. */
export function entryOf(name: string): Entry | undefined {
  return REGISTRY.find((known) => known.name === name);
}

/** The command that the first words of a line name: two words go before one, and `net group` alone is `net group list`. */
export function entryAt(first: string, second: string | undefined): Entry | undefined {
  const whole = second === undefined ? undefined : entryOf(`${first} ${second}`);
  return whole ?? entryOf(first) ?? (second === undefined ? entryOf(`${first} list`) : undefined);
}

/** The commands of two words that begin with one. */
export function entriesUnder(first: string): readonly Entry[] {
  return REGISTRY.filter(({ name }) => name.startsWith(`${first} `));
}

function daily(name: string, summary: string, load: Entry['load']): Entry {
  return { name, heading: 'Every day', summary, bare: false, load };
}

function entry(name: string, heading: Heading, summary: string, load: Entry['load']): Entry {
  return { name, heading, summary, bare: false, load };
}
