import type { Command } from 'commander';
import { movePromise } from '../domain/acts/settle.ts';
import { duePromises, snooze } from '../domain/acts/stage.ts';
import { currentPlan } from '../domain/agenda/plan.ts';
import { addDays, type CalendarDate } from '../domain/days/day.ts';
import { NetError } from '../domain/error.ts';
import type { Exchange } from '../domain/exchange.ts';
import type { Person } from '../domain/person.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { whoJson } from '../render/json.ts';
import { line, listed, strong } from '../render/text.ts';
import { dayWord, quoted } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { checked, comingDay } from '../steps/days.ts';
import { withFile } from '../steps/file.ts';
import { peopleNamed } from '../steps/people.ts';
import type { Db } from '../store/db.ts';
import { lastPlan } from '../store/plans.ts';

interface Options {
  readonly until?: string;
}

export function configure(command: Command): void {
  command
    .argument('[who...]', 'whom; several with commas or "and"')
    .option('--until <day>', 'from when on they may be listed again; the next list unless said');
  examples(command, ['net snooze 3', 'net snooze ana --until "in 3 weeks"']);
}

/** The answer with --json. */
export const json = {
  snoozed: 'who: {id, uuid, name}',
  until: 'the first day on which they may be listed again',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  if (args.length === 0) throw new NetError('usage', 'net snooze needs whom', 'net snooze 3');
  const now = today(context.clock);
  const named = options.until === undefined ? null : await comingDay(options.until, now);
  return withFile(context, 'write', async (db) => {
    const people = await peopleNamed(db, context, args);
    const moves = await newDays(context, people, now);
    const until = named ?? nextPlanDay(db, now);
    change(db, context, 'snooze', (making) => ({
      changes: [
        ...moves.flatMap(({ promise, due }) => movePromise(promise, due)),
        ...people.map((person) => snooze(without(person, moves), until, making)),
      ],
    }));
    return {
      json: { snoozed: people.map(({ contact }) => whoJson(contact)), until },
      text: (wording) => [
        line(strong(listed(people.map((p) => p.contact.name))), `: not before ${dayWord(until, wording)}.`),
        ...moves.map(({ promise, due }) =>
          line(`${quoted(promise.text)} is now due ${dayWord(due, wording)}.`),
        ),
      ],
      talk: () => [line('Take it back: net undo.')],
    };
  });
}

interface NewDay {
  readonly promise: Exchange;
  readonly due: CalendarDate;
}

/** A promise that is due cannot be snoozed: on a terminal it is offered a new day. */
async function newDays({ prompt }: Context, people: readonly Person[], now: CalendarDate): Promise<NewDay[]> {
  const moves: NewDay[] = [];
  if (prompt === null) return moves;
  for (const person of people) {
    for (const promise of duePromises(person, now)) {
      const said = await prompt.text({
        message: `You promised ${person.contact.name} ${quoted(promise.text)}, and that is due. By when instead?`,
        check: checked((answer) => laterDay(answer, now)),
      });
      moves.push({ promise, due: await laterDay(said, now) });
    }
  }
  return moves;
}

async function laterDay(text: string, now: CalendarDate): Promise<CalendarDate> {
  const found = await comingDay(text, now);
  if (found > now) return found;
  throw new NetError('rejected', 'today is when it is due', 'name a later day: friday, in 2 weeks');
}

function without(person: Person, moves: readonly NewDay[]): Person {
  return {
    ...person,
    open: person.open.filter((exchange) => !moves.some(({ promise }) => promise.id === exchange.id)),
  };
}

/** The day after the list that lasts, or after seven days where there is none. */
function nextPlanDay(db: Db, now: CalendarDate): CalendarDate {
  const plan = lastPlan(db, now);
  const current = plan === null ? null : currentPlan([plan], now);
  return addDays(current?.last ?? addDays(now, 6), 1);
}
