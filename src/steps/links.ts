import type { Change, Making } from '../domain/change.ts';
import type { Contact, Origin } from '../domain/contact.ts';
import { NetError } from '../domain/error.ts';
import { beganAt } from '../domain/groups/origin.ts';
import type { Sheet } from '../domain/sheet.ts';
import type { Target } from '../domain/target.ts';
import type { Context } from '../host/context.ts';
import type { EditedPerson } from '../reports/edited.ts';
import { introducersOf } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { gatheringFor, gatheringOf } from '../store/gatherings.ts';
import { readGroups } from '../store/groups.ts';
import { nameGiven } from './details.ts';
import { targetNamed } from './target.ts';
import { typedName, whoIs } from './who.ts';

/** Who introduced them; nobody where the value is empty. Throws `rejected` where it would lead back to them, through however many. */
export async function introducer(
  db: Db,
  context: Context,
  contact: Contact,
  text: string,
): Promise<string | null> {
  if (text.trim() === '') return null;
  const { id, name, short } = await whoIs(db, context, text);
  if (id !== contact.id) {
    if (!introducersOf(db, id).includes(contact.id)) return id;
    throw new NetError(
      'rejected',
      `it is ${contact.name} through whom you know ${name}: it cannot be the other way round, too`,
      `where that was told wrongly, net edit ${typedName(db, { id, name, short })} --via "" takes it out; then say this again`,
    );
  }
  throw new NetError(
    'rejected',
    `${contact.name} cannot have introduced you to themselves`,
    'name somebody else; --via "" takes it out',
  );
}

/** The target that they are said to fill; null where it is taken out, undefined where it stays as it is. */
export async function soughtAs(
  db: Db,
  context: Context,
  { contact, target }: Pick<EditedPerson, 'contact' | 'target'>,
  said: string | undefined,
): Promise<Target | null | undefined> {
  if (said === undefined) return undefined;
  const wanted = said.trim() === '' ? null : await targetNamed(db, context, said);
  const stays = wanted === null ? target === null : wanted.id === contact.targetId;
  return stays ? undefined : wanted;
}

/**
 * The gathering where they were met, on the day when that was, if it is known; none where the name is empty. `viaId` is who introduced
 * them, as it is to be.
 */
export function placed(
  db: Db,
  contact: Contact,
  viaId: string | null,
  { metOn, origin }: Sheet,
  at: string | undefined,
  making: Making,
): Pick<Contact, 'gatheringId' | 'origin'> & { readonly changes: readonly Change[] } {
  if (at === undefined) return { gatheringId: contact.gatheringId, origin, changes: [] };
  if (at.trim() === '') return { gatheringId: null, origin, changes: [] };
  const { gathering, group, changes } = gatheringFor(db, nameGiven(at, 'at'), metOn, making);
  // That it began at an event, or who knows where, is what was assumed; or else it follows from what was known.
  const isOpen =
    origin === null || origin === 'event' || origin === 'other' || origin === impliedSoFar(db, contact);
  return {
    gatheringId: gathering.id,
    origin:
      isOpen && group !== null ? beganAt({ origin: null, groupKind: group.kind, viaId, gathering }) : origin,
    changes,
  };
}

/** Where it began by what is known of somebody, whatever was said. */
function impliedSoFar(db: Db, { gatheringId, viaId }: Contact): Origin {
  const gathering = gatheringOf(db, gatheringId);
  const group = readGroups(db).find(({ id }) => id === gathering?.groupId);
  return beganAt({ origin: null, groupKind: group?.kind ?? null, viaId, gathering });
}
