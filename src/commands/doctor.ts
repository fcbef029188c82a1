import type { Command } from 'commander';
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
    '{bytes, people, talks, schema, sqlite, last {command, at}}; null where the file is not there or cannot be read',
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
    talk: () => [line(health === 'well' ? 'All is well.' : 'net check looks through the file alone.')],
    code: HEALTH_EXITS[health],
  };
}

/** A file that is not there yet ails nothing. */
function healthIn({ findings, failure }: Surroundings): Health {
  if (failure === null) return healthOf(findings);
  return failure.code === 'no-file' ? 'well' : 'damaged';
}
