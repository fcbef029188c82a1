import type { Candidate } from './candidate.ts';
import { byLastShown, byRevival, byScore } from './orders.ts';
import { isToday, type Term } from './term.ts';

/** What the lines that are already in a plan take up of its limits. */
export interface Taken {
  readonly lines: number;
  readonly obligations: number;
  readonly growing: number;
  readonly maintained: boolean;
  readonly dormant: boolean;
}

export const NOTHING_TAKEN: Taken = {
  lines: 0,
  obligations: 0,
  growing: 0,
  maintained: false,
  dormant: false,
};

/** The limit on growing relationships in one plan, and on dormant ones. */
const GROWING_LINES = 2;

/** Somebody chosen: the reasons in the order in which they are said, the first of them leading the line. */
export interface Pick {
  readonly candidate: Candidate;
  readonly terms: readonly Term[];
  readonly as: 'obligation' | 'maintain' | 'growing' | 'fading' | 'dormant';
}

/**
 * Chooses until `capacity` lines are taken: obligations, one slot to maintain, growing, fading, one dormant; what is left over goes
 * to the obligations that are left. `candidates` are the people not listed yet, in any order.
 */
export function pick(candidates: readonly Candidate[], capacity: number, taken: Taken): Pick[] {
  const picks: Pick[] = [];
  const room = () => capacity - taken.lines - picks.length;
  const free = () => candidates.filter((c) => !picks.some((p) => p.candidate === c));
  const take = (chosen: readonly Candidate[], as: Pick['as'], most: number) => {
    for (const c of chosen.slice(0, Math.max(0, Math.min(most, room()))))
      picks.push({ candidate: c, terms: said(c, as), as });
  };

  const owed = candidates.filter((c) => c.obligations.length > 0).sort(byScore);
  const othersDue = candidates.some((c) => c.obligations.length === 0 && isDue(c));
  const limit = othersDue ? Math.max(1, Math.min(3, capacity - 2)) : capacity;
  take(oneStale(owed), 'obligation', limit - taken.obligations);

  const due = () => free().filter((c) => c.suggestions.length > 0);
  const suggested = () => due().filter((c) => c.obligations.length === 0 || c.stale);
  const kept = () => suggested().filter((c) => c.stage === 'kept');
  const keptAndOwed = () => due().filter((c) => c.stage === 'kept');
  const maintain = kept().length > 0 ? kept() : keptAndOwed();
  take(maintain.sort(byLastShown), 'maintain', taken.maintained ? 0 : 1);
  take(
    suggested()
      .filter((c) => c.stage === 'growing')
      .sort(byScore),
    'growing',
    GROWING_LINES - taken.growing,
  );
  take(kept().filter(isFadingInner).sort(byScore), 'fading', room());
  take(
    suggested()
      .filter((c) => c.stage !== 'growing' && !isRevival(c))
      .sort(byScore),
    'fading',
    room(),
  );
  take(suggested().filter(isRevival).sort(byRevival), 'dormant', taken.dormant ? 0 : 1);
  take(
    free()
      .filter((c) => c.obligations.length > 0)
      .sort(byScore),
    'obligation',
    room(),
  );
  return picks;
}

/** Due by something other than an obligation; the mere memory of somebody dormant is nothing due. */
function isDue(c: Candidate): boolean {
  return c.suggestions.some((term) => term.kind !== 'dormant');
}

/** Obligations by score, but of the stale ones only the one that was shown longest ago. */
function oneStale(owed: readonly Candidate[]): Candidate[] {
  const [stale] = owed.filter((c) => c.stale).sort(byLastShown);
  return [...owed.filter((c) => !c.stale), ...(stale === undefined ? [] : [stale])];
}

function isFadingInner(c: Candidate): boolean {
  return c.person.contact.circle === 'inner' && c.suggestions.some((term) => term.kind === 'fading');
}

function isRevival(c: Candidate): boolean {
  return c.suggestions.length > 0 && c.suggestions.every((term) => term.kind === 'dormant');
}

/** What brought them onto the list leads; of other reasons a date of today does. */
function said(c: Candidate, as: Pick['as']): Term[] {
  const suggestions = [...c.suggestions.filter(isToday), ...c.suggestions.filter((term) => !isToday(term))];
  const first = as === 'obligation' ? [c.obligations, suggestions] : [suggestions, c.obligations];
  return [...first.flat(), ...c.later];
}
