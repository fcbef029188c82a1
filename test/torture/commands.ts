import { isDeepStrictEqual } from 'node:util';
import { content, derived } from '../support/content.ts';
import {
  randomLines,
  runLine,
  startingDesk,
  undoneAndRedone,
  userOperations,
} from '../support/random-commands.ts';
import { type Family, lost } from './family.ts';

const COMMANDS = Number(process.env.COMMANDS ?? 10_000);
const SEED = Number(process.env.SEED ?? 11);

/** Ten thousand random commands, imports and merges among them, and then all of them undone and redone exactly. */
export const family: Family = {
  name: 'commands',
  run: async (attempt) => {
    const at = await startingDesk();
    const before = await content(at.file);
    const already = await userOperations(at.file);
    for (const [i, line] of randomLines(COMMANDS, SEED).entries())
      await attempt('commands', `nr ${i} of seed ${SEED}: net ${line.join(' ')}`, async () => {
        const wrong = await runLine(at, i, line);
        return wrong === null ? null : lost(wrong);
      });
    await attempt('commands', 'what is derived, afterwards', async () => {
      const { stands, anew } = await derived(at.file);
      return isDeepStrictEqual(stands, anew) ? null : lost('it is not what the rows say');
    });
    const changed = (await userOperations(at.file)) - already;
    await attempt('commands', `all ${changed} operations undone and redone`, async () => {
      const wrong = await undoneAndRedone(at, changed, before);
      return wrong === null ? null : lost(wrong);
    });
  },
};
