import type { Contact } from '../domain/contact.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { NetError } from '../domain/error.ts';
import { type Exchange, isReceived } from '../domain/exchange.ts';
import type { Context } from '../host/context.ts';
import { quoted } from '../render/words.ts';
import { exchangesWith } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { chooseOne } from './choose.ts';
import { typedName } from './who.ts';

/** All that somebody helped with, asked or unasked. Throws `not-found` where there is none. */
export function helpsFrom(db: Db, contact: Contact): Exchange[] {
  const helps = exchangesWith(db, contact.id).filter(isReceived);
  if (helps.length > 0) return helps;
  throw new NetError(
    'not-found',
    `no help from ${contact.name} is noted`,
    `net log ${typedName(db, contact)} -r "…" notes some`,
  );
}

/** The help that is meant: the only one, the one that `--which` numbers, or the one chosen. Each is told with a day of its own. */
export function chooseHelp(
  context: Context,
  { name }: Contact,
  helps: readonly Exchange[],
  dayOf: (help: Exchange) => CalendarDate,
  which: string | undefined,
): Promise<Exchange> {
  return chooseOne(context, {
    question: `Which help from ${name}?`,
    ambiguous: `${name} helped with ${helps.length} things`,
    hint: 'say which: --which 1',
    choices: helps.map((value) => ({ value, id: value.id, label: `${quoted(value.text)}, ${dayOf(value)}` })),
    which,
  });
}
