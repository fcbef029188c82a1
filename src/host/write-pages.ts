import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { NetError } from '../domain/error.ts';
import { besides } from './unfinished.ts';
import { syncDirectory, writePieces, writingFailure } from './write-file.ts';

/** A file of a directory that is written, by its name within it. */
export interface NamedPage {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

/** Whether there is a directory with something in it at a path. */
export function isFilled(path: string): boolean {
  try {
    return statSync(path).isDirectory() && readdirSync(path).length > 0;
  } catch {
    return false;
  }
}

/** Whether a path leads to a directory. Throws what is wrong with a path at which nothing can be. */
export function isDirectory(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch (error) {
    throw writingFailure(error, path);
  }
}

/**
 * Writes a directory of files, all or none: beside its place first, for nobody else to read, and moved there once all of them are written.
 * One with something in it is only written into with `over`: files of the same names are replaced, pages of an earlier export that nobody
 * has any more are removed, others stay. Gives back how many bytes there are. Throws as `writeWhole` does.
 */
export function writePages(path: string, pages: Iterable<NamedPage>, over: boolean): number {
  try {
    const place = placeOf(path, over);
    const filled = isFilled(place);
    return besides(filled ? place : dirname(place), (beside) => {
      mkdirSync(beside, { mode: 0o700 });
      const { bytes, names } = writeEach(beside, pages);
      if (filled) moveEach(beside, place, names);
      else moveWhole(beside, place);
      syncDirectory(filled ? place : dirname(place));
      return bytes;
    });
  } catch (error) {
    throw writingFailure(error, path);
  }
}

/** The directory itself, where a link leads to it. Throws what is wrong with it. */
function placeOf(path: string, over: boolean): string {
  if (path.trim() === '' || path.includes('\0'))
    throw new NetError('usage', 'the name of the directory is empty', 'net export people/');
  // With a slash at its end a file would be looked for as a directory, and not be found.
  const bare = resolve(path);
  if (lstatSync(bare, { throwIfNoEntry: false }) === undefined) return bare;
  const place = realpathSync(bare);
  if (!statSync(place).isDirectory())
    throw new NetError(
      'rejected',
      `${path} is no directory: a file is there`,
      'name one that is new, or empty',
    );
  if (!over && isFilled(place))
    throw new NetError(
      'exists',
      `there is something in ${path} already`,
      'name a new directory; or replace the pages of the same names in it: --force',
    );
  return place;
}

function writeEach(directory: string, pages: Iterable<NamedPage>): { bytes: number; names: string[] } {
  const names: string[] = [];
  let bytes = 0;
  for (const { name, pieces } of pages) {
    if (basename(name) !== name || name.startsWith('.')) throw new Error(`no name of a page: ${name}`);
    // Waiting for the disk after each of thousands would take minutes.
    bytes += writePieces(join(directory, name), pieces, false);
    names.push(name);
  }
  return { bytes, names };
}

function moveWhole(beside: string, place: string): void {
  if (isDirectory(place)) rmdirSync(place);
  renameSync(beside, place);
}

/** Each page is there whole, the one before or the new one. */
function moveEach(beside: string, place: string, names: readonly string[]): void {
  for (const name of names)
    if (lstatSync(join(place, name), { throwIfNoEntry: false })?.isDirectory())
      throw new NetError('rejected', `${join(place, name)} is a directory`, 'name another one for the pages');
  for (const name of names) renameSync(join(beside, name), join(place, name));
  const current = new Set(names);
  for (const name of readdirSync(place))
    if (!current.has(name) && isEarlierPage(place, name)) rmSync(join(place, name), { force: true });
}

/** `ana-silva-a003.md` */
const PAGE = /^[a-z0-9-]+-[a-z0-9]{4,32}(?:-\d+)?\.md$/;

/** Whether a file is a page that an earlier export wrote, of somebody: by its name, its heading, a line that each has, and its end. */
function isEarlierPage(place: string, name: string): boolean {
  if (!PAGE.test(name) || !lstatSync(join(place, name)).isFile()) return false;
  const text = readFileSync(join(place, name), 'utf8');
  return (
    text.startsWith('# ') &&
    text.includes('\n- **In net since:** ') &&
    text.endsWith('\n[Everybody](index.md)\n')
  );
}
