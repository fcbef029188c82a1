import { NetError } from '../../domain/error.ts';
import type { SourceFile } from '../record.ts';
import { peopleIn } from './addresses.ts';
import { mailboxesIn } from './folders.ts';
import type { Header } from './header.ts';
import { leftOut } from './left-out.ts';
import { purposesOf } from './message.ts';
import { messagesOf } from './split.ts';

/** Where servers note to whom they deliver. */
const DELIVERED = ['delivered-to', 'x-original-to', 'envelope-to'] as const;

/** Of the messages that say it, as many must name an address for it to be the user's: one may have been forwarded from elsewhere. */
const SHARE = 0.1;

/** What an archive names that has more addresses is counted no further. */
const MOST_ADDRESSES = 200_000;

type Counts = Map<string, number>;

/**
 * The user's own addresses, as a mail archive shows them, in lower case: those that mail was delivered to and those that what was sent came
 * from; where there are none, the one that most messages between people name, if it is in at least half of them and in more than any other,
 * and nobody who is known. Reads the headers alone. Throws `usage` where the archive does not show any.
 */
export function ownAddresses(
  file: SourceFile,
  isKnown: (email: string) => boolean = () => false,
): readonly string[] {
  const [delivered, sent, named]: [Counts, Counts, Counts] = [new Map(), new Map(), new Map()];
  let [deliveries, sendings, messages] = [0, 0, 0];
  for (const { file: box, purposes } of mailboxesIn(file)) {
    for (const { header } of messagesOf(box)) {
      const of = purposesOf(header, purposes);
      if (of.has('spam') || of.has('deleted') || header.endless) continue;
      if (countEach(delivered, deliveredTo(header))) deliveries++;
      if (of.has('sent') && countEach(sent, emails(header, 'from'))) sendings++;
      if (leftOut(header, of) === null && countEach(named, emails(header, 'from', 'to', 'cc'))) messages++;
    }
  }
  const shown = new Set([...often(delivered, deliveries), ...often(sent, sendings)]);
  const own = shown.size > 0 ? [...shown] : mostOften(named, messages, isKnown);
  if (own.length === 0)
    throw new NetError(
      'usage',
      `${file.path} does not show which address is yours`,
      `net import ${file.path} --me you@example.org`,
    );
  return own.toSorted();
}

/** By the last server alone: those before it may have passed on what came to a list. */
function deliveredTo({ fields, ...header }: Header): readonly string[] {
  return DELIVERED.flatMap((name) => {
    const [last = ''] = fields.get(name) ?? [];
    if (/^\s*mailing list/i.test(last)) return [];
    return emails({ ...header, fields: new Map([[name, [last]]]) }, name);
  });
}

function emails(header: Header, ...names: readonly string[]): readonly string[] {
  return peopleIn(header, ...names).map(({ email }) => email);
}

/** Whether there was anything to count. */
function countEach(counts: Counts, addresses: readonly string[]): boolean {
  const each = new Set(addresses);
  for (const address of each) {
    const count = counts.get(address);
    if (count !== undefined || counts.size < MOST_ADDRESSES) counts.set(address, (count ?? 0) + 1);
  }
  return each.size > 0;
}

function often(counts: Counts, all: number): readonly string[] {
  return [...counts].filter(([, count]) => count >= all * SHARE).map(([address]) => address);
}

function mostOften(counts: Counts, all: number, isKnown: (email: string) => boolean): readonly string[] {
  const strangers = [...counts].filter(([address, count]) => count >= all / 2 && !isKnown(address));
  const [first, second] = strangers.sort(([, a], [, b]) => b - a);
  return first === undefined || first[1] === second?.[1] ? [] : [first[0]];
}
