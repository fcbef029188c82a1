/**
 * The order in which an executable's bytecode is laid out: what a morning needs stands together, so that the system reads little else. Bun has
 * an executable write down what a run of it needed; that of this platform does it for all.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { ENTRY, executable } from './executable.ts';
import { DAYS, MOST, noonOf } from './half-a-year.ts';
import { ownPlatform } from './platforms.ts';

/** It takes the day from outside, so that the same commit is always laid out in the same way, and believes its output to be a terminal. */
const REHEARSED = `
const now = Number(process.env.NOON);
const { binding } = process;
process.binding = (name) => ({ __proto__: binding(name), isTTY: (stream) => stream === 1 });
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length === 0 ? [now] : given));
  }
};
${ENTRY}`;

/** Calls `work` with the files that `executable` takes as its order; they are there as long as that takes. Throws where a command fails. */
export async function withOrder<A>(work: (order: readonly string[]) => Promise<A>): Promise<A> {
  const scratch = fs.mkdtempSync(join(os.tmpdir(), 'net-order-'));
  try {
    const net = join(scratch, 'net');
    await executable(ownPlatform(), REHEARSED, net);
    return await work(orderOf(net, scratch));
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

function orderOf(net: string, scratch: string): string[] {
  const env = { HOME: scratch, NET_DB: join(scratch, 'net.db'), TZ: 'UTC' };
  const typed = (noon: number, line: readonly string[], more = {}) => {
    const { status, stderr } = spawnSync(net, line, {
      env: { ...env, NOON: String(noon), ...more },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`net ${line.join(' ')} ended with ${status}: ${stderr}`);
  };
  let noon = 0;
  for (const [day, lines] of Object.entries(DAYS)) {
    noon = noonOf(day);
    for (const line of lines) typed(noon, line);
  }
  return MOST.map((line) => {
    const order = join(scratch, `${line.join('-')}.order`);
    typed(noon, line, { BUN_BYTECODE_ORDER_OUT: order });
    if (!fs.existsSync(order)) throw new Error(`Bun does not tell what net ${line.join(' ')} needed`);
    return order;
  });
}
