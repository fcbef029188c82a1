import { existsSync, lstatSync, statSync } from 'node:fs';
import { isNetError, NetError } from '../domain/error.ts';
import { beginningOf, type Kind, kindOf } from './beginning.ts';
import { storeFailure } from './failure.ts';
import { findFile, wasKept } from './files.ts';
import { overtaken } from './overtaken.ts';

/** What stands at a place, so that what comes there later is told from it. */
export interface Standing {
  /** Which file it is; null where there is none. */
  readonly file: string | null;
  /** What changes when it is written, or its log. */
  readonly state: string;
}

export function standingAt(file: string): Standing {
  try {
    const [main, log] = ['', '-wal'].map((suffix) =>
      lstatSync(file + suffix, { bigint: true, throwIfNoEntry: false }),
    );
    const state = [main, log].map((stat) => [stat?.dev, stat?.ino, stat?.size, stat?.mtimeNs].join(' '));
    return { file: main === undefined ? null : `${main.dev} ${main.ino}`, state: state.join(', ') };
  } catch (error) {
    throw storeFailure(error, file);
  }
}

/** How what stands at a place begins; null where nothing does. */
export function kindAt(file: string): Kind | null {
  try {
    return existsSync(file) ? kindOf(beginningOf(file)) : null;
  } catch (error) {
    throw storeFailure(error, file);
  }
}

/** Throws `overtaken` where something else stands at a place by now. */
export function refuseOther(file: string, seen: Standing): void {
  if (standingAt(file).state !== seen.state) throw overtaken(file);
}

/** Throws `corrupt` for what net never wrote, as far as anything beside it tells: no copy takes its place. */
export function refuseForeign(file: string): void {
  try {
    findFile(file);
  } catch (error) {
    if (!isNetError(error) || error.code !== 'corrupt') throw error;
    if (statSync(file, { throwIfNoEntry: false })?.isFile() === true && wasKept(file)) return;
    throw new NetError(error.code, error.message, 'move it away first, or name another place with --db FILE');
  }
}
