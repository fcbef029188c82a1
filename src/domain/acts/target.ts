import { type Change, insert, type Making, update } from '../change.ts';
import type { Contact } from '../contact.ts';
import { NetError } from '../error.ts';
import type { SoughtTarget, Target } from '../target.ts';
import { plain } from '../words/plain.ts';
import { LONGEST_NAME } from './limits.ts';

/** More of one kind are no couple of new people at a time. */
export const MOST_WANTED = 20;

/** A kind of person to look for. Throws `rejected` for what is no short text, `exists` where it is looked for already. */
export function seekTarget(
  text: string,
  wanted: number,
  open: readonly SoughtTarget[],
  { id, today }: Making,
): { readonly target: Target; readonly changes: readonly Change[] } {
  if (text.length > LONGEST_NAME)
    throw new NetError(
      'rejected',
      `a target has at most ${LONGEST_NAME} characters, not ${text.length}`,
      'a few words will do: net target add "science journalists"',
    );
  const same = open.find((target) => plain(target.text) === plain(text));
  if (same !== undefined)
    throw new NetError(
      'exists',
      `"${same.text}" is looked for already: ${same.found} of ${same.wanted} found`,
      'for another number: net target done, then net target add',
    );
  const target: Target = { id: id(), text, wanted, madeOn: today, doneOn: null, deletedAt: null };
  return { target, changes: [insert('target', target)] };
}

/** Nobody is looked for any more; who was found stays. */
export function closeTarget({ id }: Target, { today }: Making): Change {
  return update('target', id, { doneOn: today });
}

/** It is taken out of the list, and of whoever was found for it. */
export function dropTarget({ id }: Target, found: readonly Pick<Contact, 'id'>[], { now }: Making): Change[] {
  return [...found.map((contact) => meetTarget(contact.id, null)), update('target', id, { deletedAt: now })];
}

/** Somebody is what was looked for, or with null nothing that was. */
export function meetTarget(contactId: string, target: Target | null): Change {
  return update('contact', contactId, { targetId: target?.id ?? null });
}
