import { isRemote } from '../domain/channel.ts';
import type { Touch } from '../domain/touch.ts';

/** How many touches were in person and how many remote. */
export interface Mix {
  readonly inPerson: number;
  readonly remote: number;
  readonly of: number;
}

/** Of the touches that say so, how many I started. */
export interface Started {
  readonly me: number;
  readonly of: number;
}

/** From so many on, who starts is said. */
const STARTED_FROM = 5;

export function channelMix(touches: readonly Pick<Touch, 'channel'>[]): Mix {
  const remote = touches.filter(({ channel }) => isRemote(channel)).length;
  return { inPerson: touches.length - remote, remote, of: touches.length };
}

/** Who starts contact; null where fewer than five touches say so. */
export function whoStarts(touches: readonly Pick<Touch, 'startedBy'>[]): Started | null {
  const told = touches.filter(({ startedBy }) => startedBy !== null);
  if (told.length < STARTED_FROM) return null;
  return { me: told.filter(({ startedBy }) => startedBy === 'me').length, of: told.length };
}
