import { basename } from 'node:path';

/** The name under which the program was called: it is installed under two. */
export function programName(argv: readonly string[] = process.argv, path = process.execPath): string {
  // In one executable the first argument is a place within it.
  const called = [argv[1] ?? '', path].map((file) => basename(file).replace(/\.(js|exe)$/, ''));
  return called.find((name) => name === 'net' || name === 'netgarden') ?? 'net';
}
