import { givenOn } from '../domain/exchange.ts';
import type { PastAsks } from '../reports/asks.ts';
import { type BeforeAsking, isFirstInMonths } from '../reports/before-asking.ts';
import { outcomeCounts } from './asks.ts';
import { count, line, listed, strong, type Text, times } from './text.ts';
import { onDay, quoted, type Wording } from './words.ts';

/** A range and the number behind it, when something was last given, and a long silence where there is one. */
export function beforeText(name: string, before: BeforeAsking, wording: Wording): Text {
  const { lastGiven, isPast } = before;
  const given =
    lastGiven === null
      ? 'No give to them is noted yet.'
      : `You last gave them something ${onDay(givenOn(lastGiven), wording)}: ${quoted(lastGiven.text)}.`;
  const would = isPast ? 'would have been' : 'would be';
  const silence = isFirstInMonths(before)
    ? [line(`This ${would} the first contact in ${count(Math.round((before.gap ?? 0) / 30), 'month')}.`)]
    : [];
  return [line(strong(name), `: ${askedText(before.past)}`), line(given), ...silence];
}

function askedText(past: PastAsks): string {
  if (past.asked === 0) return 'never asked for anything yet.';
  const said = `asked ${times(past.asked)} (${listed(outcomeCounts(past))}).`;
  if (past.range === null) return `${said} Too few answers to expect anything from.`;
  const { from, to } = past.range;
  return `${said} Expect help ${from === to ? `about ${from}` : `${from} to ${to}`} times in 10.`;
}
