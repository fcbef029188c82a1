import { readFileSync, statSync } from 'node:fs';
import { NetError } from '../domain/error.ts';

/** The bytes of a file that the user named. Throws `not-found`, `permission` or `rejected`; never waits for a pipe. */
export function readBytes(path: string): Uint8Array {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new NetError('rejected', `${path} is a directory`, 'name the file itself');
    if (!stat.isFile()) throw new NetError('rejected', `${path} is no file`, 'save it as one first');
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes(code ?? ''))
      throw new NetError('not-found', `there is no file ${path}`, 'check its name: ls');
    if (code === 'EACCES' || code === 'EPERM')
      throw new NetError('permission', `${path} may not be read`, 'ls -l shows who may');
    throw error;
  }
}
