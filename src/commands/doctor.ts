import type { Command } from 'commander';
import { EXIT_CODES } from '../domain/exits.ts';
import type { Context } from '../host/context.ts';
import { doctorText } from '../render/doctor.ts';
import { line } from '../render/text.ts';
import { HEALTH_EXITS, type Health, healthOf } from '../reports/health.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { type Surroundings, surroundings } from '../steps/doctor.ts';

export function configure(command: Command): void {
  examples(command, ['net doctor', 'net doctor --json']);
}

/** The answer with --json. */
export const json = {
  version: 'of net',
  runtime: 'what runs it, and on which system',
  file: 'the path of the file',
  fileSystem: 'what kind of file system it is on, or null',
  vitals:
    '{bytes, people, talks, schema, sqlite, encrypted, last {command, at}}; null where the file is not there or cannot be read',
  findings: 'as with net check: {aspect, faults, note, mend}',
  compileCache: 'where compiled code is kept between two runs, or null',
  editor: 'the editor for longer texts, or null',
  zone: '{zone, unknown}; unknown where TZ names none, and UTC stands in for it',
  failure: 'why it could not be read: {code, message, hint}, or null',
  health: 'well, better (it could be), open (others may read it) or damaged',
  backups: '{directory, kept [{path, at, kind, bytes}]}',
};

export async function run(_args: readonly string[], _options: object, context: Context): Promise<Answer> {
  const found = await surroundings(context);
  const health = healthIn(found);
  const { failure, backups, ...rest } = found;
  return {
    json: {
      ...rest,
      failure:
        failure === null
          ? null
          : { code: failure.code, message: failure.message, hint: failure.hint ?? null },
      health,
      backups: {
        ...backups,
        kept: backups.kept.map(({ path, at, kind, bytes }) => ({ path, at, kind, bytes })),
      },
    },
    text: (wording) => doctorText(found, context.clock, wording),
    talk: () => (health === 'well' ? [line('All is well.')] : []),
    code: exitOf(found, health),
  };
}

/** A file that is not there yet ails nothing, unless there are backups of one. */
function isBeginning({ failure, backups }: Surroundings): boolean {
  return failure?.code === 'no-file' && backups.kept.length === 0;
}

function healthIn(found: Surroundings): Health {
  if (found.failure === null) return healthOf(found.findings);
  return isBeginning(found) ? 'well' : 'damaged';
}

function exitOf(found: Surroundings, health: Health): number {
  return found.failure === null || isBeginning(found) ? HEALTH_EXITS[health] : EXIT_CODES[found.failure.code];
}
