import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const binary = process.env.NET_BINARY;

/** Whether the tests are about the one executable, as `npm run test:binary` has it, and not about what is built for Node. */
export const isBinary = binary !== undefined;

/** What runs net: Node, or what merely hands over to the executable. */
export const program = isBinary ? '/usr/bin/env' : process.execPath;

/** What `program` is given before the arguments of net itself. */
export const net =
  binary === undefined ? fileURLToPath(new URL('../../bin/net.js', import.meta.url)) : resolve(binary);
