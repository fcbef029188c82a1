import { basename } from 'node:path';

/** Where a file stands that is within one executable. */
const WITHIN = /[\\/](\$bunfs|~BUN)[\\/]/;

/** What every shell takes as part of a name. */
const PLAIN = /^[a-z][\w-]*$/i;

/** The name under which the program was called: it is installed under two, and one executable may be called as anybody likes. */
export function programName(argv: readonly string[] = process.argv, path = process.execPath): string {
  const [, script = ''] = argv;
  const isExecutable = WITHIN.test(script);
  const name = basename(isExecutable ? path : script).replace(/\.(js|exe)$/, '');
  return name === 'netgarden' || (isExecutable && PLAIN.test(name)) ? name : 'net';
}
