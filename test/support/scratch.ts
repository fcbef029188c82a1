import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { roomInMemory } from './room.ts';

/** One directory for all that a run of the tests leaves behind, removed when it ends. */
const scratch = fs.mkdtempSync(join(roomInMemory() ?? os.tmpdir(), 'net-test-'));

export function setup(): void {
  // The permission tests enter as another user.
  fs.chmodSync(scratch, 0o755);
  process.env.TMPDIR = scratch;
}

export function teardown(): void {
  fs.rmSync(scratch, { recursive: true, force: true });
}
