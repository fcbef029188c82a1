import { type Exchange, givenOn, isGiven } from '../domain/exchange.ts';
import type { Person, Situation } from '../domain/person.ts';
import { gap } from '../domain/person.ts';
import { count, line, listed, strong, type Text, times } from '../render/text.ts';
import { dayWord, quoted, type Wording } from '../render/words.ts';
import { type PastAsks, pastAsks } from '../reports/asks.ts';

/** What to know before asking somebody. */
export interface BeforeAsking {
  readonly past: PastAsks;
  readonly lastGiven: Exchange | null;
  /** Days since the last touch, where there was one. */
  readonly gap: number | null;
}

/** From this gap on, an ask would be the first contact in months. */
const MONTHS_FROM = 60;

export function beforeAsking(
  person: Person,
  exchanges: readonly Exchange[],
  situation: Situation,
): BeforeAsking {
  const given = exchanges.filter(isGiven).sort((a, b) => (givenOn(a) < givenOn(b) ? -1 : 1));
  const quiet = person.summary.lastOn === null ? null : gap(person, situation);
  return { past: pastAsks(person.summary), lastGiven: given.at(-1) ?? null, gap: quiet };
}

export function isFirstInMonths({ gap: quiet }: BeforeAsking): boolean {
  return quiet !== null && quiet >= MONTHS_FROM;
}

/** A range and the number behind it, when something was last given, and a long silence where there is one. */
export function beforeText(name: string, before: BeforeAsking, wording: Wording): Text {
  const { lastGiven } = before;
  const given =
    lastGiven === null
      ? 'No give to them is noted yet.'
      : `You last gave them something ${dayWord(givenOn(lastGiven), wording)}: ${quoted(lastGiven.text)}.`;
  const silence = isFirstInMonths(before)
    ? [line(`This would be the first contact in ${count(Math.round((before.gap ?? 0) / 30), 'month')}.`)]
    : [];
  return [line(strong(name), `: ${askedText(before.past)}`), line(given), ...silence];
}

function askedText(past: PastAsks): string {
  if (past.asked === 0) return 'never asked for anything yet.';
  const outcomes = (['helped', 'partly', 'busy', 'ignored', 'declined', 'open'] as const)
    .filter((outcome) => past[outcome] > 0)
    .map((outcome) => `${outcome} ${past[outcome]}`);
  const said = `asked ${times(past.asked)} (${listed(outcomes)}).`;
  if (past.range === null) return `${said} Too few answers to expect anything from.`;
  const { from, to } = past.range;
  return `${said} Expect help ${from === to ? `about ${from}` : `${from} to ${to}`} times in 10.`;
}
