import type { Command } from 'commander';
import type { CalendarDate } from '../domain/days/day.ts';
import { NetError } from '../domain/error.ts';
import type { Gathering } from '../domain/groups/gathering.ts';
import { GROUP_KINDS, type Group, type GroupKind } from '../domain/groups/group.ts';
import { moneyText, readFee } from '../domain/groups/money.ts';
import { shellWords } from '../render/typed.ts';
import { dayNamed, pastDay } from './days.ts';
import { bounded, oneOf } from './details.ts';

/** What `group add` and `group edit` can be told of a group. */
export interface GroupOptions {
  readonly kind?: string;
  readonly fee?: string;
  readonly renews?: string;
  readonly trialUntil?: string;
  readonly joined?: string;
  readonly why?: string;
}

export function declareGroup(command: Command): Command {
  return command
    .option('--kind <kind>', GROUP_KINDS.join(', '))
    .option('--fee <fee>', 'what it asks for, and how often: 40/month, "€120 a quarter", 300/once')
    .option('--renews <day>', 'the day on which it renews next, or first did')
    .option('--trial-until <day>', 'the last day of a trial, which counts as free')
    .option('--joined <day>', 'when you joined')
    .option('--why <text>', 'what you joined it for');
}

/**
 * The fields that the options name; an empty value is null, and a fee without a currency names none. Throws `rejected` for a value that
 * cannot be.
 */
export async function readGroupOptions(
  { kind, fee, renews, trialUntil, joined, why }: GroupOptions,
  today: CalendarDate,
): Promise<Partial<Omit<Group, 'id'>>> {
  return {
    ...(kind === undefined ? {} : { kind: oneOf<GroupKind>(kind, GROUP_KINDS, 'kind of group') }),
    ...(fee === undefined ? {} : feeOf(fee)),
    ...(renews === undefined
      ? {}
      : { renewsOn: await orNull(renews, (text) => dayNamed(text, today, 'future')) }),
    ...(trialUntil === undefined
      ? {}
      : { trialUntil: await orNull(trialUntil, (text) => dayNamed(text, today, 'future')) }),
    ...(joined === undefined ? {} : { joinedOn: await pastDay(joined, today) }),
    ...(why === undefined ? {} : { why: await orNull(why, (text) => bounded(text.trim(), '--why')) }),
  };
}

/** Without a fee what was paid at gatherings keeps its currency. */
function feeOf(text: string): Partial<Pick<Group, 'fee' | 'feePer' | 'currency'>> {
  if (text.trim() === '') return { fee: null, feePer: null };
  const { hundredths, per, currency } = readFee(text);
  return { fee: hundredths, feePer: per, ...(currency === null ? {} : { currency }) };
}

/**
 * Throws `rejected` where a trial or a renewal is said to have been before the group was joined. Of one that was joined a while ago it may
 * have been.
 */
export function refuseDaysBefore(
  { trialUntil = null, renewsOn = null }: Partial<Pick<Group, 'trialUntil' | 'renewsOn'>>,
  joinedOn: CalendarDate,
  today: CalendarDate,
): void {
  const found = [trialUntil, renewsOn].find((on) => on !== null && on < joinedOn) ?? null;
  if (found === null) return;
  throw new NetError(
    'rejected',
    joinedOn === today ? `${found} has been already` : `${found} was before it was joined on ${joinedOn}`,
    'name a later day, or say --joined as well',
  );
}

/** Throws `rejected` for a fee in another currency than what was paid at gatherings: amounts noted in one are none in another. */
export function refuseOtherCurrency(
  { name, currency }: Group,
  said: Partial<Pick<Group, 'fee' | 'feePer' | 'currency'>>,
  gatherings: readonly Gathering[],
): void {
  const other = said.currency ?? null;
  if (currency === null || other === null || other === currency) return;
  if (gatherings.every(({ cost }) => cost === null)) return;
  const { fee = null, feePer = null } = said;
  const inFirst = fee === null ? '' : ` --fee ${moneyText(fee, null)}/${feePer}`;
  throw new NetError(
    'rejected',
    `${name} has costs in ${currency}, which are none in ${other}`,
    `say the fee in ${currency}: net group edit ${shellWords(name)}${inFirst}`,
  );
}

async function orNull<V>(text: string, read: (text: string) => V | Promise<V>): Promise<V | null> {
  return text.trim() === '' ? null : read(text);
}
