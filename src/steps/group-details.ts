import type { Command } from 'commander';
import type { CalendarDate } from '../domain/days/day.ts';
import { GROUP_KINDS, type Group, type GroupKind } from '../domain/groups/group.ts';
import { readFee } from '../domain/groups/money.ts';
import { comingDay, pastDay } from './days.ts';
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
    .option('--renews <day>', 'the next day on which it renews')
    .option('--trial-until <day>', 'the last day of a trial, which counts as free')
    .option('--joined <day>', 'when you joined')
    .option('--why <text>', 'what you joined it for');
}

/** The fields that the options name; an empty value is null. Throws `rejected` for a value that cannot be. */
export async function readGroupOptions(
  { kind, fee, renews, trialUntil, joined, why }: GroupOptions,
  today: CalendarDate,
): Promise<Partial<Omit<Group, 'id'>>> {
  return {
    ...(kind === undefined ? {} : { kind: oneOf<GroupKind>(kind, GROUP_KINDS, 'kind of group') }),
    ...(fee === undefined ? {} : feeOf(fee)),
    ...(renews === undefined ? {} : { renewsOn: await orNull(renews, (text) => comingDay(text, today)) }),
    ...(trialUntil === undefined
      ? {}
      : { trialUntil: await orNull(trialUntil, (text) => comingDay(text, today)) }),
    ...(joined === undefined ? {} : { joinedOn: await pastDay(joined, today) }),
    ...(why === undefined ? {} : { why: await orNull(why, (text) => bounded(text.trim(), '--why')) }),
  };
}

/** Without a fee what was paid at gatherings keeps its currency. */
function feeOf(text: string): Partial<Pick<Group, 'fee' | 'feePer' | 'currency'>> {
  if (text.trim() === '') return { fee: null, feePer: null };
  const { hundredths, per, currency } = readFee(text);
  return { fee: hundredths, feePer: per, currency };
}

async function orNull<V>(text: string, read: (text: string) => V | Promise<V>): Promise<V | null> {
  return text.trim() === '' ? null : read(text);
}
