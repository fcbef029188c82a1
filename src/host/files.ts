import { readFileSync } from 'node:fs';
import { NetError } from '../domain/error.ts';

/** The bytes of a file that the user named. Throws `not-found`, `permission` or `rejected`. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new NetError('not-found', `there is no file ${path}`, 'check its name: ls');
    if (code === 'EACCES' || code === 'EPERM')
      throw new NetError('permission', `${path} may not be read`, `who may read it: ls -l ${path}`);
    if (code === 'EISDIR') throw new NetError('rejected', `${path} is a directory`, 'name the file itself');
    throw error;
  }
}
