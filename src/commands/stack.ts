import type { Command } from 'commander';
import { type Decisions, restOthers, UNDECIDED } from '../domain/acts/triage.ts';
import { CIRCLES, type Circle } from '../domain/contact.ts';
import { NetError } from '../domain/error.ts';
import { crowdOf } from '../domain/stack.ts';
import type { Context } from '../host/context.ts';
import type { Answer } from '../steps/answer.ts';
import { cardsNamed, refusePromised } from '../steps/cards-named.ts';
import { type Chosen, choiceAmong } from '../steps/choosing.ts';
import { examples } from '../steps/command.ts';
import { nameGiven, oneOf } from '../steps/details.ts';
import { withFile } from '../steps/file.ts';
import { type Cards, decide, gatheringsAt, readCards } from '../steps/stack.ts';
import { NOTHING_DECIDED, stackAnswer } from '../steps/stack-answer.ts';
import { walkCards } from '../steps/triage.ts';

interface Options {
  readonly at?: string;
  readonly keep?: string;
  readonly circle?: string;
  readonly grow?: string;
  readonly rest?: string;
  readonly moveon?: string;
  readonly restOthers?: boolean;
}

export function configure(command: Command): void {
  command
    .option('--at <name>', 'only the cards from one gathering')
    .option('--keep <who>', 'whom you have a relationship with already; several with commas')
    .option('--circle <circle>', `with --keep: ${CIRCLES.join(', ')}`)
    .option('--grow <who>', 'whom to get to know')
    .option('--rest <who>', 'whom to let rest')
    .option('--moveon <who>', 'who is to be off every list')
    .option('--rest-others', 'with --at: let the others from there rest');
  examples(command, [
    'net stack',
    'net stack --keep ana,ben --circle close --rest carla',
    'net stack --at DevMeet --grow ana,ben --rest-others',
    'net stack --json',
  ]);
}

/** The answer with --json. */
export const json = {
  waiting:
    'the cards to decide on, newest first: each {id, uuid, name, work, city, needs, metOn, at, via, target, lastOn}',
  untouched: 'how many more were left out, untouched for a year',
  decided: '{keep, grow, rest, moveOn}: who was decided on so, each with id, uuid and name',
  growing: 'who holds the growing slots: {id, uuid, name}',
  slots: 'how many may grow at once',
};

export async function run(_args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const { prompt } = context;
  const at = options.at === undefined ? null : nameGiven(options.at, 'at');
  const { keep, grow, rest, moveon } = options;
  const decides = [keep, grow, rest, moveon, options.restOthers].some((said) => said !== undefined);
  refuseLoose(options, at);
  if (decides) return byFlags(context, options, at);
  const cards = await withFile(context, 'read', (db) => readCards(db, context, gatheringsAt(db, at)));
  if (prompt === null || cards.waiting.length === 0)
    return stackAnswer(context, at, NOTHING_DECIDED, 'listed');
  const chosen = await choiceAt(context, cards);
  if (chosen !== null) {
    const decided = { ...NOTHING_DECIDED, grow: chosen.grown, rest: chosen.resting };
    return stackAnswer(context, at, decided, 'decided');
  }
  const { interrupted, ...decided } = await walkCards(context, prompt, cards);
  return stackAnswer(context, at, decided, interrupted ? 'left' : 'walked');
}

/** Where many of one gathering wait, a choice among them is offered before each is looked at. */
async function choiceAt(
  context: Context,
  { at, gatherings, waiting, growing, room }: Cards,
): Promise<Chosen | null> {
  const people = waiting.length + growing.length;
  if (at === null || gatherings === null || room === 0 || crowdOf(people, people, room) === 'few')
    return null;
  return choiceAmong(context, { at, people, room }, gatherings);
}

function refuseLoose({ circle, keep, restOthers: others }: Options, at: string | null): void {
  if (circle !== undefined && keep === undefined)
    throw new NetError('usage', '--circle does not say whom to keep', 'net stack --keep ana --circle close');
  if (others !== undefined && at === null)
    throw new NetError(
      'usage',
      '--rest-others does not say from which gathering',
      'net stack --at DevMeet --grow ana,ben --rest-others',
    );
}

async function byFlags(context: Context, options: Options, at: string | null): Promise<Answer> {
  const circle = options.circle === undefined ? null : oneOf<Circle>(options.circle, CIRCLES, 'circle');
  const decided = await withFile(context, 'write', async (db) => {
    const cards = readCards(db, context, gatheringsAt(db, at));
    const named = (said: string | undefined, flag: string) => cardsNamed(db, context, cards, said, flag);
    const told: Decisions = {
      ...UNDECIDED,
      keep: await named(options.keep, 'keep'),
      circle,
      grow: await named(options.grow, 'grow'),
      rest: await named(options.rest, 'rest'),
      moveOn: await named(options.moveon, 'moveon'),
    };
    refusePromised(db, told.moveOn);
    // Who grows already is sent back only where others are chosen instead.
    const others = told.grow.length > 0 ? [...cards.growing, ...cards.waiting] : cards.waiting;
    const decisions = options.restOthers ? restOthers(told, others) : told;
    decide(db, context, cards, decisions);
    return decisions;
  });
  return stackAnswer(context, at, decided, 'decided');
}
