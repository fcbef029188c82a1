import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';
import { NetError } from '../domain/error.ts';
import { lockAlone } from './alone.ts';
import { BEGINNING, beginningFor, keyIdOf, kindOf, readBeginning } from './beginning.ts';
import { syncDirectory, syncFile } from './sync.ts';

/*
 * A file that is encrypted or decrypted stays the same file on the disk: another one under its name would meet programs that still wait
 * for the old one, and that take the new one's log for their own. So what it is to become is written beside it first, whole, and then
 * over it, while nobody else can read it. From the first byte on that changes it begins with a mark of its own, which no program takes
 * for a database, until the last byte is on the disk: whoever meets the mark after a crash writes it over again.
 */

/** Where that stands which a file is to become. */
export function movingPath(file: string): string {
  return `${file}-moving`;
}

const CHUNK = 1 << 20;

/** Makes a new private file with the bytes of an open one. */
export function copyAside(from: number, path: string): void {
  const to = openSync(path, 'wx', 0o600);
  try {
    copyBytes(from, to, 0, fstatSync(from).size);
    fsyncSync(to);
  } finally {
    closeSync(to);
  }
}

/**
 * Writes the bytes of one open file over those of another, which has the room for them, and may be in the midst of that already. `id` is
 * the key's. From its begin on only its success may remove what the file is to become.
 */
function moveOver(from: number, to: number, id: string): void {
  const { size } = fstatSync(from);
  writeAt(to, beginningFor('moving', id), 0);
  fsyncSync(to);
  try {
    copyBytes(from, to, BEGINNING, size);
    ftruncateSync(to, size);
    fsyncSync(to);
    writeAt(to, readBeginning(from), 0);
    fsyncSync(to);
  } catch (error) {
    markAgain(to, id);
    const { message } = error as Error;
    throw new NetError(
      'disk',
      `the disk failed while the file was written over: ${message}`,
      'nothing is lost: the next command goes on with it',
    );
  }
}

/**
 * What the system shows of a file whose last bytes it could not confirm may not be what the disk has: it is not to be taken for whole, and
 * is written over again, all of it.
 */
function markAgain(to: number, id: string): void {
  try {
    writeAt(to, beginningFor('moving', id), 0);
  } catch {
    // What it is to become stays beside it all the same.
  }
}

/** All the room that it takes is there before anything is changed. What stands beyond its last page SQLite does not read. */
function reserve(from: number, file: number): void {
  const { size } = fstatSync(from);
  const before = fstatSync(file).size;
  try {
    const zeros = Buffer.alloc(CHUNK);
    for (let at = before; at < size; at += CHUNK)
      writeAt(file, zeros.subarray(0, Math.min(CHUNK, size - at)), at);
    fsyncSync(file);
  } catch (error) {
    ftruncateSync(file, before);
    throw error;
  }
}

function copyBytes(from: number, to: number, begin: number, end: number): void {
  const chunk = Buffer.alloc(CHUNK);
  for (let at = begin; at < end; ) {
    const length = readSync(from, chunk, 0, Math.min(CHUNK, end - at), at);
    if (length === 0) throw new Error('it is shorter than it was');
    writeAt(to, chunk.subarray(0, length), at);
    at += length;
  }
}

function writeAt(file: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(file, bytes, done, bytes.length - done, at + done);
}

/** What a file is written over with, once nobody else has the file open. */
interface WritingOver {
  /** Of the key, for the mark. */
  readonly id: string;
  /** How to open what it is to become, which stands beside it. */
  readonly connect: () => BetterSqlite3.Database;
  readonly patience: number;
  /** Called before the first byte of the file changes. */
  readonly begin?: () => void;
}

/**
 * Writes what a file is to become over the open file `to`, inside a lock on that, and removes it where it stood. Throws before `begin` as
 * `lockAlone` and where there is no room, and after it as `moveOver`.
 */
export function writeOver(file: string, to: number, { id, connect, patience, begin }: WritingOver): void {
  const from = openSync(movingPath(file), 'r');
  try {
    const guard = lockAlone(connect, patience);
    try {
      reserve(from, to);
      begin?.();
      moveOver(from, to, id);
      removeMoving(file);
    } finally {
      guard.close();
    }
  } finally {
    closeSync(from);
  }
}

/**
 * Inside a lock on what the file is to become, `from`: finishes what was cut short. Gives back whether it was still to be done; another
 * program may have been faster.
 */
export function finishMoving(file: string, from: number): boolean {
  const moving = movingPath(file);
  if (statSync(moving, { throwIfNoEntry: false })?.ino !== fstatSync(from).ino) return false;
  const to = openSync(file, 'r+');
  try {
    const beginning = readBeginning(to);
    if (kindOf(beginning) !== 'moving') return false;
    reserve(from, to);
    moveOver(from, to, keyIdOf(beginning));
    removeMoving(file);
    return true;
  } finally {
    closeSync(to);
  }
}

/**
 * Before a file is opened that begins as it should: what it shows is on the disk where something is left beside it, which only then may be
 * removed. Gives back whether something is left. Throws what the system says of a disk that fails.
 */
export function syncMoved(file: string): boolean {
  if (!existsSync(movingPath(file))) return false;
  syncFile(file);
  return true;
}

/** Removes what is left beside a file that begins as it should: of a try that was cut short, or of one that is done. */
export function removeMoving(file: string): void {
  const path = movingPath(file);
  if (!existsSync(path)) return;
  rmSync(path, { force: true });
  syncDirectory(file);
}
