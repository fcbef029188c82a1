import { elapsed } from './days/pause.ts';
import { isBothWays, type Person, quietBeyond, type Situation } from './person.ts';

/**
 * Whether somebody belongs to the network: not moved on from, touched within max(180, 3 × the intended cadence) days, paused ones
 * aside, and with value both ways, or reciprocity waived. A card that was never touched is none, wherever it came from.
 */
export function isInNetwork(person: Person, { settings, pauses, today }: Situation): boolean {
  const { contact, summary } = person;
  if (contact.deletedAt !== null || contact.stage === 'moved on' || summary.lastOn === null) return false;
  if (elapsed(summary.lastOn, today, pauses) > quietBeyond(contact, settings)) return false;
  return contact.noScore || isBothWays(person);
}
