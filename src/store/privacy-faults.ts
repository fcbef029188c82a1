import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { backupsBeside } from './backups.ts';

/** Somebody else could read a file, or put another in its place. */
export interface PrivacyFault {
  readonly path: string;
  readonly what: string;
  /** What a person would type before the path. */
  readonly mend: string;
  /** The rights that it should have; null where they are not what is wrong. */
  readonly mode: number | null;
}

const FOR_OTHERS = 0o077;
const WRITABLE_BY_OTHERS = 0o022;
const STICKY = 0o1000;

/** Which of a file, what lies beside it and its backups others than its owner may read or replace. Systems without such rights have none. */
export function privacyFaults(file: string, user: number | undefined): PrivacyFault[] {
  if (user === undefined) return [];
  const backups = backupsBeside(file);
  const own = [file, `${file}-wal`, `${file}-shm`, `${file}-key`, backups, ...within(backups)];
  return [...own.flatMap((path) => faultsOf(path, user)), ...directoryFault(dirname(file))];
}

function within(directory: string): string[] {
  return statOf(directory)?.isDirectory() ? readdirSync(directory).map((name) => join(directory, name)) : [];
}

function faultsOf(path: string, user: number): PrivacyFault[] {
  const stat = statOf(path);
  if (stat === undefined || stat.isSymbolicLink()) return [];
  const mode = (stat.mode & 0o777).toString(8).padStart(3, '0');
  return [
    ...(stat.mode & FOR_OTHERS
      ? [{ path, what: `others may use it (${mode})`, mend: 'chmod go-rwx', mode: stat.mode & 0o700 }]
      : []),
    ...(stat.uid === user || user === 0
      ? []
      : [
          {
            path,
            what: 'it belongs to another user',
            mend: `sudo chown ${user}`,
            mode: null,
          },
        ]),
  ];
}

/** Whoever may write in the directory may put another file in the place of this one. */
function directoryFault(directory: string): PrivacyFault[] {
  const stat = statOf(directory);
  if (stat === undefined || !(stat.mode & WRITABLE_BY_OTHERS) || stat.mode & STICKY) return [];
  return [
    {
      path: directory,
      what: 'others may put files in the place of yours',
      mend: 'chmod go-w',
      mode: stat.mode & 0o777 & ~WRITABLE_BY_OTHERS,
    },
  ];
}

function statOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}
