import Database from 'better-sqlite3';
import { addDays, type CalendarDate } from '../src/domain/days/day.ts';

const WEEK = 7;

/** Makes the stored plan of this week that of the last one, as it is on the first morning after it; once. */
export function makeLastWeeks(file: string, today: CalendarDate): void {
  changing(file, (db) => {
    if (db.prepare('SELECT 1 FROM plan WHERE first_day < ?').get(today) !== undefined) return;
    const earlier = addDays(today, -WEEK);
    const plan = 'UPDATE plan SET first_day = ?, last_day = ? WHERE first_day = ?';
    db.prepare(plan).run(earlier, addDays(today, -1), today);
    db.prepare('UPDATE plan_line SET listed_on = ? WHERE listed_on = ?').run(earlier, today);
  });
}

/** Takes this week's plan away, so that the next run makes it again. */
export function forgetThisWeeks(file: string, today: CalendarDate): void {
  changing(file, (db) => {
    db.prepare('DELETE FROM plan_line WHERE plan_id IN (SELECT id FROM plan WHERE first_day = ?)').run(today);
    db.prepare('DELETE FROM plan WHERE first_day = ?').run(today);
  });
}

function changing(file: string, work: (db: Database.Database) => void): void {
  const db = new Database(file, { fileMustExist: true });
  try {
    db.transaction(() => work(db)).immediate();
  } finally {
    db.close();
  }
}
