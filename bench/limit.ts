import type { Entrant } from './race.ts';

/**
 * What no program can do without: the five lines of the week that is stored, with the names and when each was last seen. The same plan, the
 * same people, in one statement; nothing is worked out, worded or set in columns.
 */
const TOP_FIVE = `SELECT l.position, c.name, s.last_on, s.days, l.reasons
  FROM plan_line l JOIN contact c ON c.id = l.contact_id JOIN contact_summary s ON s.contact_id = c.id
  WHERE l.plan_id = (SELECT id FROM plan WHERE first_day <= date('now', 'localtime') ORDER BY first_day DESC, id DESC LIMIT 1)
  ORDER BY l.position LIMIT 5`;

export const LIMIT = 'the same by sqlite3';

/** SQLite's own shell on a file of net's: the limit. */
export function limit(program: string, file: string, people: number, ready: () => void): Entrant {
  return { ready, what: LIMIT, by: 'sqlite3', people, command: [program, file, TOP_FIVE] };
}
