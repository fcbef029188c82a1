import type { Channel } from '../../domain/channel.ts';
import type { CalendarDate } from '../../domain/days/day.ts';
import type { ImportedExchange, ImportedTalk } from '../../domain/imported.ts';
import { channelTold } from '../channel-words.ts';
import { secondsDayAt } from '../json/days.ts';
import { joined, PLAIN_EXCHANGE, PLAIN_TALK } from '../json/parts.ts';
import { objectsAt, textAt, unusable, type Value, valueAt } from '../json/value.ts';
import type { Given } from '../record.ts';

const CHANNELS: ReadonlyMap<string, Channel> = new Map([
  ['call', 'call'],
  ['text', 'message'],
  ['hangout', 'in-person'],
  ['email', 'email'],
  ['telegram', 'message'],
  // What `knotter touch` notes: that there was a touch, and nothing else.
  ['other:touch', 'message'],
]);

/** What an interaction comes to. */
export interface ReadInteraction {
  readonly talk: ImportedTalk | null;
  readonly promise: ImportedExchange | null;
}

/** The interactions of a contact under a key. One to be followed up on `asOf` or later is a promise as well. */
export function readInteractions(
  contact: Value,
  key: string,
  asOf: CalendarDate,
  given: Given,
): readonly ReadInteraction[] {
  return objectsAt(contact, 'interactions').map((interaction) => {
    const kind = textAt(interaction, 'kind') ?? '';
    const note = textAt(interaction, 'note');
    const heldOn = secondsDayAt(interaction, 'occurred_at', given);
    const followOn = secondsDayAt(interaction, 'follow_up_at', given);
    if (heldOn === null) return { talk: unusable(interaction, 'does not say when it was'), promise: null };
    if (heldOn > given.today)
      return { talk: unusable(interaction, `is on ${heldOn}, which is still to come`), promise: null };
    const id = textAt(interaction, 'id') ?? `${key} ${heldOn}`;
    const own = /^other:\s*(.+)$/.exec(kind)?.[1] ?? null;
    const told = own === null || own === 'touch' ? note : joined([own, note], ': ');
    const isOpen = followOn !== null && followOn >= asOf;
    const past = followOn === null || isOpen ? null : `(to be followed up by ${followOn})`;
    const [line, people] = [interaction.line, [{ key }]];
    const channel = CHANNELS.get(kind) ?? channelTold(own ?? kind) ?? 'in-person';
    const text = joined([told, past], ' ');
    return {
      talk: { ...PLAIN_TALK, key: id, line, heldOn, channel, text, people },
      promise: isOpen
        ? promised(`${id}:follow-up`, line, key, joined(['follow up', note], ': ') ?? '', heldOn, followOn)
        : null,
    };
  });
}

/** The next touch of somebody under a key: a promise to get in touch, or a note where it follows from a cadence or has been. */
export function readNext(
  contact: Value,
  key: string,
  asOf: CalendarDate,
  given: Given,
): ImportedExchange | string | null {
  const nextOn = secondsDayAt(contact, 'next_touchpoint_at', given);
  if (nextOn === null) return null;
  const isSaid = (name: string) => (valueAt(contact, name).value ?? null) !== null;
  if (nextOn < asOf || isSaid('cadence_days') || isSaid('archived_at')) return `Next touch: ${nextOn}`;
  const enteredOn = secondsDayAt(contact, 'created_at', given);
  const madeOn = enteredOn !== null && enteredOn <= asOf ? enteredOn : asOf;
  return promised(`${key}:next`, contact.line, key, 'get in touch', madeOn, nextOn);
}

function promised(
  key: string,
  line: number,
  person: string,
  text: string,
  madeOn: CalendarDate,
  dueOn: CalendarDate,
): ImportedExchange {
  return { ...PLAIN_EXCHANGE, key, line, person: { key: person }, kind: 'promise', text, madeOn, dueOn };
}
