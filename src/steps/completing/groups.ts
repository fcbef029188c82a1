import { meantGroup } from '../../domain/groups/group-names.ts';
import { targetsMeant } from '../../domain/target.ts';
import { plain } from '../../domain/words/plain.ts';
import { gatheringRows, targetRows } from '../../store/completing.ts';
import type { Db } from '../../store/db.ts';
import { readGroups } from '../../store/groups.ts';
import type { Offered } from './people.ts';

/** Groups that begin as what was typed does, each as one word that means no other: `food-bank`. */
export function groupsOffered(db: Db, text: string): Offered[] {
  const groups = readGroups(db);
  return groups.flatMap(({ id, name }) =>
    offered(text, name, name, (value) => {
      const meant = meantGroup(value, groups);
      return meant.kind === 'one' && meant.group.id === id;
    }),
  );
}

/** The open targets, each by its words: `science-journalists`. */
export function targetsOffered(db: Db, text: string): Offered[] {
  const targets = targetRows(db);
  return targets.flatMap((target) =>
    offered(text, target.text, target.text, (value) => {
      const meant = targetsMeant(value, targets);
      return meant.length === 1 && meant[0] === target;
    }),
  );
}

function offered(text: string, name: string, about: string, isMeant: (value: string) => boolean): Offered[] {
  const words = (of: string) => plain(of).match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = words(name).join('-');
  const typed = words(text).join('-');
  if (!own.startsWith(typed) || (typed === '' && text !== '')) return [];
  const value = text + own.slice(typed.length).replace(/^-/, /[\s-]$/.test(text) ? '' : '-');
  return [value, own]
    .filter(isMeant)
    .slice(0, 1)
    .map((meant) => ({ value: meant, about }));
}

/** What a shell puts in quotes or behind backslashes without harm, and nothing of which moves a cursor. */
const HARMLESS = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} _.,+&'’()/-]*$/u;

/** Groups, and the gatherings that were, by their names as they are: another writing would begin another gathering. */
export function gatheringsOffered(db: Db, text: string): Offered[] {
  const groups = readGroups(db).flatMap(({ name, leftOn }) => (leftOn === null ? [name] : []));
  return [...new Set([...groups, ...gatheringRows(db)])]
    .filter((name) => HARMLESS.test(name) && plain(name).startsWith(plain(text)))
    .map((name) => ({ value: name, about: '' }));
}
