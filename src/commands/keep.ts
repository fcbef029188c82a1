import type { Command } from 'commander';
import { type Keeping, keepContact } from '../domain/acts/stage.ts';
import { CIRCLES, type Circle } from '../domain/contact.ts';
import { NetError } from '../domain/error.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { whoJson } from '../render/json.ts';
import { cadenceText, loadText } from '../render/load.ts';
import { line, listed, strong } from '../render/text.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { pastDay, spanNamed } from '../steps/days.ts';
import { oneOf } from '../steps/details.ts';
import { withFile } from '../steps/file.ts';
import { loadOf } from '../steps/load.ts';
import { peopleNamed } from '../steps/people.ts';

interface Options {
  readonly circle?: string;
  readonly every?: string;
  readonly last?: string;
}

export function configure(command: Command): void {
  command
    .argument('[who...]', 'whom; several with commas or "and"; nobody: shows the load')
    .option('--circle <circle>', CIRCLES.join(', '))
    .option('--every <span>', 'in touch every 6w, whatever the circle')
    .option('--last <day>', 'when you were last in touch: "2 months ago"');
  examples(command, [
    'net keep',
    'net keep ana, ben --circle close',
    'net keep mom --circle inner --every 1w --last sunday',
  ]);
}

/** The answer with --json. */
export const json = {
  kept: 'who is kept now: {id, uuid, name}',
  circle: 'the circle that was said, or null',
  everyDays: 'the days between touches that were said, or null',
  lastOn: 'the day of the last touch that was said, or null',
  load: '{people, perWeek, capacity, circles, crowded {circle, people, most} or null, widen}',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  if (args.length === 0) return loadOnly(options, context);
  const now = today(context.clock);
  const keeping: Keeping = {
    circle: options.circle === undefined ? null : oneOf<Circle>(options.circle, CIRCLES, 'circle'),
    everyDays: options.every === undefined ? null : spanNamed(options.every),
    lastOn: options.last === undefined ? null : await pastDay(options.last, now),
  };
  return withFile(context, 'write', async (db) => {
    const people = await peopleNamed(db, context, args);
    change(db, context, 'keep', (making) => ({
      changes: people.map(({ contact }) => keepContact(contact, keeping, making)),
    }));
    const load = loadOf(db, context);
    const circles = [...new Set(people.map(({ contact }) => keeping.circle ?? contact.circle ?? 'active'))];
    return {
      json: { kept: people.map(({ contact }) => whoJson(contact)), ...keeping, load },
      text: (wording) => [
        line(
          strong(listed(people.map((p) => p.contact.name))),
          `: kept, ${listed(circles)} circle${cadenceText(keeping, wording)}.`,
        ),
        ...loadText(load),
      ],
      talk: () => [line('Take it back: net undo.')],
    };
  });
}

async function loadOnly(options: Options, context: Context): Promise<Answer> {
  if (Object.keys(options).length > 0)
    throw new NetError('usage', 'it does not say whom to keep', 'net keep ana --circle close');
  const load = await withFile(context, 'read', (db) => loadOf(db, context));
  return {
    json: { kept: [], circle: null, everyDays: null, lastOn: null, load },
    text: () => loadText(load),
  };
}
