/** What a backup was made for: each day's first write, because somebody asked, or before what cannot be taken back as easily. */
export const BACKUP_KINDS = ['daily', 'asked', 'migration', 'restore', 'merge', 'purge', 'import'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

export interface Backup {
  /** The name of its file. */
  readonly name: string;
  /** When it was made. */
  readonly at: string;
  readonly kind: BackupKind;
}

const DAYS = 7;
const WEEKS = 4;
const OF_A_KIND = 3;
const WEEK_MS = 7 * 86_400_000;

/**
 * Of some backups those that may go now that the one of `made` is there: kept are the last of each of the last seven days that have one, of
 * each of the four weeks with one before them, and the last three of any other kind. What was made later by its name, as before the clock was
 * set back, is left alone; so is the one that was just made.
 */
export function surplus(
  backups: readonly Backup[],
  made: string,
  dayOf: (instant: string) => string,
): Backup[] {
  const newestFirst = backups.filter(({ at }) => at <= made).sort((a, b) => (a.at < b.at ? 1 : -1));
  const daily = newestFirst.filter(({ kind }) => kind === 'daily');
  const days = firstOfEach(daily, ({ at }) => dayOf(at)).slice(0, DAYS);
  const older = daily.filter(({ at }) => at < (days.at(-1)?.at ?? ''));
  const weeks = firstOfEach(older, ({ at }) => String(Math.floor(Date.parse(at) / WEEK_MS))).slice(0, WEEKS);
  const others = BACKUP_KINDS.filter((kind) => kind !== 'daily').flatMap((wanted) =>
    newestFirst.filter(({ kind }) => kind === wanted).slice(0, OF_A_KIND),
  );
  const kept = new Set([...newestFirst.slice(0, 1), ...days, ...weeks, ...others]);
  return newestFirst.filter((backup) => !kept.has(backup));
}

function firstOfEach(backups: readonly Backup[], keyOf: (backup: Backup) => string): Backup[] {
  const seen = new Set<string>();
  return backups.filter((backup) => {
    const key = keyOf(backup);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** A backup as it is typed, to go back to it. */
export function typedBackup({ name }: Backup): string {
  return name.replace(/-[a-z]+\.db$/, '');
}

const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)\.(\d{3})Z-([a-z]+)\.db$/;

/** The name of a backup's file: when it was made, and what for. A colon is no part of a name on every system. */
export function backupName(at: string, kind: BackupKind): string {
  return `${at.replaceAll(':', '')}-${kind}.db`;
}

/** The backup that a file's name tells of; null for a name of anything else. */
export function backupNamed(name: string): Backup | null {
  const [, day, hours, minutes, seconds, ms, word] = NAME.exec(name) ?? [];
  const kind = BACKUP_KINDS.find((known) => known === word);
  return day === undefined || kind === undefined
    ? null
    : { name, at: `${day}T${hours}:${minutes}:${seconds}.${ms}Z`, kind };
}
