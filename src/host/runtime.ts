import { join } from 'node:path';
import type { Env } from './paths.ts';

/** What runs the program, and where: "Node 24.21.0 on linux x64". */
export function runtimeName(): string {
  const { bun, node } = process.versions;
  return `${bun === undefined ? `Node ${node}` : `Bun ${bun}`} on ${process.platform} ${process.arch}`;
}

/** Where compiled code is kept between two runs, as bin/net.js says; null where nowhere. */
export function compileCache({ XDG_CACHE_HOME, HOME }: Env): string | null {
  const cache = XDG_CACHE_HOME || (HOME && join(HOME, '.cache'));
  return cache ? join(cache, 'netgarden') : null;
}
