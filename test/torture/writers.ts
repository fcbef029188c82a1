import { join } from 'node:path';
import { install, runInstalled } from '../support/installed.ts';
import { examined } from '../support/standing.ts';
import { temporaryDirectory } from '../support/world.ts';
import { corrupt, type Family, lost } from './family.ts';

const WRITERS = 32;
const COMMANDS = Number(process.env.COMMANDS_EACH ?? 100);

/** How many people there are: so few that the writers are in each other's way. */
const PEOPLE = ['Ana', 'Ben', 'Carla', 'Dele'];

/** Thirty-two programs at once, a hundred commands each, all on one file: all of them arrive, and none is told to try again. */
export const family: Family = {
  name: 'writers',
  run: async (attempt) => {
    const net = install();
    const file = join(temporaryDirectory(), 'net.db');
    for (const name of PEOPLE) await runInstalled(net, file, ['add', `${name} Silva`, '--new']);
    const writer = async (w: number) => {
      for (let n = 0; n < COMMANDS; n++) {
        const name = PEOPLE[(w + n) % PEOPLE.length] ?? '';
        const argv =
          n % 2 === 0 ? ['log', name, `talk ${w}.${n} end`] : ['edit', name, '--note', `note ${w}.${n} end`];
        await attempt('writers', `writer ${w}, net ${argv.join(' ')}`, async () => {
          const { code, err } = await runInstalled(net, file, argv);
          return code === 0 ? null : lost(`it ended with ${code}: ${err}`);
        });
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, w) => writer(w)));
    await attempt('writers', 'all of them, afterwards', async () => {
      const { standing, wrong } = await examined(file);
      if (wrong !== null) return corrupt(wrong);
      const text = JSON.stringify(standing.content);
      const missing = Array.from({ length: WRITERS * COMMANDS }, (_, i) => {
        const [w, n] = [Math.floor(i / COMMANDS), i % COMMANDS];
        return n % 2 === 0 ? `talk ${w}.${n} end` : `note ${w}.${n} end`;
      }).filter((words) => !text.includes(words));
      const operations = standing.operations.length - PEOPLE.length;
      if (missing.length > 0) return lost(`${missing.length} are gone: ${missing.slice(0, 5).join(', ')}`);
      return operations === WRITERS * COMMANDS ? null : lost(`there are ${operations} operations`);
    });
  },
};
