import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/main.ts';
import { type Desk, deskWith } from './stage-desk.ts';

export { CHEAP, type Desk, type Ran, sequentialIds } from './stage-desk.ts';

export function temporaryDirectory(within = os.tmpdir()): string {
  return fs.mkdtempSync(join(within, 'net-test-'));
}

/** Where the ids of a desk begin that goes on from another one's files: none of that one's come again. */
const LATER_IDS = 0xb000;

/** A desk with the files of another one as they are now. */
export function deskFrom(other: Desk): Desk {
  const self = desk(other.day, LATER_IDS);
  fs.cpSync(other.directory, self.directory, { recursive: true });
  return Object.assign(self, { env: { ...other.env }, keychain: other.keychain });
}

/** `firstId` tells apart two desks on one file. */
export function desk(today = '2026-11-22', firstId?: number, directory = temporaryDirectory()): Desk {
  return deskWith(run, directory, today, firstId);
}
