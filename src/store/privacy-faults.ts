import { chmodSync, lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backupsBeside } from './backups.ts';

/** Somebody else could read a file, or put another in its place. */
export interface PrivacyFault {
  readonly path: string;
  readonly what: string;
  /** What a person would type before the path; null where nothing that is typed helps. */
  readonly mend: string | null;
  /** The rights that net can give it; null where it cannot, or where they are not what is wrong. */
  readonly mode: number | null;
}

const FOR_OTHERS = 0o077;
const WRITABLE_BY_OTHERS = 0o022;
const STICKY = 0o1000;

const MEND = 'chmod go-rwx';
const MEND_DIRECTORY = 'chmod go-w';
const SUDO = 'sudo ';

/** Which of a file, what lies beside it and its backups others than its owner may read or replace. Systems without such rights have none. */
export function privacyFaults(file: string, user: number | undefined): PrivacyFault[] {
  if (user === undefined) return [];
  const backups = backupsBeside(file);
  const own = [file, `${file}-wal`, `${file}-shm`, `${file}-key`, backups, ...within(backups)];
  return [...own.flatMap((path) => faultsOf(path, user)), ...directoryFault(dirname(file), user)];
}

/** Nothing, where it cannot be looked into: whose it is then is what is wrong. */
function within(directory: string): string[] {
  try {
    return statOf(directory)?.isDirectory()
      ? readdirSync(directory).map((name) => join(directory, name))
      : [];
  } catch {
    return [];
  }
}

function faultsOf(path: string, user: number): PrivacyFault[] {
  const stat = statOf(path);
  if (stat === undefined || stat.isSymbolicLink()) return [];
  const mode = (stat.mode & 0o777).toString(8).padStart(3, '0');
  const what = `others may use it (${mode})`;
  const isOwn = isOf(stat, user);
  return [
    ...(stat.mode & FOR_OTHERS
      ? [
          isOwn
            ? { path, what, mend: MEND, mode: stat.mode & 0o700 }
            : { path, what, mend: SUDO + MEND, mode: null },
        ]
      : []),
    ...(isOwn
      ? []
      : [{ path, what: 'it belongs to another user', mend: `${SUDO}chown ${user}`, mode: null }]),
  ];
}

/** Only whose it is may change its rights, and root. */
function isOf(stat: Stats, user: number): boolean {
  return stat.uid === user || user === 0;
}

/** Whoever may write in the directory may put another file in the place of this one. A link to it has no rights of its own. */
function directoryFault(directory: string, user: number): PrivacyFault[] {
  const stat = statSync(directory, { throwIfNoEntry: false });
  if (stat === undefined || !(stat.mode & WRITABLE_BY_OTHERS) || stat.mode & STICKY) return [];
  const what = 'others may put files in the place of yours';
  // Whoever closed it to others would close it to this user, too.
  if (!isOf(stat, user)) {
    const instead = `${what}, and the directory is another user's: keep the file in one of yours`;
    return [{ path: directory, what: instead, mend: null, mode: null }];
  }
  return [{ path: directory, what, mend: MEND_DIRECTORY, mode: stat.mode & 0o777 & ~WRITABLE_BY_OTHERS }];
}

/** Takes from others what they should not have. Gives back the faults that stay, each with why, and what helps instead. */
export function mendPrivacy(faults: readonly PrivacyFault[]): PrivacyFault[] {
  return faults.flatMap((fault) => {
    if (fault.mode === null) return [fault];
    try {
      chmodSync(fault.path, fault.mode);
      const now = statOfRights(fault.path);
      return now === undefined || now === fault.mode ? [] : [unmended(fault, KEEPS_NONE, null)];
    } catch (error) {
      return stays(fault, String((error as NodeJS.ErrnoException).code));
    }
  });
}

const KEEPS_NONE = 'its disk keeps no rights; keep it on another one';

/** What is gone by now is open to nobody. */
function stays(fault: PrivacyFault, code: string): PrivacyFault[] {
  if (code === 'ENOENT') return [];
  if (code === 'EPERM' || code === 'EACCES') return [unmended(fault, 'permission denied', SUDO + fault.mend)];
  if (code === 'EROFS') return [unmended(fault, 'its disk can only be read', null)];
  return [
    unmended(fault, /^E(NOTSUP|OPNOTSUPP|NOSYS)$/.test(code) ? KEEPS_NONE : 'the disk is failing', null),
  ];
}

function unmended({ path, what }: PrivacyFault, why: string, mend: string | null): PrivacyFault {
  return { path, what: `${what}, and that could not be changed: ${why}`, mend, mode: null };
}

function statOfRights(path: string): number | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && stat.mode & 0o777;
}

function statOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}
