import type { Contact } from '../domain/contact.ts';
import { isFollowedUp } from '../domain/groups/origin.ts';
import type { Person } from '../domain/person.ts';
import type { SoughtTarget } from '../domain/target.ts';
import type { Load } from '../reports/load.ts';
import { cadenceText, crowdedText } from './load.ts';
import { metText } from './reason.ts';
import type { Crowded } from './stack.ts';
import { fillsText } from './target.ts';
import { faint, line, listed, strong, type Text } from './text.ts';
import type { Wording } from './words.ts';

/** Somebody who was added, and what else is to be said of that. */
export interface Welcomed {
  readonly contact: Contact;
  /** Who held the growing slots before. */
  readonly growing: readonly Person[];
  readonly slots: number;
  readonly gathering: string | null;
  readonly via: string | null;
  /** How they can be typed. */
  readonly typed: string;
  /** Whether they may grow, where they rest. */
  readonly room: Room;
  /** The target that they fill, them included. */
  readonly target: SoughtTarget | null;
  /** Those who were met where they were, if that is many. */
  readonly crowd: Crowded | null;
  /** The load of a week with somebody who is kept. */
  readonly load: Load | null;
}

/** Where somebody new stands now: "Ana Silva (a003) is growing, 1 of 2: met today at DevMeet." */
export function welcomeText(welcomed: Welcomed, wording: Wording): Text {
  const { contact, target, load } = welcomed;
  const sought = target === null ? '' : `; ${fillsText(target)}`;
  const [placed, ...more] = placedText(welcomed, wording);
  const rest = more.map((sentence) => ` ${sentence}.`).join('');
  return [
    line(strong(contact.name), faint(` (${contact.short}) `), `${placed}${sought}.${rest}`),
    ...(load === null ? [] : crowdedText(load)),
  ];
}

/** Sentences without their full stop. */
function placedText({ contact, growing, slots, gathering, via }: Welcomed, wording: Wording): string[] {
  const met = metText(contact, { gathering, via }, wording);
  if (contact.stage === 'kept')
    return [`is kept, in the ${contact.circle ?? 'active'} circle${cadenceText(contact, wording)}`];
  if (contact.stage === 'growing') return [`is growing, ${growing.length + 1} of ${slots}: ${met}`];
  if (!isFollowedUp(contact)) return [`rests in the stack: ${met}`, 'Nothing is due from volunteering'];
  return [`rests in the stack: ${met}`, enoughText(growing, slots)];
}

/** Who grows, and that it is enough: "Ana and Ben are growing, and 2 at once are enough". */
export function enoughText(holders: readonly Person[], slots: number): string {
  const growing =
    holders.length === 0
      ? 'nobody is growing yet'
      : `${listed(holders.map(({ contact }) => contact.name))} ${holders.length === 1 ? 'is' : 'are'} growing`;
  return `${growing}, and ${slots} at once ${slots === 1 ? 'is' : 'are'} enough`;
}

/** Whether somebody may grow now: a slot is free, or is once somebody rests, as they can be typed; null where that is not enough. */
export type Room = 'free' | { readonly rest: string } | null;

/** What to type so that somebody grows: "net rest ana, then net grow carla"; null where no one line would do. */
export function growLines(room: Room, typed: string): string | null {
  if (room === null) return null;
  return room === 'free' ? `net grow ${typed}` : `net rest ${room.rest}, then net grow ${typed}`;
}

/** What may be done next with somebody new. */
export function nextText({ stage }: Contact, typed: string, room: Room): string {
  const grow = growLines(room, typed);
  const now = grow === null ? '' : `${room === 'free' ? 'Rather now?' : 'To make room:'} ${grow}. `;
  const others: Record<string, string> = {
    kept: `Otherwise: net rest ${typed}.`,
    growing: `A relationship you have already? net keep ${typed} --circle close. Not now? net rest ${typed}.`,
    stack: `${now}A relationship you have already? net keep ${typed} --circle close.`,
  };
  return `${others[stage] ?? ''} Take it back: net undo.`;
}

/** That somebody who was logged rests in the stack, and how they would be tended. */
export function restingText(name: string, typed: string, room: Room): string {
  const keep = `net keep ${typed}`;
  const grow = growLines(room, typed);
  const ways = grow === null ? keep : room === 'free' ? `${grow} or ${keep}` : `${keep}, or ${grow}`;
  return `${name} rests in the stack. To tend them: ${ways}.`;
}
