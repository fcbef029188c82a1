import type { Plan, PlanLine } from '../domain/agenda/plan.ts';
import type { Contact } from '../domain/contact.ts';

/** A plan as it is looked back at, and whom its lines listed where these are one with somebody else by now. */
export interface InheritedPlan extends Plan {
  readonly listedAs: ReadonlyMap<PlanLine, string>;
}

/**
 * A plan with the lines of those who became one with another under the one who stays. What was intended with both is intended once.
 */
export function underWhoStays(
  plan: Plan,
  gone: readonly { readonly contact: Pick<Contact, 'id'>; readonly staysId: string }[],
): InheritedPlan {
  const stays = new Map(gone.map(({ contact, staysId }) => [contact.id, staysId]));
  const listedAs = new Map<PlanLine, string>();
  const intended = new Set<string>();
  const lines = plan.lines.flatMap((line) => {
    const { contactId, reasons } = line;
    const inherited = { ...line, contactId: stays.get(contactId) ?? contactId };
    const key = [inherited.contactId, reasons[0]?.kind, reasons[0]?.subject].join(' ');
    if (intended.has(key)) return [];
    intended.add(key);
    if (inherited.contactId !== contactId) listedAs.set(inherited, contactId);
    return [inherited];
  });
  return { ...plan, lines, listedAs };
}
