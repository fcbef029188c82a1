import { words } from './golden.ts';
import { type Desk, desk } from './world.ts';

/** Somebody at a keyboard, whose lines are to succeed. */
export interface Typist {
  readonly desk: Desk;
  /** Types lines as they stand in a shell, each beginning with `net`, and gives back all that the last one says, hints too. */
  readonly types: (...lines: readonly string[]) => Promise<string>;
  /** What the last of the lines answers with --json. */
  readonly asks: <A>(line: string) => Promise<A>;
  /** The clock moves to a day. */
  readonly on: (day: string) => void;
}

export function typist(today = '2026-11-22'): Typist {
  const at = desk(today);
  const run = async (line: string) => {
    const { code, out, err } = await at.net(...words(line).slice(1));
    if (code !== 0) throw new Error(`${line}: ${code}\n${out}${err}`);
    return { out, err };
  };
  return {
    desk: at,
    types: async (...lines) => {
      let said = '';
      for (const line of lines) {
        const { out, err } = await run(line);
        said = out + err;
      }
      return said;
    },
    asks: async (line) => JSON.parse((await run(`${line} --json`)).out),
    on: (day) => {
      at.day = day as Desk['day'];
    },
  };
}
