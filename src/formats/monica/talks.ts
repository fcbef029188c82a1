import type { CalendarDate } from '../../domain/days/day.ts';
import type { ImportedTalk, Meant } from '../../domain/imported.ts';
import { channelTold } from '../channel-words.ts';
import { dayAt, instantDayAt } from '../json/days.ts';
import { joined, PLAIN_TALK } from '../json/parts.ts';
import { flagAt, objectsAt, textAt, textsAt, unusable, type Value, valueAt } from '../json/value.ts';
import { unique } from '../people.ts';
import type { Given } from '../record.ts';
import { type Kinds, propertiesOf, recordsOf } from './account.ts';
import { fieldTypeOf } from './fields.ts';
import type { Head } from './head.ts';

/** What the calls and conversations of a contact come to. Of conversations the messages stay out: so many are counted. */
export interface Talked {
  readonly talks: readonly ImportedTalk[];
  readonly messages: number;
}

/** The calls and conversations of somebody under a key. */
export function talksOf({ buckets }: Head, key: string, kinds: Kinds, given: Given): Talked {
  const people = [{ key }];
  const calls = recordsOf(buckets, 'call').flatMap((record) => callOf(record, people, given) ?? []);
  const conversations = recordsOf(buckets, 'conversation').flatMap(
    (record) => conversationOf(record, people, kinds, given) ?? [],
  );
  return {
    talks: [...calls, ...conversations.map(({ talk }) => talk)],
    messages: conversations.reduce((sum, { messages }) => sum + messages, 0),
  };
}

/** An activity with everybody who took part. */
export function activityOf(
  record: Value,
  people: readonly Meant[],
  { activityTypes }: Kinds,
  given: Given,
): ImportedTalk | null {
  const activity = propertiesOf(record);
  const summary = textAt(activity, 'summary');
  const type = activityTypes.get(textAt(activity, 'type') ?? '') ?? null;
  const heading = unique([summary, type].filter((text) => text !== null));
  const text = joined([joined(heading, ', '), textAt(activity, 'description')], '\n');
  const heldOn = heldAt(record, dayAt(activity, 'happened_at'), given.today);
  if (heldOn === null) return null;
  if (people.length === 0)
    return unusable(record, `(${(summary ?? heldOn).slice(0, 60)}) names nobody who is in this file`);
  const channel = channelTold(summary ?? '') ?? 'in-person';
  return {
    ...PLAIN_TALK,
    key: textAt(record, 'uuid') ?? `activity ${heldOn}`,
    line: record.line,
    heldOn,
    channel,
    text,
    people,
  };
}

function callOf(record: Value, people: readonly Meant[], given: Given): ImportedTalk | null {
  const call = propertiesOf(record);
  const heldOn = heldAt(record, instantDayAt(call, 'called_at', given), given.today);
  const theyCalled = flagAt(call, 'contact_called');
  const felt = joined(unique(emotionsOf(call)), ', ');
  const text = joined([textAt(call, 'content'), felt === null ? null : `Felt: ${felt}`], '\n');
  if (heldOn === null) return null;
  const startedBy = theyCalled === null ? null : theyCalled ? 'them' : 'me';
  const key = textAt(record, 'uuid') ?? `call ${heldOn}`;
  return { ...PLAIN_TALK, key, line: record.line, heldOn, channel: 'call', text, startedBy, people };
}

function conversationOf(
  record: Value,
  people: readonly Meant[],
  kinds: Kinds,
  given: Given,
): { readonly talk: ImportedTalk; readonly messages: number } | null {
  const conversation = propertiesOf(record);
  const heldOn = heldAt(record, instantDayAt(conversation, 'happened_at', given), given.today);
  const messages = objectsAt(conversation, 'messages');
  const [first] = messages;
  const isMine = first === undefined ? null : flagAt(propertiesOf(first), 'written_by_me');
  const type = fieldTypeOf(conversation, kinds);
  if (heldOn === null) return null;
  const startedBy = isMine === null ? null : isMine ? 'me' : 'them';
  const key = textAt(record, 'uuid') ?? `conversation ${heldOn}`;
  const channel = type?.type === 'email' ? 'email' : 'message';
  const text = type === null || type.type !== null || type.name === '' ? null : type.name;
  return {
    talk: { ...PLAIN_TALK, key, line: record.line, heldOn, channel, text, startedBy, people },
    messages: messages.length,
  };
}

/** The words for how somebody felt; an older Monica wrote each as an object. */
function emotionsOf(call: Value): readonly string[] {
  const { value } = valueAt(call, 'emotions');
  const areObjects = Array.isArray(value) && typeof value[0] === 'object';
  return areObjects
    ? objectsAt(call, 'emotions').flatMap((emotion) => textAt(emotion, 'name') ?? [])
    : textsAt(call, 'emotions');
}

/** The day on which something was, or null, and a reject, where it is not told or still to come. */
function heldAt(record: Value, on: CalendarDate | null, today: CalendarDate): CalendarDate | null {
  if (on === null) return unusable(record, 'does not say when it was');
  return on <= today ? on : unusable(record, `is on ${on}, which is still to come`);
}
