import { isOpenAsk, isOpenPromise, owesThanks, owesThanksForFruit } from '../exchange.ts';
import type { Person } from '../person.ts';
import type { PlanLine } from './plan.ts';
import { timesShown } from './quiet.ts';
import type { View } from './term.ts';

/** Whether what a line leads with has been settled. Logging a touch settles no promise, thanks or told. */
export function isSettled(line: PlanLine, person: Person, view: View): boolean {
  const [leading] = line.reasons;
  const { contact, summary } = person;
  const subject = person.open.find((exchange) => exchange.id === leading?.subject);
  const touchedSince =
    summary.lastOn !== null && (line.touchedOn === null || summary.lastOn > line.touchedOn);
  switch (leading?.kind) {
    case 'promise':
      return subject === undefined || !isOpenPromise(subject);
    case 'thanks':
      return subject === undefined || !owesThanks(subject);
    case 'thank-again':
      return subject === undefined || !owesThanksForFruit(subject);
    case 'ask': {
      if (subject === undefined || !isOpenAsk(subject)) return true;
      return touchedSince && timesShown(view.shown, 'ask', subject.id) === 0;
    }
    case 'tell':
      return contact.toldOn !== null;
    case 'follow-up':
      return summary.talks > 0;
    default:
      return touchedSince;
  }
}
