import {
  createImported,
  type Imported,
  type SourceKind,
  saysTheSame,
  updateImported,
} from '../../domain/acts/import.ts';
import type { Change, Making } from '../../domain/change.ts';
import { isNetError } from '../../domain/error.ts';
import type { ImportedPerson } from '../../domain/imported.ts';
import { isShortTaken } from '../../store/contacts.ts';
import type { Db } from '../../store/db.ts';
import { purgedBefore } from '../../store/purged.ts';
import { foundPeople, sheetRowsOf } from '../../store/sources.ts';
import type { Tally } from './tally.ts';

/** Of a file that is being taken in: where it goes, and what it has come to so far. */
export interface Taking {
  readonly db: Db;
  readonly making: Making;
  readonly source: SourceKind;
  readonly apply: (changes: readonly Change[]) => void;
  readonly tally: Tally;
}

/**
 * Takes in people, many at a time: new ones as cards, those who are here by what the file has changed. Who cannot be taken in, or was
 * erased, is told: that is no reason to leave out the others.
 */
export function takingPeople({
  db,
  making,
  source,
  apply,
  tally,
}: Taking): (people: readonly ImportedPerson[]) => void {
  const isPurged = purgedBefore(db);
  const shorts = new Set<string>();
  const isTaken = (short: string) => shorts.has(short) || isShortTaken(db, short);

  const created = (person: ImportedPerson): Imported | null => {
    if (!isPurged(person, source.kind)) return createImported(person, source, making, isTaken);
    tally.erased(person);
    return null;
  };

  return function take(people) {
    const found = foundPeople(db, people, source.kind);
    const toldBefore = people.filter((person) => {
      const known = found.get(person.key)?.source ?? null;
      return known !== null && saysTheSame(person, known.imported, making.today);
    });
    const same = new Set(toldBefore);
    const ids = people
      .filter((person) => !same.has(person))
      .flatMap(({ key }) => found.get(key)?.contactId ?? []);
    const rows = sheetRowsOf(db, ids);
    const changes: Change[] = [];
    const seen = new Set<string>();
    /** Several records that are found to be one contact: each is compared with what the one before has left. */
    const later: ImportedPerson[] = [];
    tally.unchanged(same.size);
    for (const person of people) {
      if (same.has(person)) continue;
      const known = found.get(person.key);
      const sheet = rows.get(known?.contactId ?? '');
      if (known !== undefined && seen.has(known.contactId)) {
        later.push(person);
        continue;
      }
      try {
        const imported =
          known === undefined || sheet === undefined
            ? created(person)
            : updateImported({ rows: sheet, source: known.source }, person, source.kind, making);
        if (imported === null) continue;
        if (known !== undefined) seen.add(known.contactId);
        shorts.add(imported.contact.short);
        tally.imported(person, imported);
        for (const change of imported.changes) changes.push(change);
      } catch (error) {
        if (!isNetError(error) || error.code !== 'rejected') throw error;
        tally.reject({ line: person.line, reason: error.message });
      }
    }
    apply(changes);
    shorts.clear();
    if (later.length > 0) take(later);
  };
}
