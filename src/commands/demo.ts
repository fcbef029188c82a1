import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import type { Env } from '../host/paths.ts';
import { temporaryPath } from '../host/temporary.ts';
import { faint, line, strong, type Text } from '../render/text.ts';
import { shellWord } from '../render/typed.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { demoNetwork } from '../steps/demo-network.ts';

export function configure(command: Command): void {
  examples(command, ['net demo']);
}

/** The answer with --json. */
export const json = { file: 'the throw-away file with the made-up people' };

/** Fills a throw-away file with made-up people and shows their week. The user's own file is never touched. */
export async function run(_args: readonly string[], _options: object, context: Context): Promise<Answer> {
  const file = temporaryPath('demo.db');
  for (const words of demoNetwork(today(context.clock))) await quietly(context, [...words, '--db', file]);
  const list = await quietly(context, ['today', '--db', file]);
  return {
    json: { file },
    text: () => [
      line(strong('A made-up network, in a throw-away file.'), ' The few people to tend this week:'),
      line(''),
      ...list
        .trimEnd()
        .split('\n')
        .map((row) => line(row)),
      line(''),
      ...next(file, checkoutOf(context.env)),
    ],
  };
}

/** Where `npm start` was typed: there `net` is no command yet. */
function checkoutOf(env: Env): string | null {
  const { npm_lifecycle_event: script, npm_package_json: manifest } = env;
  return script === 'start' && manifest !== undefined ? dirname(manifest) : null;
}

function next(file: string, checkout: string | null): Text {
  const begin = [
    `export NET_DB=${shellWord(file)}`,
    ...(checkout === null ? [] : [`alias net=${shellWord(join(checkout, 'bin', 'net.js'))}`]),
  ];
  const tries = [
    ['net done 1 "sent her the photos"', 'settles what line 1 says'],
    ['net show mara', 'one screen to read before you meet'],
    ['net log priya coffee today, the launch went well', 'logs a talk'],
    ['net today --why 2', 'why somebody is listed'],
    ['net undo', 'takes the last one back'],
    ['net group check', 'is that group worth the time?'],
    ['net garden', 'who is in touch both ways, what grew and faded'],
  ];
  return [
    line('Try it. First:'),
    ...begin.map((typed) => line('  ', strong(typed))),
    line('Then:'),
    ...tries.map(([typed = '', what = '']) => line('  ', typed.padEnd(52), faint(what))),
    line(
      'For your own people: ',
      strong('unset NET_DB'),
      ', then net add "Ana Silva" --at DevMeet, or net import Connections.csv',
    ),
  ];
}

/** Runs a command line and gives back what it printed. Throws where it failed: the made-up network is part of the program. */
async function quietly(context: Context, argv: readonly string[]): Promise<string> {
  const { code, out, err } = await context.runQuietly(argv);
  if (code !== 0) throw new Error(`net ${argv.join(' ')}: ${err}`);
  return out;
}
