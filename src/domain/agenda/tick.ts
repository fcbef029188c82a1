import { addDays } from '../days/day.ts';
import { isOpenAsk, isOpenPromise, owesThanks, owesThanksForFruit } from '../exchange.ts';
import type { Person } from '../person.ts';
import { fadesUnder } from './fading.ts';
import type { PlanLine } from './plan.ts';
import { timesShown } from './quiet.ts';
import type { View } from './term.ts';

/**
 * Whether what a line leads with has been settled. Logging a touch settles no promise, thanks or told, and one that was long before the
 * plan settles only what it changes. No day of the plan takes a tick back.
 */
export function isSettled(line: PlanLine, person: Person, view: View): boolean {
  const [leading] = line.reasons;
  const { contact, summary } = person;
  const subject = person.open.find((exchange) => exchange.id === leading?.subject);
  const { lastOn } = summary;
  const touchedSince = lastOn !== null && (line.touchedOn === null || lastOn > line.touchedOn);
  const touchedNow = touchedSince && lastOn >= addDays(view.first, -1);
  switch (leading?.kind) {
    case 'promise':
      return subject === undefined || !isOpenPromise(subject);
    case 'thanks':
      return subject === undefined || !owesThanks(subject);
    case 'thank-again':
      return subject === undefined || !owesThanksForFruit(subject);
    case 'ask': {
      if (subject === undefined || !isOpenAsk(subject)) return true;
      return touchedNow && timesShown(view.shown, 'ask', subject.id) === 0;
    }
    case 'tell':
      return contact.toldOn !== null;
    case 'follow-up':
      return summary.talks > 0;
    case 'date':
      // It is listed until two days after it.
      return touchedSince && lastOn >= addDays(view.first, -2);
    default:
      return touchedNow || (touchedSince && !fadesUnder(lastOn, person, view));
  }
}
