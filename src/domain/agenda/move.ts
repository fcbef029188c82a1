import { type Channel, isRemote } from '../channel.ts';
import type { Trait } from '../contact.ts';
import type { Person } from '../person.ts';
import type { Settings } from '../settings.ts';
import { RECENT_CHANNELS } from '../summary.ts';
import { bestMatch, rememberedTelling } from '../words/match.ts';
import { plain } from '../words/plain.ts';
import type { AgendaLine } from './agenda.ts';
import { isToday, subjectOf, type Term } from './term.ts';

/** What an hour is spent on: each has its minutes in the settings. */
export type Medium = 'message' | 'call' | 'coffee';

/** What to do about a line. What is to be given or asked about stands in `about`. */
export type Act =
  | { readonly kind: 'keep-promise'; readonly about: string }
  | { readonly kind: 'thank'; readonly about: string }
  | { readonly kind: 'thank-again'; readonly about: string }
  | { readonly kind: 'tell' }
  | { readonly kind: 'nudge'; readonly about: string }
  | { readonly kind: 'record'; readonly about: string }
  | { readonly kind: 'give'; readonly about: string; readonly offer: string }
  | { readonly kind: 'introduce'; readonly about: string; readonly to: Offer }
  | { readonly kind: 'congratulate'; readonly occasion: 'birthday' | 'job' }
  | { readonly kind: 'question'; readonly about: string }
  | { readonly kind: 'opener'; readonly about: string }
  | { readonly kind: 'real-talk' }
  | { readonly kind: 'meet' }
  | { readonly kind: 'listen'; readonly to: 'new' | 'close' | 'others' };

export interface Move {
  readonly act: Act;
  readonly medium: Medium;
  readonly minutes: number;
}

/** Something that another contact can offer. */
export interface Offer {
  readonly contactId: string;
  readonly name: string;
  readonly text: string;
}

/** What a move can draw on: what the people need and are interested in, and what other contacts can offer. */
export interface Resources {
  readonly traits: readonly Trait[];
  readonly offers: readonly Offer[];
}

/** One move for each line, within the week's minutes: over budget a move is made smaller, nobody is dropped. */
export function movesFor(lines: readonly AgendaLine[], resources: Resources, settings: Settings): Move[] {
  const cost = settings.ranking.moveMinutes;
  let left = settings.minutes;
  const match = matcher();
  return lines.map(({ person, terms }, i) => {
    const reserved = (lines.length - i - 1) * cost.message;
    const affordable = (medium: Medium) => cost[medium] <= left - reserved;
    const wanted = mediumFor(person, terms[0], settings);
    const medium = smaller(wanted).find(affordable) ?? 'message';
    left -= cost[medium];
    return {
      act: actFor(person, terms[0], medium, resources, settings, match),
      medium,
      minutes: cost[medium],
    };
  });
}

function smaller(medium: Medium): Medium[] {
  const sizes: Medium[] = ['coffee', 'call', 'message'];
  return sizes.slice(sizes.indexOf(medium));
}

/** A message for what is owed or long dormant; coffee after much remote contact; a real talk for those met only online. */
function mediumFor(person: Person, leading: Term | undefined, settings: Settings): Medium {
  const { channels } = person.summary;
  if (leading?.kind !== 'follow-up' && leading?.kind !== 'fading') return 'message';
  if (isMostlyRemote(channels) && isInReach(person, settings)) return 'coffee';
  if (isMetOnlineOnly(person)) return 'call';
  return leading.kind === 'follow-up' ? 'message' : usualMedium(channels, isInReach(person, settings));
}

/** Four of the last five remote. */
export function isMostlyRemote(channels: readonly Channel[]): boolean {
  return channels.length >= RECENT_CHANNELS && channels.filter(isRemote).length >= RECENT_CHANNELS - 1;
}

function isInReach({ contact }: Person, settings: Settings): boolean {
  return contact.city !== null && settings.city !== null && plain(contact.city) === plain(settings.city);
}

function isMetOnlineOnly({ contact, summary }: Person): boolean {
  return contact.stage === 'growing' && contact.origin === 'online' && !summary.talkedLive;
}

/** How the two usually talk, once three touches show it. */
function usualMedium(channels: readonly Channel[], inReach: boolean): Medium {
  const count = (...of: Channel[]) => channels.filter((channel) => of.includes(channel)).length;
  if (channels.length < 3) return 'message';
  if (count('in-person') * 2 > channels.length) return inReach ? 'coffee' : 'call';
  return count('call', 'video') * 2 > channels.length ? 'call' : 'message';
}

/** What is owed first; then give, introduce, listen, in this order. Asking is never suggested. */
function actFor(
  person: Person,
  leading: Term | undefined,
  medium: Medium,
  resources: Resources,
  settings: Settings,
  match: typeof bestMatch,
): Act {
  const owed = leading === undefined ? null : actOf(leading);
  if (owed !== null) return owed;
  const traits = resources.traits.filter((trait) => trait.contactId === person.contact.id);
  const texts = (kind: Trait['kind']) =>
    traits.filter((trait) => trait.kind === kind).map((trait) => trait.text);
  const date = leading?.kind === 'date' ? leading : null;
  if (date !== null && isToday(date)) return { kind: 'congratulate', occasion: date.occasion };
  const given = match(texts('need'), settings.offers, (offer) => offer);
  if (given !== null) return { kind: 'give', about: given.need, offer: given.offer };
  const others = resources.offers.filter((offer) => offer.contactId !== person.contact.id);
  const introduced = match(texts('need'), others, (offer) => offer.text);
  if (introduced !== null) return { kind: 'introduce', about: introduced.need, to: introduced.offer };
  if (date !== null) return { kind: 'congratulate', occasion: date.occasion };
  if (medium === 'coffee') return { kind: 'meet' };
  if (medium === 'call' && isMetOnlineOnly(person)) return { kind: 'real-talk' };
  if (person.contact.askAbout !== null) return { kind: 'question', about: person.contact.askAbout };
  const shared = match(texts('interest'), settings.interests, (interest) => interest);
  return shared === null ? { kind: 'listen', to: closeness(person) } : { kind: 'opener', about: shared.need };
}

/** Lines share their offers: each text is taken apart once. */
function matcher(): typeof bestMatch {
  const tell = rememberedTelling();
  return (needs, offers, textOf) => bestMatch(needs, offers, textOf, tell);
}

function closeness({ contact: { stage, circle } }: Person): 'new' | 'close' | 'others' {
  if (stage === 'growing') return 'new';
  return circle === 'inner' || circle === 'close' ? 'close' : 'others';
}

/** Whether a line's move draws on what its person needs and others offer: what is owed is a move of its own. */
export function drawsOnResources({ terms: [leading] }: AgendaLine): boolean {
  return leading === undefined || (!isToday(leading) && actOf(leading) === null);
}

/** What a promise, thanks, an ask or a telling itself asks for; null for the rest. */
function actOf(leading: Term): Act | null {
  const about = subjectOf(leading)?.text ?? '';
  switch (leading.kind) {
    case 'promise':
      return { kind: 'keep-promise', about };
    case 'thanks':
      return { kind: 'thank', about };
    case 'thank-again':
      return { kind: 'thank-again', about: subjectOf(leading)?.fruit ?? about };
    case 'tell':
      return { kind: 'tell' };
    case 'ask':
      return { kind: leading.nudged ? 'record' : 'nudge', about };
    default:
      return null;
  }
}
