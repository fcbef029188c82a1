import { dirname } from 'node:path';
import type { Command } from 'commander';
import { NetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';
import { sweepUnfinished } from '../host/unfinished.ts';
import { alreadyThere, isThere } from '../host/write-file.ts';
import { backupList, countsText } from '../render/backups.ts';
import { line, strong } from '../render/text.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import { refuseOwnFile } from '../steps/written-file.ts';
import { backUp } from '../store/backup.ts';
import { backupsOf } from '../store/backups.ts';
import { copyTo } from '../store/checked-copy.ts';
import { countsOf } from '../store/compare.ts';
import type { Db } from '../store/db.ts';
import { storeFailure } from '../store/failure.ts';
import { keyFilePath, placeOf } from '../store/files.ts';
import { copyKeyFile, findKeyFile } from '../store/key-file.ts';

interface Options {
  readonly list?: boolean;
}

/** The rule of `surplus`, for people. */
const KEPT = `
The first change of a day makes one by itself, unless the file is larger than 50 MB, and so does whatever cannot be taken back as easily.
Kept are those of the last seven days with a change, one of each of four weeks before them, the last three of each other kind, and
always the newest. One that you name a file for is yours: nothing removes it.`;

export function configure(command: Command): void {
  command
    .argument('[file]', 'where to, as on another disk; beside the file without one')
    .option('--list', 'only show the backups there are');
  examples(command, ['net backup', 'net backup /media/stick/net.db', 'net backup --list']);
  command.addHelpText('after', KEPT);
}

/** The answer with --json. */
export const json = {
  backup: 'the file that was written; null with --list',
  key: 'the key file that was written beside it, where it is encrypted and named; else null',
  rows: 'how many rows of each table are in it; null with --list',
  backups:
    'those beside the file, newest first: {path, at, kind, bytes}; kind is daily, asked, migration, restore, merge, purge or import',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  if (options.list === true) return listed(context);
  const [file] = args;
  return withFile(context, 'read', (db) => {
    const path = file === undefined ? backUp(db, 'asked').path : elsewhere(db, file);
    const key = file === undefined || db.link === null ? null : keyFilePath(path);
    const counts = countsOf(db);
    return {
      json: { backup: path, key, rows: counts, backups: told(context) },
      text: () => [
        line('Backed up ', countsText(counts), ': opened again and checked.'),
        line(strong(path)),
        ...(key === null
          ? []
          : [line(`${key} is its key file: keep the two together, one opens nothing without the other.`)]),
      ],
      talk: () => [
        line(
          file === undefined
            ? 'Back to it: net restore last. In case the disk fails: net backup FILE, on another one.'
            : `Back to it: net restore ${path}`,
        ),
      ],
    };
  });
}

const LISTING = 'what there is: net backup --list; or to write that file: net backup ./list';

function elsewhere(db: Db, file: string): string {
  if (file.trim() === '' || file.includes('\0'))
    throw new NetError('usage', 'the name of the file is empty', 'net backup /media/stick/net.db');
  if (file === 'list') throw new NetError('usage', 'net backup list would write a file called list', LISTING);
  refuseOwnFile(file, db.path);
  if (isThere(file)) throw new NetError('exists', alreadyThere(file).message, 'name another file');
  if (!isThere(dirname(file)))
    throw new NetError('not-found', `there is no directory ${dirname(file)}`, 'make it first: mkdir');
  sweepUnfinished(dirname(file));
  if (db.link === null) copyTo(db, file);
  else copyEncrypted(db, db.link.keyId, file);
  return file;
}

/** On another machine, or once this file is decrypted, nobody could read it without its key file. */
function copyEncrypted(db: Db, id: string, file: string): void {
  const found = keyFileAt(keyFilePath(file));
  if (found === 'damaged' || (found !== 'none' && found.id !== id))
    throw new NetError(
      'exists',
      alreadyThere(keyFilePath(file)).message,
      'it may be what another copy needs: name another file',
    );
  copyTo(db, file, { first: () => copyKeyFile(db.path, id, file) });
}

function keyFileAt(path: string): ReturnType<typeof findKeyFile> {
  try {
    return findKeyFile(path);
  } catch (error) {
    throw storeFailure(error, path);
  }
}

function listed(context: Context): Answer {
  const backups = backupsOf(placeOf(context.file));
  return {
    json: { backup: null, key: null, rows: null, backups: told(context) },
    text: (wording) => backupList(backups, context.clock, wording),
    talk: () =>
      backups.length === 0 ? [] : [line('Back to one: net restore 1, or by a day: net restore DAY.')],
  };
}

function told(context: Context) {
  return backupsOf(placeOf(context.file)).map(({ path, at, kind, bytes }) => ({ path, at, kind, bytes }));
}
