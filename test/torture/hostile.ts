import { escapes, measure } from '../support/hostile/escaping.ts';
import { typedLines } from '../support/hostile/lines.ts';
import { HOSTILE } from '../support/hostile/strings.ts';
import { discard, template } from '../support/hostile/world.ts';
import type { Family } from './family.ts';

const SHOWN = 5;

/**
 * Each hostile text in every field and every word of every command: on a terminal, in a pipe, in JSON and in every file that is written nothing
 * may come out but text. A try is a text.
 */
export const family: Family = {
  name: 'hostile',
  run: async (attempt) => {
    const made = await template();
    const plain = await measure(made);
    const lines = await typedLines();
    for (const [i, { what, text }] of HOSTILE.entries()) {
      await attempt('hostile', `${what}: ${JSON.stringify(text.slice(0, 80))}`, async () => {
        const found = await escapes(plain, text, i, lines);
        const more = found.length > SHOWN ? [`and ${found.length - SHOWN} more`] : [];
        return found.length === 0
          ? null
          : { kind: 'escaped', what: [...found.slice(0, SHOWN), ...more].join('\n  ') };
      });
    }
    discard(made);
  },
};
