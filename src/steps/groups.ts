import type { Loose } from '../domain/acts/group.ts';
import { LONGEST_NAME } from '../domain/acts/limits.ts';
import { NetError } from '../domain/error.ts';
import type { Group } from '../domain/groups/group.ts';
import { groupSpan, meantGroup } from '../domain/groups/group-names.ts';
import { plain } from '../domain/words/plain.ts';
import { isPlainWord } from '../domain/words/plain-word.ts';
import type { Context } from '../host/context.ts';
import { anyOf } from '../render/text.ts';
import { shellWords } from '../render/typed.ts';
import type { Db } from '../store/db.ts';
import { looseGatherings, metAt } from '../store/group-records.ts';
import { gatheringsOf, readGroups } from '../store/groups.ts';
import { chooseOne } from './choose.ts';

/** A hint names at most so many groups. */
const MOST_NAMED = 8;

/** The one group that some words name. On a terminal it is asked for where they name none or several; elsewhere that fails. */
export async function groupNamed(
  db: Db,
  context: Context,
  verb: string,
  args: readonly string[],
): Promise<Group> {
  const text = args.join(' ').trim();
  const groups = readGroups(db);
  if (text === '') return askGroup(context, verb, groups);
  const meant = meantGroup(text, groups);
  switch (meant.kind) {
    case 'one':
      return meant.group;
    case 'several':
      return chooseGroup(context, `Which "${text}"?`, `"${text}" could be several groups`, meant.groups);
    case 'none':
      throw unknownGroup(text, verb, meant.near, groups);
  }
}

/** A group, and the text that follows its name. Words in quotes are a name of their own. */
export async function groupAndText(
  db: Db,
  context: Context,
  verb: string,
  args: readonly string[],
): Promise<{ readonly group: Group; readonly text: string }> {
  const [first = ''] = args;
  const span = /\s/.test(first.trim()) || args.length < 2 ? 1 : groupSpan(args, readGroups(db));
  const group = await groupNamed(db, context, verb, args.slice(0, span));
  return { group, text: args.slice(span).join(' ').trim() };
}

/** A group that is not left. Throws `rejected` for one that is. */
export function refuseLeft({ name, leftOn }: Group): void {
  if (leftOn === null) return;
  throw new NetError(
    'exists',
    `${name} was left on ${leftOn} already`,
    `to come back: net group edit ${shellWords(name)} --left ""`,
  );
}

/** A group's name as it was typed. Throws `rejected` for one that cannot be. */
export function groupName(text: string): string {
  const name = text.trim().replace(/\s+/gu, ' ');
  if (plain(name) === '')
    throw new NetError('rejected', 'a group needs a name', 'say it: net group add TechGrow');
  if (name.length <= LONGEST_NAME) return name;
  throw new NetError(
    'rejected',
    `a name has at most ${LONGEST_NAME} characters, not ${name.length}`,
    'put the rest into --why',
  );
}

/** Throws `exists` where another group has a name already. */
export function refuseTaken(db: Db, name: string, own: string | null = null): void {
  const taken = readGroups(db).find((group) => group.id !== own && plain(group.name) === plain(name));
  if (taken === undefined) return;
  const typed = shellWords(taken.name);
  throw new NetError(
    'exists',
    taken.leftOn === null
      ? `${taken.name} is here already`
      : `${taken.name} is here already, left on ${taken.leftOn}`,
    taken.leftOn === null
      ? `to change it: net group edit ${typed} --kind community`
      : `to come back: net group edit ${typed} --left ""`,
  );
}

/** Gatherings of a name that belong to no group, and whoever was met at them. */
export function looseAt(db: Db, name: string): Loose {
  const gatherings = looseGatherings(db).filter((gathering) => plain(gathering.name) === plain(name));
  return { gatherings, people: metAt(db, idsOf(gatherings)) };
}

/** The gatherings of a group, and whoever was met at them. */
export function ownOf(db: Db, { id }: Group): Loose {
  const gatherings = gatheringsOf(db, id);
  return { gatherings, people: metAt(db, idsOf(gatherings)) };
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

function askGroup(context: Context, verb: string, groups: readonly Group[]): Promise<Group> {
  const current = groups.filter(({ leftOn }) => leftOn === null);
  const offered = current.length > 0 ? current : groups;
  if (context.prompt === null || offered.length === 0)
    throw new NetError(
      'usage',
      `net group ${verb} needs a group`,
      offered.length === 0
        ? 'net group add TechGrow'
        : // A list, and no command: what is pasted must not leave a group, or log one, that nobody named.
          `say which: ${anyGroup(offered)}`,
    );
  return chooseGroup(context, 'Which group?', '', offered);
}

function anyGroup(groups: readonly Group[]): string {
  const names = groups.map(({ name }) => name);
  return anyOf(names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED), 'another one'] : names);
}

function chooseGroup(
  context: Context,
  question: string,
  ambiguous: string,
  groups: readonly Group[],
): Promise<Group> {
  return chooseOne(context, {
    question,
    ambiguous,
    hint: `say the whole name: ${shellWords(groups[0]?.name ?? '')}`,
    choices: groups.map((group) => ({
      value: group,
      id: group.id,
      label: group.leftOn === null ? group.name : `${group.name} (left ${group.leftOn})`,
    })),
  });
}

function unknownGroup(
  text: string,
  verb: string,
  near: readonly Group[],
  groups: readonly Group[],
): NetError {
  const [first] = near;
  const current = groups.filter(({ leftOn }) => leftOn === null);
  // A little word began a text, and is no group that is to be added.
  const add =
    isPlainWord(text) && current.length > 0
      ? `say which: ${anyGroup(current)}`
      : `add it: net group add ${shellWords(text)}`;
  return new NetError(
    'not-found',
    `no group is called "${text}"`,
    first === undefined
      ? add
      : near.length > 1 || verb === 'leave'
        ? `did you mean ${anyGroup(near)}?`
        : `did you mean net group ${verb} ${shellWords(first.name)}?`,
    near.map(({ id, name }) => ({ id, label: name })),
  );
}
