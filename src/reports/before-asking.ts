import type { CalendarDate } from '../domain/days/day.ts';
import { type Exchange, givenOn, isGiven } from '../domain/exchange.ts';
import type { Interaction } from '../domain/interaction.ts';
import { gap, type Person, type Situation } from '../domain/person.ts';
import { summarize } from '../domain/summary.ts';
import { type PastAsks, pastAsks } from './asks.ts';

/** What to know before asking somebody. */
export interface BeforeAsking {
  readonly past: PastAsks;
  readonly lastGiven: Exchange | null;
  /** Days since the last touch, where there was one. */
  readonly gap: number | null;
  /** Whether it is an ask of an earlier day that is noted now. */
  readonly isPast: boolean;
}

/** From this gap on, an ask would be the first contact in months. */
const MONTHS_FROM = 60;

/** As it stands on a day, which may have been: what came after it was not known then. */
export function beforeAsking(
  person: Person,
  { interactions, exchanges }: { interactions: readonly Interaction[]; exchanges: readonly Exchange[] },
  on: CalendarDate,
  situation: Situation,
): BeforeAsking {
  const { contact } = person;
  const given = exchanges
    .filter((exchange) => isGiven(exchange) && givenOn(exchange) <= on)
    .sort((a, b) => (givenOn(a) < givenOn(b) ? -1 : 1));
  const told = contact.lastOn !== null && contact.lastOn <= on ? contact.lastOn : null;
  const touches = interactions.filter(({ heldOn }) => heldOn <= on);
  const summary = summarize(contact.id, told, touches, []);
  const quiet = summary.lastOn === null ? null : gap({ ...person, summary }, { ...situation, today: on });
  return {
    past: pastAsks(person.summary),
    lastGiven: given.at(-1) ?? null,
    gap: quiet,
    isPast: on < situation.today,
  };
}

export function isFirstInMonths({ gap: quiet }: Pick<BeforeAsking, 'gap'>): boolean {
  return quiet !== null && quiet >= MONTHS_FROM;
}
