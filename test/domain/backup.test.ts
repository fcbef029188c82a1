import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BACKUP_KINDS, type Backup, backupName, backupNamed, surplus } from '../../src/domain/backup.ts';
import { asOf, called } from '../../src/domain/backup-meant.ts';
import type { CalendarDate } from '../../src/domain/days/day.ts';

const instant = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 5, 1) })
  .map((ms) => new Date(ms).toISOString());
const backup = fc
  .record({ at: instant, kind: fc.constantFrom(...BACKUP_KINDS) })
  .map(({ at, kind }): Backup => ({ at, kind, name: backupName(at, kind) }));
const backups = fc.array(backup, { maxLength: 60 });
const dayOf = (at: string) => at.slice(0, 10) as CalendarDate;

const LATEST = '2027-01-01T00:00:00.000Z';

function made(at: string, kind: Backup['kind'] = 'daily'): Backup {
  return { at, kind, name: backupName(at, kind) };
}

/** One a day at nine, from March 1 on. */
function daily(days: number): Backup[] {
  return Array.from({ length: days }, (_, i) => made(new Date(Date.UTC(2026, 2, 1 + i, 9)).toISOString()));
}

describe('which backups may go', () => {
  test('of one a day the last seven stay, and one of each of the four weeks before', () => {
    const all = daily(60);
    const gone = new Set(surplus(all, LATEST, dayOf));
    const kept = all.filter((one) => !gone.has(one)).map(({ at }) => dayOf(at));
    expect(kept.slice(-7)).toEqual(all.slice(-7).map(({ at }) => dayOf(at)));
    expect(kept).toHaveLength(11);
  });

  test('the newest never goes, and no more than three of a kind that is not daily stay', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const gone = new Set(surplus(all, LATEST, dayOf));
        const kept = all.filter((one) => !gone.has(one));
        const newest = [...all].sort((a, b) => (a.at < b.at ? 1 : -1))[0];
        if (newest !== undefined) expect(kept.some(({ at }) => at === newest.at)).toBe(true);
        for (const kind of BACKUP_KINDS) {
          const n = kept.filter((one) => one.kind === kind).length;
          expect(n).toBeLessThanOrEqual(kind === 'daily' ? 12 : 4);
        }
      }),
    );
  });

  test('the one that was just made never goes, whatever the clock said before', () => {
    const later = ['2027-01-01', '2027-01-02', '2027-01-03'].map((day) =>
      made(`${day}T09:00:00.000Z`, 'asked'),
    );
    const now = made('2026-03-01T09:00:00.000Z', 'asked');
    expect(surplus([...later, now], now.at, dayOf)).toEqual([]);
    fc.assert(
      fc.property(backups, backup, (all, one) => {
        expect(surplus([...all, one], one.at, dayOf)).not.toContain(one);
      }),
    );
  });

  test('days are those of the place, not of UTC', () => {
    const inAuckland = (at: string) => new Date(Date.parse(at) + 13 * 3_600_000).toISOString().slice(0, 10);
    // In the afternoon of one day and in the morning of the next: one day of UTC.
    const two = [made('2026-03-01T02:00:00.000Z'), made('2026-03-01T21:00:00.000Z')];
    expect(surplus(two, LATEST, inAuckland)).toEqual([]);
  });

  test('what stays needs nothing more to go', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const gone = new Set(surplus(all, LATEST, dayOf));
        expect(
          surplus(
            all.filter((one) => !gone.has(one)),
            LATEST,
            dayOf,
          ),
        ).toEqual([]);
      }),
    );
  });

  test('a name tells when and what for, and no other name does', () => {
    fc.assert(
      fc.property(backup, (one) => {
        expect(backupNamed(one.name)).toEqual(one);
      }),
    );
    for (const name of ['net.db', '2026-11-22.db', '2026-11-22T090000.000Z-mine.db', '.net-00.part'])
      expect(backupNamed(name)).toBeNull();
  });
});

describe('which backup is meant', () => {
  const newestFirst = [...daily(20)].reverse();

  test('a day means how things were at its end: the backup before the next change', () => {
    expect(asOf(newestFirst, '2026-03-15' as CalendarDate, dayOf)?.at).toBe('2026-03-16T09:00:00.000Z');
  });

  test('where nothing was changed since, the newest of that day or before', () => {
    expect(asOf(newestFirst, '2026-03-20' as CalendarDate, dayOf)?.at).toBe('2026-03-20T09:00:00.000Z');
    expect(asOf(newestFirst, '2026-04-20' as CalendarDate, dayOf)?.at).toBe('2026-03-20T09:00:00.000Z');
  });

  test('further back some may be gone: never one that knows of later days', () => {
    expect(asOf(newestFirst, '2026-03-03' as CalendarDate, dayOf)?.at).toBe('2026-03-03T09:00:00.000Z');
  });

  test('a day before the first has none that is as old', () => {
    expect(asOf(newestFirst, '2026-02-01' as CalendarDate, dayOf)).toBeUndefined();
  });

  test('a number, last, a name and its beginning', () => {
    expect(called(newestFirst, '1')).toBe(newestFirst[0]);
    expect(called(newestFirst, 'last')).toBe(newestFirst[0]);
    expect(called(newestFirst, '2026-03-04T09')).toBe(newestFirst[16]);
    for (const text of ['0', '21', 'first', '2026-03-04']) expect(called(newestFirst, text)).toBeUndefined();
  });
});
