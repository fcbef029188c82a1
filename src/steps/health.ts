import { typedBackup } from '../domain/backup.ts';
import type { Context } from '../host/context.ts';
import { shellWord } from '../render/typed.ts';
import type { Finding } from '../reports/health.ts';
import { type BackupFault, backupFaults, hasBackups, openingBeside } from '../store/backup-faults.ts';
import type { Db } from '../store/db.ts';
import { derivedFaults } from '../store/derived-faults.ts';
import { integrityFaults } from '../store/integrity.ts';
import { journalFaults } from '../store/journal-faults.ts';
import { newestGood } from '../store/newest-good.ts';
import { type PrivacyFault, privacyFaults } from '../store/privacy-faults.ts';
import { placeFault } from './place.ts';

/** Everything that can be looked through; `open` is what others may use. Nothing is written. */
export function findingsOf(db: Db, context: Context, open = privacyOf(db.path)): Finding[] {
  const typed = (mend: string | null) => (mend === null ? null : context.typed(mend));
  return lookedThrough(db, context, open).map((finding) => ({ ...finding, mend: typed(finding.mend) }));
}

function lookedThrough(db: Db, context: Context, open: readonly PrivacyFault[]): Finding[] {
  const pages = integrityFaults(db);
  // What stands in damaged pages says nothing more.
  if (pages.length > 0)
    return [
      { aspect: 'pages', faults: pages, note: null, mend: restoring(db) },
      ...around(db, context, open),
    ];
  const derived = derivedFaults(db);
  const journal = journalFaults(db);
  return [
    { aspect: 'pages', faults: [], note: null, mend: null },
    {
      aspect: 'derived',
      faults: derived,
      note: null,
      mend: derived.length === 0 ? null : 'net check --mend',
    },
    {
      aspect: 'journal',
      faults: journal,
      note: null,
      mend: journal.length === 0 ? null : restoring(db),
    },
    ...around(db, context, open),
  ];
}

/** The way back to the newest backup that is whole. */
function restoring(db: Db): string {
  const good = newestGood(db.path, openingBeside(db));
  return `net restore ${good === null ? 'FILE' : typedBackup(good)}`;
}

/** What does not depend on what is in the file. */
function around(db: Db, context: Context, open: readonly PrivacyFault[]): Finding[] {
  const place = placeFault(context, db.path);
  const backups = backupFaults(db);
  return [
    {
      aspect: 'privacy',
      faults: open.map(({ path, what }) => `${path}: ${what}`),
      note: null,
      mend: closing(open),
    },
    { aspect: 'place', faults: place === null ? [] : [place], note: null, mend: null },
    {
      aspect: 'backups',
      faults: backups.map(({ what }) => what),
      note: hasBackups(db.path) ? null : "none yet: each day's first change makes one",
      mend: removing(backups),
    },
  ];
}

function removing(faults: readonly BackupFault[]): string | null {
  const paths = faults.flatMap(({ remove }) => (remove === null ? [] : [shellWord(remove)]));
  return paths.length === 0 ? null : `rm ${paths.join(' ')}`;
}

/** What net does itself, and what is left to a person: one line for each program, with all the paths that it is for. */
function closing(faults: readonly PrivacyFault[]): string | null {
  const byHand = faults.filter(({ mode }) => mode === null);
  const lines = [...Map.groupBy(byHand, ({ mend }) => mend)].flatMap(([mend, of]) =>
    mend === null ? [] : [[mend, ...of.map(({ path }) => shellWord(path))].join(' ')],
  );
  const all = byHand.length < faults.length ? ['net check --mend', ...lines] : lines;
  return all.length === 0 ? null : all.join('; ');
}

/** Which of the file and what lies beside it others may use. */
export function privacyOf(path: string): PrivacyFault[] {
  return privacyFaults(path, process.getuid?.());
}
