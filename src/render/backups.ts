import type { Backup, BackupKind } from '../domain/backup.ts';
import type { TableName } from '../domain/change.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import { count, faint, firstFew, line, listed, type Piece, strong, type Text, table } from './text.ts';
import { dayWord, type Wording } from './words.ts';

/** Where instants are told as days and times. */
export interface Place {
  readonly dayOf: (instant: string) => CalendarDate;
  readonly timeOf: (instant: string) => string;
}

const MADE: Readonly<Record<BackupKind, string>> = {
  daily: "before the day's first change",
  asked: 'asked for',
  migration: 'before an update',
  restore: 'before a restore',
  merge: 'before a merge',
  purge: 'before a purge',
  import: 'before an import',
};

/** What rows are called; what has no name here goes along with what does. */
const ROWS: Readonly<Partial<Record<TableName, readonly [one: string, many: string]>>> = {
  contact: ['person', 'people'],
  interaction: ['talk', 'talks'],
  exchange: ['exchange', 'exchanges'],
  note: ['note', 'notes'],
  recommendation: ['recommendation', 'recommendations'],
  network_group: ['group', 'groups'],
  gathering: ['gathering', 'gatherings'],
  target: ['target', 'targets'],
  pause: ['pause', 'pauses'],
  setting: ['setting', 'settings'],
  contact_point: ['address', 'addresses'],
  trait: ['detail', 'details'],
};

type Counts = Readonly<Partial<Record<TableName, number>>>;

const MOST_NAMES = 8;

/** "2026-11-20 09:00, before a merge": for a list to choose from. */
export function backupLabel({ at, kind }: Backup, { dayOf, timeOf }: Place): string {
  return `${dayOf(at)} ${timeOf(at)}, ${MADE[kind]}`;
}

/** "2 people and 5 talks"; `nothing` where there is none of anything. */
export function countsText(counts: Counts, nothing = 'nothing'): string {
  const words = Object.entries(ROWS).flatMap(([name, [one, many]]) => {
    const n = counts[name as TableName] ?? 0;
    return n === 0 ? [] : [count(n, one, many)];
  });
  return listed(words) || nothing;
}

/** The backups, newest first, as they are numbered for net restore. */
export function backupList(
  backups: readonly (Backup & { readonly bytes: number })[],
  { dayOf, timeOf }: Place,
  wording: Wording,
): Text {
  if (backups.length === 0) return [line('There is no backup yet. Each day, the first change makes one.')];
  const rows = backups.map(({ at, kind, bytes }, i): Piece[] => [
    String(i + 1),
    strong(`${dayWord(dayOf(at), wording)} ${timeOf(at)}`),
    MADE[kind],
    faint(sizeText(bytes)),
  ]);
  return [table(rows)];
}

/** "312 KB", "1.4 MB". */
export function sizeText(bytes: number): string {
  const [kilo, mega] = [bytes / 1024, bytes / 1024 ** 2];
  if (mega >= 100) return `${Math.round(mega)} MB`;
  return mega >= 1 ? `${mega.toFixed(1)} MB` : `${Math.ceil(kilo)} KB`;
}

/** What going back to a copy would do to what is there. */
export function differenceText(
  difference: Readonly<Record<'back' | 'goes' | 'changes', Counts>> & {
    readonly people: Readonly<Record<'back' | 'goes' | 'changes', readonly string[]>>;
  },
): Text {
  const told = (['back', 'goes', 'changes'] as const).flatMap((way): Piece[][] => {
    const words = countsText(difference[way], '');
    if (words === '') return [];
    const names = firstFew(difference.people[way], MOST_NAMES);
    return [[WAYS[way], names === '' ? words : `${words}: ${names}`]];
  });
  return told.length === 0 ? [line('Nothing differs from what is there.')] : [table(told)];
}

const WAYS = { back: 'comes back', goes: 'goes', changes: 'is as it was' } as const;
