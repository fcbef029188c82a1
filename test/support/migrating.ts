/** Opens the file of NET_DB as a next version of net would, which brings it up to date. What the family `migrations` kills in the midst. */
import { systemClock } from '../../src/host/clock.ts';
import { newId } from '../../src/host/ids.ts';
import { closeFile } from '../../src/store/connect.ts';
import { openFile } from '../../src/store/open.ts';
import { laterSchema } from './schemas.ts';

// The first thing that it does, as in bin/net.js.
process.umask(0o077);
const opening = { access: 'write', machine: newId, clock: systemClock, schema: laterSchema() } as const;
closeFile(await openFile(process.env.NET_DB ?? '', opening));
process.stdout.write('up to date\n');
