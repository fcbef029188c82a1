import { apartId, keepApart } from '../domain/apart.ts';
import type { Contact } from '../domain/contact.ts';
import { type Duplicates, duplicatesAmong, type Pair } from '../domain/duplicates/pairs.ts';
import { isNetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';
import type { Choice } from '../host/prompt.ts';
import type { Remembering } from '../host/remembering.ts';
import { type Beside, besideText, whyText } from '../render/duplicates.ts';
import { unionText, whoText } from '../render/merge.ts';
import { line, strong } from '../render/text.ts';
import { pointsOf } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { apartPairs, readKnown } from '../store/duplicates.ts';
import { readPeople } from '../store/people.ts';
import { settingRow } from '../store/settings.ts';
import { change } from './change.ts';
import { comparingTools } from './comparing.ts';
import { withFile } from './file.ts';
import { writeUnion } from './merging.ts';
import { show } from './show.ts';

/** Who may be in the file twice; with `ids` only the pairs with one of these people. */
export async function findDuplicates(db: Db, ids: readonly string[] | null): Promise<Duplicates> {
  const people = readKnown(db);
  const found = duplicatesAmong(people, apartPairs(db), await comparingTools(people));
  if (ids === null) return found;
  const wanted = new Set(ids);
  return {
    pairs: found.pairs.filter(({ first, other }) => wanted.has(first.id) || wanted.has(other.id)),
    crowded: [],
  };
}

/** Notes that two people are two; whether that was news. */
export function writeApart(
  db: Db,
  context: Context,
  a: Pick<Contact, 'id'>,
  b: Pick<Contact, 'id'>,
): boolean {
  const { changes } = change(db, context, 'duplicates', ({ today }) => ({
    changes: keepApart(a.id, b.id, settingRow(db, apartId(a.id, b.id)), today),
  }));
  return changes.length > 0;
}

/** What became of the pairs in one walk through them. */
export interface WalkedPairs {
  readonly merged: readonly Pair[];
  readonly apart: readonly Pair[];
  readonly later: number;
}

type Said = 'merge' | 'apart' | 'later' | 'stop';

/**
 * Shows one pair after the other, the most likely first, and asks what they are. Each answer is an operation of its own, written before
 * the next pair is shown. Ctrl-C ends it as "stop" does. Throws `interrupted` where nothing was decided yet.
 */
export async function walkPairs(
  context: Context,
  prompt: Remembering,
  pairs: readonly Pair[],
): Promise<WalkedPairs> {
  const merged: Pair[] = [];
  const apart: Pair[] = [];
  const gone = new Set<string>();
  let later = 0;
  await show(context, () => [line('Each answer is written at once: leave whenever you like.')]);
  for (const [at, pair] of pairs.entries()) {
    // Whoever became one with somebody before is gone; the other may be again in a pair with that one, next time.
    if (gone.has(pair.first.id) || gone.has(pair.other.id)) continue;
    try {
      const said = await withFile(context, 'write', (db) =>
        onePair(db, context, prompt, pair, `${at + 1} of ${pairs.length}`),
      );
      if (said === 'stop') break;
      if (said === 'merge') {
        merged.push(pair);
        gone.add(pair.other.id);
      } else if (said === 'apart') apart.push(pair);
      else later++;
    } catch (error) {
      const decided = merged.length + apart.length > 0;
      if (!decided || !isNetError(error) || error.code !== 'interrupted') throw error;
      break;
    }
  }
  return { merged, apart, later };
}

async function onePair(
  db: Db,
  context: Context,
  prompt: Remembering,
  pair: Pair,
  place: string,
): Promise<Said> {
  const [first, other] = [besideOf(db, pair.first.id), besideOf(db, pair.other.id)];
  // Another program has made them one, or erased one, since they were found.
  if (first === null || other === null) return 'later';
  await show(context, (wording) => [
    line(''),
    line(strong(`${pair.strength}: `), whyText(pair)),
    ...besideText(first, other, wording, context.io.columns),
  ]);
  const said = await prompt.select<Said>(
    `${pair.first.name} and ${pair.other.name}? (${place})`,
    choicesFor(pair),
  );
  if (said === 'apart') writeApart(db, context, pair.first, pair.other);
  if (said !== 'merge') return said;
  const ids = [pair.first.id, pair.other.id] as const;
  const merging = writeUnion(db, context, ids);
  await show(context, () => [
    line(...whoText(merging.other), ' is one with ', ...whoText(merging.first), ':'),
    ...unionText(merging),
  ]);
  return said;
}

/** What a bare Enter does comes first: no two are merged by one on their name alone. */
function choicesFor({ strength }: Pair): readonly Choice<Said>[] {
  const merge: Choice<Said> = { name: 'one person: merge them', value: 'merge' };
  const apart: Choice<Said> = { name: 'two people: never ask again', value: 'apart' };
  const later: Choice<Said> = { name: 'later', value: 'later' };
  const stop: Choice<Said> = { name: 'stop: what was decided stays', value: 'stop' };
  return strength === 'same name' ? [later, merge, apart, stop] : [merge, apart, later, stop];
}

function besideOf(db: Db, id: string): Beside | null {
  const [person] = readPeople(db, [id]);
  return person === undefined ? null : { person, points: pointsOf(db, id) };
}
