import { addDays, type CalendarDate } from '../../src/domain/days/day.ts';
import { systemClock } from '../../src/host/clock.ts';
import { newId } from '../../src/host/ids.ts';
import { closeFile } from '../../src/store/connect.ts';
import { all } from '../../src/store/db.ts';
import { openFile } from '../../src/store/open.ts';
import { writeChanges } from '../../src/store/operation.ts';
import { exchangeWith } from '../surroundings.ts';

/** What one person owes others, and waits for, grows with no pile of cards: so many promises, and as many asks. */
const EACH = 10;

/** Promises things to a few of the people who are kept, due from ten days ago to ten days ahead, and asks as many for something nine days ago. */
export async function makeOwed(path: string, today: CalendarDate): Promise<void> {
  const db = await openFile(path, { access: 'write', machine: newId, clock: systemClock });
  const kept = all<{ id: string }>(
    db,
    `SELECT id FROM contact WHERE stage = 'kept' ORDER BY id LIMIT ?`,
    2 * EACH,
  );
  const stamp = { id: newId(), at: `${today}T08:30:00.000Z`, command: 'import' };
  const made = addDays(today, -9);
  const changes = kept.map(({ id }, i) =>
    i % 2 === 0
      ? exchangeWith(id, 'promise', made, addDays(today, i - EACH), today)
      : exchangeWith(id, 'ask', made, null, today),
  );
  writeChanges(db, stamp, () => ({ changes }));
  closeFile(db);
}
