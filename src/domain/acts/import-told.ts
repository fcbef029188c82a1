import type { ImportedPerson } from '../imported.ts';
import { keysOf } from '../keys.ts';
import { pointKey, type Sheet, traitKey } from '../sheet.ts';
import { plain } from '../words/plain.ts';
import { relabeled, withLabelsElsewhere } from './told-labels.ts';

/** What the file says of somebody, apart from where it says it. */
export type ToldByFile = Omit<ImportedPerson, 'key' | 'line'>;

/** The fields of one value, all of them: the compiler sees to it. */
const FIELDS = keysOf<Exclude<keyof ToldByFile, 'points' | 'traits' | 'notes' | 'via'>>({
  name: true,
  nickname: true,
  org: true,
  role: true,
  city: true,
  birthday: true,
  metOn: true,
  lastOn: true,
  everyDays: true,
  circle: true,
});

/** Points, traits and notes of somebody. */
type Lists = Pick<Sheet, 'points' | 'traits' | 'notes'>;

const NOTHING: Lists = { points: [], traits: [], notes: [] };

/**
 * Where somebody is met in another file than before: only what is empty is filled. What the user has taken out, as `out` has it, stays out.
 */
export function filled(sheet: Sheet, told: ToldByFile, out: Lists = NOTHING): Sheet {
  const fields = FIELDS.filter((field) => sheet[field] === null).map((field) => [field, told[field]]);
  return withLists(
    { ...sheet, ...Object.fromEntries(fields) },
    { ...told, points: [], traits: [], notes: [] },
    { ...told, ...without(told, out) },
  );
}

function without(told: Lists, out: Lists): Lists {
  const left = <V>(values: readonly V[], gone: readonly V[], keyOf: (value: V) => string): readonly V[] => {
    const keys = new Set(gone.map(keyOf));
    return keys.size === 0 ? values : values.filter((value) => !keys.has(keyOf(value)));
  };
  return {
    points: left(told.points, out.points, pointKey),
    traits: left(told.traits, out.traits, traitKey),
    notes: left(told.notes, out.notes, plain),
  };
}

/** What only net itself writes into a file, and a phone that has had it in between drops without anybody wanting it. */
const OWN_FIELDS: readonly string[] = ['lastOn', 'everyDays', 'circle'];
const OWN_TRAITS = ['interest', 'need', 'offer'] as const;

/**
 * Three ways: what the file changed is taken over where the user has left it as the file had it. What it dropped stays where other files
 * still say it.
 */
export function merged(
  sheet: Sheet,
  before: ToldByFile,
  said: ToldByFile,
  elsewhere: readonly ToldByFile[],
): Sheet {
  const told = withWhatStays(before, said, elsewhere);
  const stays = (field: (typeof FIELDS)[number]) =>
    told[field] === null &&
    (OWN_FIELDS.includes(field) || elsewhere.some((other) => other[field] === before[field]));
  const fields = FIELDS.filter(
    (field) => told[field] !== before[field] && sheet[field] === before[field] && !stays(field),
  );
  return withLists(
    { ...sheet, ...Object.fromEntries(fields.map((field) => [field, told[field]])) },
    before,
    told,
  );
}

/** What a file says, with what it has dropped though others say it, or though it could not have kept it. */
function withWhatStays(before: ToldByFile, said: ToldByFile, elsewhere: readonly ToldByFile[]): ToldByFile {
  const lost = OWN_TRAITS.filter((kind) => !said.traits.some((trait) => trait.kind === kind));
  const unkept = before.traits.filter(({ kind }) => lost.some((other) => other === kind));
  const shared = <V>(of: (told: ToldByFile) => readonly V[], keyOf: (value: V) => string): V[] => {
    const others = new Set(elsewhere.flatMap(of).map(keyOf));
    return of(before).filter((value) => others.has(keyOf(value)));
  };
  const still = new Set(said.points.map(pointKey));
  const dropped = shared(({ points }) => points, pointKey).filter((point) => !still.has(pointKey(point)));
  const labeled = withLabelsElsewhere(
    said.points,
    before.points,
    elsewhere.flatMap(({ points }) => points),
  );
  return {
    ...said,
    points: [...labeled, ...dropped],
    traits: [...said.traits, ...unkept, ...shared(({ traits }) => traits, traitKey)],
    notes: [...said.notes, ...shared(({ notes }) => notes, plain)],
  };
}

/** A field in which the user and a file say different things: the user's stands. */
export interface Conflict {
  readonly field: (typeof FIELDS)[number];
  /** Null where the user has emptied it. */
  readonly yours: string | number | null;
  readonly theirs: string | number;
}

/** Of days two programs rarely tell the same; the one that is known says no less. */
const SELDOM_SAME: readonly string[] = ['metOn', 'lastOn'];

/**
 * What a file says otherwise than the sheet and is not taken over: what it has changed where the user has, too; and where it is met for the
 * first time (`before` is null), what was known already.
 */
export function conflictsWith(sheet: Sheet, before: ToldByFile | null, told: ToldByFile): Conflict[] {
  return FIELDS.flatMap((field) => {
    const [yours, theirs] = [sheet[field], told[field]];
    if (theirs === null || (yours !== null && plain(String(yours)) === plain(String(theirs)))) return [];
    const stands =
      before === null
        ? yours !== null && !SELDOM_SAME.includes(field)
        : theirs !== before[field] && yours !== before[field];
    return stands ? [{ field, yours, theirs }] : [];
  });
}

/** What the file added is added where it is not there already; what it dropped is dropped, and labels follow it. */
function withLists(sheet: Sheet, before: ToldByFile, told: ToldByFile): Sheet {
  const listed = changedList(sheet.points, before.points, told.points, pointKey);
  const points = relabeled(listed, before.points, told.points);
  const traits = changedList(sheet.traits, before.traits, told.traits, traitKey);
  const notes = changedList(sheet.notes, before.notes, told.notes, plain);
  return { ...sheet, points, traits, notes };
}

function changedList<V>(
  now: readonly V[],
  before: readonly V[],
  told: readonly V[],
  keyOf: (value: V) => string,
): V[] {
  const had = new Set(before.map(keyOf));
  const has = new Set(told.map(keyOf));
  const kept = now.filter((value) => has.has(keyOf(value)) || !had.has(keyOf(value)));
  const known = new Set([...had, ...kept.map(keyOf)]);
  return [...kept, ...told.filter((value) => !known.has(keyOf(value)))];
}
