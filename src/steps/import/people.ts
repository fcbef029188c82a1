import { createImported, type Imported, type SourceKind, updateImported } from '../../domain/acts/import.ts';
import type { Change, Making } from '../../domain/change.ts';
import { isNetError, NetError } from '../../domain/error.ts';
import type { ImportedPerson } from '../../domain/imported.ts';
import { reachedBy } from '../../domain/reached.ts';
import type { SheetRows } from '../../domain/sheet.ts';
import { fold } from '../../domain/words/fold.ts';
import { isShortTaken } from '../../store/contacts.ts';
import type { Db } from '../../store/db.ts';
import { purgedBefore } from '../../store/purged.ts';
import { type Found, foundByAddress, sheetRowsOf, toldElsewhere } from '../../store/sources.ts';
import { takenOut } from '../../store/taken-out.ts';
import { type Known, knowing } from './known.ts';
import { isMade, isNameAlone, isSameFile } from './scope.ts';
import type { Tally } from './tally.ts';

/** Of a file that is being taken in: where it goes, and what it has come to so far. */
export interface Taking {
  readonly db: Db;
  readonly making: Making;
  readonly source: SourceKind;
  readonly apply: (changes: readonly Change[]) => void;
  readonly tally: Tally;
}

/** Takes in people of a file. */
export interface TakePeople {
  /** Many at a time. */
  readonly take: (people: readonly ImportedPerson[]) => void;
  /** Once all were there: those who can only be judged when every key of the file is known. */
  readonly finish: () => void;
  /** The file has ended. */
  readonly end: () => void;
}

/**
 * Takes in people: new ones as cards, those who are here by what the file has changed. Who cannot be taken in, or was erased, is told: that
 * is no reason to leave out the others. Somebody who came from another record of the same kind of source is that record under a new key,
 * if the key was made up and the file has it no more; else both records tell of them.
 */
export function takingPeople({ db, making, source, apply, tally }: Taking): TakePeople {
  const isPurged = purgedBefore(db);
  const shorts = new Set<string>();
  const isTaken = (short: string) => shorts.has(short) || isShortTaken(db, short);
  const { whom, settled, isLeft, move, renumbered } = knowing(db, source.kind, making.today);
  const outOf = takenOut(db);
  /** As text, which takes the least room. */
  const unsettled: string[] = [];
  const wait = (person: ImportedPerson) => unsettled.push(JSON.stringify(person));

  const created = (person: ImportedPerson): Imported | null => {
    if (!isPurged(person, source.kind)) return createImported(person, source, making, isTaken);
    tally.erased(person);
    return null;
  };

  const updated = (person: ImportedPerson, rows: SheetRows, found: Found): Imported => {
    const { key } = person;
    const before = found.others.filter(
      (other) => isMade(key) && isMade(other.key) && !isNameAlone(key) && isLeft(key, other),
    );
    const renamed = before.find((other) => isSameFile(other.key, key));
    const known = found.source ?? renamed ?? null;
    const elsewhere = toldElsewhere(db, found.contactId, known?.id ?? '');
    const basis = known === null ? (before.at(-1)?.imported ?? null) : null;
    const stored = { rows, source: known, basis, elsewhere, out: () => outOf(found.contactId) };
    if (found.source === null && renamed !== undefined) move(key, renamed);
    return updateImported(stored, person, source.kind, making);
  };

  const taken = (person: ImportedPerson, rows: SheetRows | undefined, found: Found | undefined) => {
    try {
      if (found?.source === null && found.others.length >= MOST_RECORDS)
        throw new NetError('rejected', `more than ${MOST_RECORDS} entries are the same person`);
      return found === undefined || rows === undefined ? created(person) : updated(person, rows, found);
    } catch (error) {
      if (!isNetError(error) || error.code !== 'rejected') throw error;
      tally.reject({ line: person.line, reason: error.message });
      return null;
    }
  };

  /** Several records may be found to be one contact: each is compared with what the one before has left. */
  const takeNow = ({ people, found, same, waiting }: Known, isOver: boolean): void => {
    tally.unchanged(same.size);
    const differing = people.filter((person) => !same.has(person) && !waiting.has(person));
    for (const person of waiting) wait(person);
    const rows = sheetRowsOf(
      db,
      differing.flatMap(({ key }) => found.get(key)?.contactId ?? []),
    );
    const changes: Change[] = [];
    const seen = new Set<string>();
    const later: ImportedPerson[] = [];
    for (const person of differing) {
      const known = found.get(person.key);
      const signs = known === undefined ? signsOf(person) : [known.contactId];
      if (!isOver && isMade(person.key) && (known?.others.length ?? 0) > 0) wait(person);
      else if (signs.some((sign) => seen.has(sign))) later.push(person);
      else {
        const imported = taken(person, rows.get(known?.contactId ?? ''), known);
        if (imported === null) continue;
        for (const sign of signs) seen.add(sign);
        shorts.add(imported.contact.short);
        tally.imported(person, imported);
        for (const change of imported.changes) changes.push(change);
      }
    }
    apply(changes);
    shorts.clear();
    for (const person of later) takeNow(knownAgain(person, found.get(person.key)), isOver);
  };

  /** Somebody who may be one who has come in a moment ago. */
  const knownAgain = (person: ImportedPerson, before: Found | undefined): Known => {
    const again = before?.source == null ? foundByAddress(db, [person], source.kind).get(person.key) : before;
    const found = before === undefined || again?.contactId === before.contactId ? again : before;
    return {
      people: [person],
      found: new Map(found === undefined ? [] : [[person.key, found]]),
      same: new Set(),
      waiting: new Set(),
    };
  };

  const finish = () => {
    while (unsettled.length > 0)
      takeNow(settled(unsettled.splice(0, TOGETHER).map((text) => JSON.parse(text) as ImportedPerson)), true);
  };
  return {
    take: (people) => takeNow(whom(people), false),
    finish,
    end: () => {
      finish();
      apply(renumbered());
    },
  };
}

/** So many entries of files may be one person: more are a mistake, and dear. */
const MOST_RECORDS = 100;

/** How many people are taken in at once: enough that they are looked up together. */
export const TOGETHER = 500;

/** By what somebody who has just come in is found again: the name together with each way to reach them. */
function signsOf({ name, points }: ImportedPerson): readonly string[] {
  return points.map((point) => `${fold(name)} ${reachedBy(point)}`);
}
