import type { Showing, TermKind, View } from '../../src/domain/agenda/term.ts';
import { termsOf } from '../../src/domain/agenda/terms.ts';
import type { Contact } from '../../src/domain/contact.ts';
import { addDays } from '../../src/domain/days/day.ts';
import type { Exchange } from '../../src/domain/exchange.ts';
import type { Interaction } from '../../src/domain/interaction.ts';
import type { Person } from '../../src/domain/person.ts';
import { DEFAULTS } from '../../src/domain/settings.ts';
import { ago, personWith, TODAY } from './people.ts';

export const RUNS = { numRuns: 1000, seed: 20261122 };
export const KEPT = { stage: 'kept', circle: 'active', keptOn: ago(900) } as const;
export const GROWING = { stage: 'growing', grownOn: ago(3), metOn: ago(3) } as const;
export const MEETING = { heldOn: ago(3), meeting: true };
export const HELPED = {
  kind: 'ask',
  outcome: 'helped',
  madeOn: ago(900),
  outcomeOn: ago(900),
  thankedOn: ago(900),
} as const;
export const BUSY = { ...DEFAULTS, seasons: [{ from: '11-01', to: '12-01' }] };

export function view(given: Partial<View> = {}): View {
  const week = { today: TODAY, first: TODAY, last: addDays(TODAY, 6) };
  return { settings: DEFAULTS, pauses: [], ...week, shown: [], offered: null, ...given };
}

export function kinds(person: Person, given: Partial<View> = {}): TermKind[] {
  return termsOf(person, view(given)).map(({ kind }) => kind);
}

/** The value of one kind of term, rounded to six digits; null where there is none. */
export function value(kind: TermKind, person: Person, given: Partial<View> = {}): number | null {
  const found = termsOf(person, view(given)).find((term) => term.kind === kind);
  return found === undefined ? null : Math.round(found.value * 1e6) / 1e6;
}

export function kept(
  gap: number,
  given: Partial<Contact> = {},
  touches = 10,
  exchanges: Partial<Exchange>[] = [],
) {
  const held = Array.from({ length: touches }, (_, i): Partial<Interaction> => ({ heldOn: ago(gap + i) }));
  return personWith({ ...KEPT, ...given }, held, exchanges);
}

/** Plans of a week each, the last of which ended some days before today. */
export function plans(
  count: number,
  endedAgo: number,
  kind: TermKind = 'fading',
  subject: string | null = null,
): Showing[] {
  return Array.from({ length: count }, (_, i) => {
    const last = ago(endedAgo + 7 * (count - 1 - i));
    return { first: addDays(last, -6), last, reasons: [{ kind, subject }] };
  });
}
