import type { Unlock } from '../domain/key-file.ts';
import type { Context } from '../host/context.ts';
import type { Opening } from '../store/opening.ts';

/** What every file of a command is opened with. The key of an encrypted one is only looked for where one is. */
export function openingOf(context: Context): Omit<Opening, 'access'> {
  return {
    machine: context.newId,
    clock: context.clock,
    unlock: async (...given) => (await import('./unlock.ts')).unlock(context, ...given),
  };
}

/** The same for a copy that goes by another name. */
export function unlocking(context: Context, name: string): Unlock {
  return async (keyFile) => (await import('./unlock.ts')).unlock(context, keyFile, name);
}
