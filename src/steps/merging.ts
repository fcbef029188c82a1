import { asLeft, lapsed } from '../domain/acts/lapse.ts';
import { mergePeople, type WholePerson } from '../domain/acts/merge.ts';
import { apartId } from '../domain/apart.ts';
import type { Making } from '../domain/change.ts';
import type { Contact } from '../domain/contact.ts';
import { NetError } from '../domain/error.ts';
import { holdsGrowingSlot, type Situation } from '../domain/person.ts';
import type { Context } from '../host/context.ts';
import type { Merging } from '../render/merge.ts';
import { backUpFirst } from '../store/backup.ts';
import { introducersOf } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { readWhole, wordOf } from '../store/merging.ts';
import { readPeople } from '../store/people.ts';
import { settingRow } from '../store/settings.ts';
import { change, makingOf } from './change.ts';
import { situationOf } from './file.ts';
import { stageSituation } from './lapsing.ts';

/** What making two people one would come to. Nothing is written. Throws `not-found` where one of them is gone. */
export function unionOf(db: Db, context: Context, ids: readonly [string, string]): Merging {
  return decided(db, context, ids, makingOf(context));
}

/** Makes two people one: one operation. */
export function writeUnion(db: Db, context: Context, ids: readonly [string, string]): Merging {
  backUpFirst(db, 'merge');
  return change(db, context, 'merge', (making) => {
    const merging = decided(db, context, ids, making);
    return { ...merging, changes: merging.union.changes };
  });
}

/** Whether two people are known to be two. */
export function areApart(db: Db, a: string, b: string): boolean {
  const row = settingRow(db, apartId(a, b));
  return row !== null && row.deletedAt === null;
}

function decided(db: Db, context: Context, [a, b]: readonly [string, string], making: Making): Merging {
  const situation = stageSituation(db, context);
  const [first, other] = [whole(db, a, situation), whole(db, b, situation)];
  const names = {
    gathering: (id: string) => wordOf(db, 'gathering', id),
    person: (id: string) => wordOf(db, 'contact', id),
    introducers: (id: string) => introducersOf(db, id),
    target: (id: string) => wordOf(db, 'target', id),
  };
  const { settings } = situationOf(db, context);
  const union = mergePeople(first, other, names, settings, making);
  return {
    first: first.contact,
    other: other.contact,
    union,
    freed: slotsOf(db, [a, b], situation) - (union.contact.stage === 'growing' ? 1 : 0) > 0,
  };
}

function slotsOf(db: Db, ids: readonly string[], situation: Situation): number {
  return readPeople(db, ids).filter((person) => holdsGrowingSlot(person, situation)).length;
}

/** Whoever went back to the stack by themselves is there when they become one with another. */
function whole(db: Db, id: string, situation: Situation): WholePerson {
  const rows = readWhole(db, id);
  const [person] = readPeople(db, [id]);
  if (rows === null || person === undefined)
    throw new NetError('not-found', 'they are not here anymore', 'net history shows what happened');
  const [left = person] = asLeft([person], situation);
  const written = lapsed([person], situation.today, situation).map((each) =>
    'update' in each && each.update === 'contact' ? each.set : {},
  );
  const contact: Contact = Object.assign({}, left.contact, ...written);
  return { ...rows, asLeft: contact };
}
