/** Which files dist/ consists of. */
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EVERYDAY } from './everyday.ts';

export const SOURCES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'src');

/** Every command but the list of the morning. */
export const OTHERS = fs
  .readdirSync(join(SOURCES, 'commands'))
  .filter((name) => name !== 'today.ts')
  .map((name) => `commands/${name}`);

/** What is loaded only where it is needed. */
export const LATE = [
  'domain/words/fold.ts',
  'host/inquirer.ts',
  'host/progress-bar.ts',
  'render/chalk.ts',
  'render/string-width.ts',
  'steps/change.ts',
  'steps/completing/groups.ts',
  'steps/damage-behind.ts',
  'steps/damaged.ts',
  'steps/place.ts',
  'steps/unlock.ts',
  'steps/who.ts',
  'store/encrypted.ts',
  'store/migrate.ts',
  'store/operation.ts',
  'store/plan-writing.ts',
  'store/upgrade.ts',
];

/** What is a file of its own in dist/, under which name. */
export const ENTRIES: Readonly<Record<string, string>> = {
  'main.ts': 'main',
  'chrono-node/en': 'chrono',
  'commands/today.ts': 'today',
  'cli/program.ts': 'program',
  ...Object.fromEntries(OTHERS.map((name) => [name, name.replace(/^commands\/|\.ts$/g, '')])),
  ...Object.fromEntries(LATE.map((name) => [name, name.replace(/^.*\/|\.ts$/g, '')])),
};

/** What a typed command needs at once of what others need late, or never. */
const TYPED = ['cli/program.ts', 'steps/change.ts', 'steps/who.ts', 'store/operation.ts'];

/** On a terminal most lines have a color. */
const COLORED = ['render/chalk.ts'];

/** A file with all that its source needs but for what is loaded late, and of that what it needs at once, and what it runs late itself. */
export interface Whole {
  readonly source: string;
  readonly atOnce: readonly string[];
  readonly within?: readonly string[];
}

export const WHOLES: Readonly<Record<string, Whole>> = {
  main: { source: 'main.ts', atOnce: ['cli/program.ts'] },
  complete: { source: 'complete.ts', atOnce: [] },
  today: { source: 'commands/today.ts', atOnce: [] },
  morning: { source: 'main.ts', atOnce: ['commands/today.ts'], within: COLORED },
  chalk: { source: 'render/chalk.ts', atOnce: [] },
  'string-width': { source: 'render/string-width.ts', atOnce: [] },
  'plan-writing': { source: 'store/plan-writing.ts', atOnce: ['store/operation.ts'] },
  ...Object.fromEntries(
    EVERYDAY.map((name) => [
      `everyday-${name}`,
      { source: 'main.ts', atOnce: [...TYPED, `commands/${name}.ts`], within: COLORED },
    ]),
  ),
};

/** Libraries that are loaded late. */
export const LIBRARIES: Readonly<Record<string, string>> = {
  'any-ascii': 'any-ascii',
  chrono: 'chrono-node/en',
};

/** What most commands need: loaded by each of them, so that it is one chunk instead of dozens. */
export const SHARED = [
  'steps/ask-who.ts',
  'steps/change.ts',
  'steps/choose.ts',
  'steps/details.ts',
  'steps/newcomer.ts',
  'steps/people.ts',
  'steps/told.ts',
  'steps/touch.ts',
  'steps/week.ts',
  'store/undo.ts',
];
