import { type PaidForward, payForward } from '../domain/acts/forward.ts';
import type { Change } from '../domain/change.ts';
import { type Exchange, isGiven } from '../domain/exchange.ts';
import { whoJson } from '../render/json.ts';
import { nameOfContact } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { openForwards } from '../store/forwards.ts';
import { readPeople } from '../store/people.ts';

/** `--no-forward` leaves open what is to be paid forward. */
export interface ForwardOptions {
  readonly forward?: boolean;
}

/** What is written, with its gives linked to the help that they pay forward. Inside a transaction. */
export function payingForward<
  L extends { readonly changes: readonly Change[]; readonly exchanges: readonly Exchange[] },
>(db: Db, logged: L, { forward = true }: ForwardOptions): L & { readonly paid: readonly PaidForward[] } {
  const open = forward && logged.exchanges.some(isGiven) ? openForwards(db) : [];
  return { ...logged, ...payForward(logged, open) };
}

export function namesFrom(db: Db): (contactId: string) => string {
  return (contactId) => nameOfContact(db, contactId) ?? 'somebody';
}

/** Help paid forward, as the answer of what paid it tells it. */
export function paidJson(db: Db, paid: readonly PaidForward[]) {
  return paid.flatMap(({ help, returned }) =>
    readPeople(db, [help.contactId]).map(({ contact }) => ({
      contact: whoJson(contact),
      text: help.text,
      returned,
    })),
  );
}
