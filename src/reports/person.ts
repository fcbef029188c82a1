import type { Channel } from '../domain/channel.ts';
import type { ContactPoint, Note, Trait } from '../domain/contact.ts';
import { type CalendarDate, daysBetween } from '../domain/days/day.ts';
import type { Exchange } from '../domain/exchange.ts';
import { type GiverLabel, giverLabel } from '../domain/giver.ts';
import { counts, type Interaction, newestFirst } from '../domain/interaction.ts';
import { cadence, gap, isTended, type Person, type Situation, type Stage } from '../domain/person.ts';
import { staged } from '../domain/stage-since.ts';
import { standing, type WarmthBand } from '../domain/warmth.ts';
import { helpSince, type PastAsks, pastAsks } from './asks.ts';
import { type Balance, balance } from './balance.ts';
import { median } from './median.ts';
import { type Started, whoStarts } from './mix.ts';

/** Everything in the file about one person. */
export interface PersonRows {
  readonly person: Person;
  readonly interactions: readonly Interaction[];
  readonly exchanges: readonly Exchange[];
  /** Their help that was paid forward, by its id: whether it was returned to them after all. */
  readonly paidForward: ReadonlyMap<string, boolean>;
  readonly points: readonly ContactPoint[];
  readonly traits: readonly Trait[];
  readonly notes: readonly Note[];
  readonly gathering: string | null;
  readonly via: string | null;
  /** What they were looked for as. */
  readonly target: string | null;
  /** The day on which the card was made. */
  readonly addedOn: CalendarDate;
}

/** One screen to read before meeting somebody. */
export interface PersonReport extends PersonRows {
  readonly stage: Stage;
  /** How many days they have been in that stage. */
  readonly stageDays: number;
  readonly cadence: number | null;
  /** The usual days between touches: the median, from two gaps on. */
  readonly usualGap: number | null;
  readonly gap: number | null;
  readonly lastOn: CalendarDate | null;
  /** Null where too little is logged to tell. */
  readonly warmth: WarmthBand | null;
  readonly label: GiverLabel | null;
  readonly channels: readonly { readonly channel: Channel; readonly times: number }[];
  readonly started: Started | null;
  readonly waiting: boolean;
  readonly asks: PastAsks;
  /** Since when help is counted; null where nothing was asked and nothing came. */
  readonly helpSince: CalendarDate | null;
  readonly balance: Balance;
  readonly lastGivenOn: CalendarDate | null;
  readonly recent: readonly Interaction[];
}

const RECENT = 5;

/** `stages` is what stages are judged by: as if a pause had been taken that is only on offer. */
export function personReport(rows: PersonRows, situation: Situation, stages = situation): PersonReport {
  const { person, exchanges } = rows;
  const { summary } = person;
  const { settings } = situation;
  const { stage, since } = staged(person, stages, rows.addedOn);
  const quiet = gap(person, situation);
  const touches = rows.interactions.filter(counts);
  const between = balance(exchanges, person.contact.noScore);
  return {
    ...rows,
    stage,
    stageDays: Math.max(0, daysBetween(since, situation.today)),
    cadence: isTended(stage) ? cadence(person, settings) : null,
    usualGap: medianGap(touches.map(({ heldOn }) => heldOn)),
    gap: quiet,
    lastOn: summary.lastOn,
    warmth: standing(summary.days, quiet ?? 0, settings.ranking.warmth),
    label: giverLabel(summary, person.contact.noScore),
    channels: byChannel(touches),
    started: whoStarts(touches),
    waiting: summary.unanswered >= 2,
    asks: pastAsks(summary),
    helpSince: helpSince(exchanges),
    balance: between,
    lastGivenOn: between.given.last,
    recent: [...rows.interactions].sort(newestFirst).slice(0, RECENT),
  };
}

function medianGap(dates: readonly CalendarDate[]): number | null {
  const days = [...new Set(dates)].sort();
  const gaps = days.slice(1).map((date, i) => daysBetween(days[i] ?? date, date));
  return gaps.length < 2 ? null : median(gaps);
}

function byChannel(touches: readonly Interaction[]): PersonReport['channels'] {
  const times = new Map<Channel, number>();
  for (const { channel } of touches) times.set(channel, (times.get(channel) ?? 0) + 1);
  return [...times].map(([channel, n]) => ({ channel, times: n })).sort((a, b) => b.times - a.times);
}
