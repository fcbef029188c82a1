import { closeSync, openSync, readSync } from 'node:fs';

const pool = new Uint8Array(4096);
const TAKEN = 16;
let used = pool.length;

/** Sixteen random bytes, as uuid wants them. From where the system keeps them: Node's crypto alone takes longer to load than a command. */
export function randomBytes(): Uint8Array {
  if (used === pool.length) {
    fill(pool);
    used = 0;
  }
  used += TAKEN;
  return pool.subarray(used - TAKEN, used);
}

function fill(bytes: Uint8Array): void {
  try {
    const file = openSync('/dev/urandom', 'r');
    try {
      if (readSync(file, bytes) === bytes.length) return;
    } finally {
      closeSync(file);
    }
  } catch {
    // Not on this system.
  }
  process.getBuiltinModule('node:crypto').randomFillSync(bytes);
}
