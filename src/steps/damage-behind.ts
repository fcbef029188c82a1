import { isNetError, NetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';
import { integrityFaults } from '../store/integrity.ts';
import { withWayBack } from './damaged.ts';
import { withFile } from './file.ts';

/** The damage that is behind an error which looks like a bug; that error itself where the file is whole, or cannot be looked at. */
export async function damageBehind(context: Context, error: unknown): Promise<unknown> {
  try {
    const faults = await withFile(context, 'read', integrityFaults);
    if (faults.length === 0) return error;
    const failure = new NetError(
      'corrupt',
      `${context.file} is damaged`,
      'restore a copy of it: net restore FILE',
    );
    return await withWayBack(context, failure);
  } catch (other) {
    return isNetError(other) && other.code === 'corrupt' ? other : error;
  }
}
