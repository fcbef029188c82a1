import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { NetError } from '../domain/error.ts';

/** A file that the user named, or a directory of files; see `SourceFile` in formats/record.ts. */
export interface NamedFile {
  readonly path: string;
  /** In bytes; 0 for a directory. */
  readonly size: number;
  /** The bytes from the start, a piece at a time. Throws as `namedFile` does. */
  readonly chunks: () => Iterable<Uint8Array>;
  readonly files: (() => Iterable<NamedFile>) | null;
}

const CHUNK = 1 << 18;

/** How deep directories within directories are looked through. */
const DEEPEST = 16;

/** Looks at a file without opening it. Throws `not-found`, `permission` or `rejected`; never waits for a pipe. */
export function namedFile(path: string, depth = 0): NamedFile {
  return attempt(path, () => {
    const stat = statSync(path);
    if (stat.isDirectory()) return { path, size: 0, chunks: () => [], files: () => filesWithin(path, depth) };
    if (!stat.isFile()) throw new NetError('rejected', `${path} is no file`, 'save it as one first');
    return { path, size: stat.size, chunks: () => chunksOf(path), files: null };
  });
}

/** Everything in a directory but links, which may lead round in a circle, and what is no file. */
function* filesWithin(path: string, depth: number): Generator<NamedFile> {
  const entries = attempt(path, () => readdirSync(path, { withFileTypes: true }));
  const byName = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of byName) {
    const within = join(path, entry.name);
    if (entry.isFile()) yield namedFile(within, depth + 1);
    else if (entry.isDirectory() && depth < DEEPEST) yield* filesWithin(within, depth + 1);
  }
}

function* chunksOf(path: string): Generator<Uint8Array> {
  const file = attempt(path, () => openSync(path, 'r'));
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafeSlow(CHUNK);
      const length = attempt(path, () => readSync(file, chunk, 0, CHUNK, null));
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

function attempt<A>(path: string, look: () => A): A {
  try {
    return look();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // The last one is what Node says of a name with a NUL in it, which no file has.
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(code ?? ''))
      throw new NetError('not-found', `there is no file ${path}`, 'check its name: ls');
    if (code === 'EACCES' || code === 'EPERM')
      throw new NetError('permission', `${path} may not be read`, 'ls -l shows who may');
    throw error;
  }
}
