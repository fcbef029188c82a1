import { CHANNELS, type Channel } from '../domain/channel.ts';
import { NetError } from '../domain/error.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { channelWord } from '../render/words.ts';
import type { Db } from '../store/db.ts';
import { askWhoOrNew } from './ask-who.ts';
import { checked, pastDay } from './days.ts';
import { bounded } from './details.ts';
import type { KnownOrNew } from './offer-adding.ts';
import { readPromise } from './told.ts';
import { talkOf } from './touch.ts';

/** What a talk was, asked step by step. */
export interface AskedTalk extends KnownOrNew {
  readonly options: {
    readonly by: string;
    readonly on: string;
    readonly gave?: readonly string[];
    readonly received?: readonly string[];
    readonly asked?: readonly string[];
    readonly promised?: readonly string[];
  };
}

/** Walks through a talk on a terminal; elsewhere `usage`, naming what is missing. */
export async function askTalk(db: Db, context: Context): Promise<AskedTalk> {
  const { prompt } = context;
  if (prompt === null)
    throw new NetError('usage', 'net log needs who it was with', 'net log ana coffee yesterday');
  const person = await askWhoOrNew(db, context, 'Who was it with?');
  const channels = CHANNELS.map((channel): { name: string; value: Channel } => ({
    name: channelWord(channel),
    value: channel,
  }));
  const by = await prompt.select('How were you in touch?', channels);
  const now = today(context.clock);
  const on = await prompt.text({
    message: 'When?',
    default: 'today',
    check: checked((answer) => pastDay(answer, now)),
  });
  const heldOn = await pastDay(on, now);
  const text = await prompt.text({
    message: 'What was it about? (or empty)',
    check: checked((answer) => bounded(answer, 'the text')),
  });
  const list = async (message: string, read = (answer: string): unknown => bounded(answer, 'the text')) => {
    const check = checked((answer) => (answer.trim() === '' ? null : read(answer.trim())));
    const answer = await prompt.text({ message, check });
    return answer.trim() === '' ? [] : [answer.trim()];
  };
  return {
    people: 'id' in person ? [person.id] : [],
    text,
    newcomer: 'id' in person ? null : person,
    options: {
      by,
      on,
      gave: await list('Did you give something? (or empty)'),
      received: await list('Did you receive something? (or empty)'),
      asked: await list('Did you ask for something? (or empty)'),
      promised: await list('Did you promise something? ("the deck by friday", or empty)', (answer) =>
        readPromise(bounded(answer, 'the text'), heldOn, now),
      ),
    },
  };
}

/** What a talk was, where a line says with whom and nothing else; elsewhere, and in a pipe, nothing is asked. */
export async function askWhat(context: Context, options: object): Promise<string> {
  const { prompt } = context;
  // Options that only deny something stand as true unless they were given.
  const isSaid = Object.values(options).some((said) => said !== undefined && said !== true);
  if (prompt === null || isSaid) return '';
  return prompt.text({
    message: 'What was it? (a coffee, what was said; empty: just in touch)',
    check: checked((answer) => talkOf(context, answer, {}, 'in-person')),
  });
}
