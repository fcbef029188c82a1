import type { ImportedTalk } from '../../domain/imported.ts';
import { channelTold } from '../channel-words.ts';
import { numberedLines } from '../lines.ts';
import { digest } from '../people.ts';
import type { Given, Part, Reject, SourceFile } from '../record.ts';
import { blocksOf } from '../source-text.ts';
import { type Book, book } from './book.ts';
import { type FriendEvent, readEvent } from './event.ts';
import { readFriend } from './friend.ts';
import { type Item, itemsIn } from './lists.ts';

/** An event with the keys of those in it. */
interface Met extends FriendEvent {
  readonly line: number;
  readonly who: readonly string[];
}

/**
 * The friends, notes and activities in a `friends.md`, as `friends` 0.48 writes it: see its lib/friends/introvert.rb, friend.rb and
 * event.rb. Whatever cannot be read is a reject.
 */
export function* parseFriends(file: SourceFile, { today }: Given): Generator<Part> {
  const known = book();
  const events: Item[] = [];
  for (const item of itemsIn(numberedLines(blocksOf(file)))) {
    if ('reason' in item) yield { reject: item };
    else if (item.list === 'locations') yield { skipped: 'location' };
    else if (item.list === 'friends') yield* listed(item, known);
    else events.push(item);
  }
  const talks: Met[] = [];
  for (const item of events) {
    const met = metIn(item, known);
    if ('reason' in met) yield { reject: met };
    else if (item.list === 'notes') for (const key of met.who) known.note(key, `${met.on}: ${met.text}`);
    else if (met.on > today) yield { reject: { line: met.line, reason: `${met.on} is still to come` } };
    else talks.push(met);
  }
  for (const person of known.people()) yield { person };
  for (const talk of keyed(talks)) yield { talk };
}

function* listed({ line, text }: Item, known: Book): Generator<Part> {
  const friend = readFriend(line, text);
  if ('reason' in friend) yield { reject: friend };
  else if (!known.add(friend)) yield { skipped: 'repeated line' };
}

function metIn({ line, text, list }: Item, known: Book): Met | Reject {
  const event = readEvent(line, text, list === 'notes' ? 'note' : 'activity');
  if ('reason' in event) return event;
  const found = event.names.map((name) => known.find(name, line));
  const unclear = found.find((who) => 'reason' in who);
  if (unclear !== undefined) return { line, reason: unclear.reason };
  return { ...event, line, who: [...new Set(found.flatMap((who) => ('key' in who ? who.key : [])))] };
}

/**
 * The activities as talks. What stays the same between two exports is the day, who was there, and which of several that makes: counted
 * from the last, as `friends` writes a new one above the others of its day.
 */
function keyed(talks: readonly Met[]): readonly ImportedTalk[] {
  const counts = new Map<string, number>();
  return talks
    .toReversed()
    .map((met) => {
      const base = `${met.on} ${digest([...met.who].sort().join('\n'))}`;
      const count = (counts.get(base) ?? 0) + 1;
      counts.set(base, count);
      return {
        key: count === 1 ? base : `${base}#${count}`,
        line: met.line,
        heldOn: met.on,
        channel: channelTold(met.plot) ?? 'in-person',
        text: met.text === '' ? null : met.text,
        minutes: null,
        startedBy: null,
        people: met.who.map((key) => ({ key })),
      };
    })
    .toReversed();
}
