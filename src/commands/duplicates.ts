import type { Command } from 'commander';
import type { Contact } from '../domain/contact.ts';
import type { Duplicates } from '../domain/duplicates/pairs.ts';
import { NetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';
import { crowdedText, duplicatesText, pairJson } from '../render/duplicates.ts';
import { whoJson } from '../render/json.ts';
import { count, firstFew, line, listed, strong, type Text } from '../render/text.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { findDuplicates, type WalkedPairs, walkPairs, writeApart } from '../steps/duplicates.ts';
import { withFile } from '../steps/file.ts';
import { personNamed } from '../steps/people.ts';
import { twoPeople } from '../steps/two-people.ts';
import { meant } from '../steps/who.ts';
import type { Db } from '../store/db.ts';

/** Of many who are called the same so many are named. */
const MOST_NAMED = 5;

interface Options {
  readonly apart?: boolean;
}

export function configure(command: Command): void {
  command
    .argument('[who...]', 'only the pairs with this person, or with everybody of this name')
    .option('--apart', 'two who are named are two people: they are not shown again');
  examples(command, ['net duplicates', 'net duplicates ana', 'net duplicates --apart ana silva, ana costa']);
}

/** The answer with --json. */
export const json = {
  pairs:
    'who may be one person, strongest first: {first {id, uuid, name}, other {id, uuid, name}, strength, why [{sign, what}], command}; strength is very likely, likely, possible or same name',
  crowded: 'names that too many have to be compared by them alone: {name, people}',
  apart: 'the two who were said to be two people: {id, uuid, name}; null where nobody was',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  if (options.apart === true) return keptApart(args, context);
  const found = await withFile(context, 'read', async (db) => {
    const people = args.length === 0 ? null : await everyoneMeant(db, context, args);
    return { people, ...(await findDuplicates(db, people?.map(({ id }) => id) ?? null)) };
  });
  const { prompt } = context;
  if (prompt === null || found.pairs.length === 0) return listAnswer(found, found.people);
  const walked = await walkPairs(context, prompt, found.pairs);
  return {
    json: jsonOf(found),
    text: () => walkedText(walked, found),
    talk: () => takenBack(walked.merged.length + walked.apart.length),
  };
}

/** Each answer is an operation of its own. */
function takenBack(answers: number): Text {
  if (answers === 0) return [];
  return [line(answers === 1 ? 'Take it back: net undo.' : `Take all of it back: net undo ${answers}.`)];
}

/** Everybody whom a name may mean: doubles are called the same. Throws where that is nobody, or several were named. */
async function everyoneMeant(
  db: Db,
  context: Context,
  args: readonly string[],
): Promise<readonly Pick<Contact, 'id' | 'name'>[]> {
  const result = meant(db, context, args.join(' '), Number.POSITIVE_INFINITY);
  if (result.kind === 'several' && !result.fuzzy) return result.candidates;
  return [(await personNamed(db, context, args)).contact];
}

function jsonOf({ pairs, crowded }: Duplicates): Answer['json'] {
  return { pairs: pairs.map(pairJson), crowded, apart: null };
}

function listAnswer(found: Duplicates, people: readonly Pick<Contact, 'name'>[] | null): Answer {
  const { pairs, crowded } = found;
  return {
    json: jsonOf(found),
    text: () =>
      pairs.length === 0
        ? [line(nobodyOf(people), ' here twice.'), ...crowdedText(crowded)]
        : duplicatesText(found),
    talk: () =>
      pairs.length === 0
        ? []
        : [
            line(
              `${count(pairs.length, 'pair')}. Nobody is merged unless you say so. Two people after all: net duplicates --apart WHO, WHO.`,
            ),
          ],
  };
}

function nobodyOf(people: readonly Pick<Contact, 'name'>[] | null): string {
  if (people === null) return 'Nobody seems to be';
  const [only, ...more] = people;
  if (only !== undefined && more.length === 0) return `${only.name} does not seem to be`;
  return `None of ${firstFew(
    people.map(({ name }) => name),
    MOST_NAMED,
  )} seems to be`;
}

function walkedText({ merged, apart, later }: WalkedPairs, { crowded }: Duplicates): Text {
  const names = (pairs: WalkedPairs['merged']) =>
    listed(pairs.map(({ first, other }) => `${other.name} with ${first.name}`));
  return [
    ...(merged.length === 0 ? [] : [line('One person now: ', strong(names(merged)), '.')]),
    ...(apart.length === 0 ? [] : [line('Two people: ', strong(names(apart)), '.')]),
    ...(merged.length + apart.length > 0 ? [] : [line('Nothing was changed.')]),
    ...(later === 0 ? [] : [line(`${count(later, 'pair')} for later: net duplicates.`)]),
    ...crowdedText(crowded),
  ];
}

async function keptApart(args: readonly string[], context: Context): Promise<Answer> {
  if (args.length === 0)
    throw new NetError('usage', '--apart needs two people', 'net duplicates --apart ana silva, ana costa');
  return withFile(context, 'write', async (db) => {
    const [{ contact: a }, { contact: b }] = await twoPeople(db, context, 'duplicates --apart', args);
    const isNew = writeApart(db, context, a, b);
    return {
      json: { pairs: [], crowded: [], apart: [whoJson(a), whoJson(b)] },
      text: () => [
        line(
          strong(a.name),
          ` (${a.short}) and `,
          strong(b.name),
          ` (${b.short}) are two people${isNew ? '' : ', as you said before'}.`,
        ),
      ],
      talk: () => (isNew ? [line('They are not shown as one again. Take it back: net undo.')] : []),
    };
  });
}
