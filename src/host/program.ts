import { basename } from 'node:path';

/** Where a file stands that is within one executable. */
const WITHIN = /[\\/](\$bunfs|~BUN)[\\/]/;

/** The name under which the program was called: it is installed under two. */
export function programName(argv: readonly string[] = process.argv, path = process.execPath): string {
  const [, script = ''] = argv;
  const name = basename(WITHIN.test(script) ? path : script).replace(/\.(js|exe)$/, '');
  return name === 'netgarden' ? name : 'net';
}
