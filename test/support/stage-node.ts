/** The program as it is built for Node, on a stage: `node stage-node.ts DIST`. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { perform } from './stage.ts';

const [dist = ''] = process.argv.slice(2);
const require = createRequire(import.meta.url);
await perform((bare) => require(join(dist, bare ? 'morning.cjs' : 'main.cjs')).run);
