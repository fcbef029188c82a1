import { resolve } from 'node:path';
import { fileSystemOf, isNetwork } from '../domain/mounts.ts';
import type { Context } from '../host/context.ts';

/** What is wrong with where a file is; null where nothing is known to be. */
export function placeFault({ mounts }: Context, path: string): string | null {
  const kind = fileSystemOf(mounts(), resolve(path));
  return isNetwork(kind)
    ? `${path} is on a network file system (${kind}), where two machines could write at once and damage it: keep it on a disk of this machine`
    : null;
}
