import { closeSync, openSync, readSync } from 'node:fs';

/** The first bytes of a file: where SQLite says what it is, and where an encrypted file has its salt. */
export const BEGINNING = 16;

const MARKS = { encrypted: 'netcrypt', moving: 'netmoves' } as const;
const PLAIN = 'SQLite format 3\0';
const MARK_BYTES = 8;

/**
 * `encrypted` begins with a mark and the id of its key: with a random raw key the salt need not be secret or random. `moving` has the
 * mark of a file that is being encrypted or decrypted: what it becomes stands whole in another one (see moving.ts).
 */
export type Kind = 'plain' | 'other' | keyof typeof MARKS;

export function kindOf(beginning: Buffer): Kind {
  if (beginning.toString('latin1', 0, BEGINNING) === PLAIN) return 'plain';
  const mark = beginning.toString('latin1', 0, MARK_BYTES);
  if (beginning.length < BEGINNING) return 'other';
  return mark === MARKS.encrypted ? 'encrypted' : mark === MARKS.moving ? 'moving' : 'other';
}

/** The id of the key of an encrypted file. */
export function keyIdOf(beginning: Buffer): string {
  return beginning.toString('hex', MARK_BYTES, BEGINNING);
}

export function beginningFor(kind: keyof typeof MARKS, keyId: string): Buffer {
  return Buffer.concat([Buffer.from(MARKS[kind], 'latin1'), Buffer.from(keyId, 'hex')]);
}

/** How a file begins; shorter where it is. */
export function beginningOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    return readBeginning(file);
  } finally {
    closeSync(file);
  }
}

export function readBeginning(file: number): Buffer {
  const bytes = Buffer.alloc(BEGINNING);
  return bytes.subarray(0, readSync(file, bytes, 0, BEGINNING, 0));
}
