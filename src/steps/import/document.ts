import type { Change } from '../../domain/change.ts';
import type { CalendarDate } from '../../domain/days/day.ts';
import { readDocument } from '../../formats/document-reading.ts';
import type { SourceFile } from '../../formats/record.ts';
import type { Db } from '../../store/db.ts';
import { deferReferences } from '../../store/taking.ts';
import { outlookOn } from './document/outlook.ts';
import { type DocumentTaken, takingRows } from './document/rows.ts';

const BATCH = 1000;

/**
 * Takes in what `net export` wrote: rows that are not here come in, rows that are stay as they are, and what was deleted or erased stays away
 * unless only an undo had taken it back. Into an empty file it gives the same document again. Inside one operation; everything is written by
 * `write`, one batch after the other, and others have their `turn` in between. The file is read twice. Throws `newer` and `rejected` for what is
 * no document.
 */
export async function takeDocument(
  db: Db,
  file: SourceFile,
  today: CalendarDate,
  write: (changes: readonly Change[]) => void,
  turn: () => Promise<void>,
): Promise<DocumentTaken> {
  const outlook = outlookOn(db, file, today);
  const { take, finish, report } = takingRows(db, outlook, today);
  deferReferences(db);
  let batch: Change[] = [];
  let index = 0;
  let parts = 0;
  for (const part of readDocument(file, today)) {
    if (++parts % BATCH === 0) await turn();
    if (!('table' in part) || outlook.repeated.has(index++)) continue;
    batch.push(...take(part));
    if (batch.length < BATCH) continue;
    write(batch);
    batch = [];
  }
  if (batch.length > 0) write(batch);
  const last = finish();
  if (last.length > 0) write(last);
  return report();
}
