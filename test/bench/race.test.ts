import { describe, expect, it } from 'vitest';
import { type Entrant, race } from '../../bench/race.ts';
import { stopwatchIn } from '../../bench/timing.ts';

function entrant(what: string, rest: Partial<Entrant> = {}): Entrant {
  return { what, by: 'test', people: 1, command: [what], ...rest };
}

/** A stopwatch that runs nothing: it writes down who ran, and says how long each takes. */
function stopwatch(takes: Readonly<Record<string, number>>) {
  const ran: string[] = [];
  const time = async ({ what, before }: Entrant) => {
    before?.();
    ran.push(what);
    const took = takes[what];
    if (took === undefined) throw new Error(`${what} broke`);
    return took;
  };
  return { ran, time, bare: () => entrant('bare') };
}

describe('a race', () => {
  it('runs everybody in turn, bare Node right before each, after warming up', async () => {
    const watch = stopwatch({ bare: 10, a: 20, b: 5 });
    const made: string[] = [];
    const a = entrant('a', { ready: () => made.push('ready'), before: () => made.push('before') });
    const measured = await race([a, entrant('b', { warm: 1 })], { pairs: 2, milliseconds: 1e6 }, watch);
    expect(watch.ran.join(' ')).toBe('a a b bare a bare b bare a bare b');
    expect(made).toEqual(['ready', 'before', 'before', 'before', 'before']);
    expect(measured.map(({ own, base }) => [own, base])).toEqual([
      [
        [20, 20],
        [10, 10],
      ],
      [
        [5, 5],
        [10, 10],
      ],
    ]);
  });

  it('lets go whoever has used up the time, after three runs unless each takes very long', async () => {
    const watch = stopwatch({ bare: 10, quick: 10, slow: 5000, endless: 60_000 });
    const names = ['quick', 'slow', 'endless'];
    const measured = await race(
      names.map((name) => entrant(name, { warm: 0 })),
      { pairs: 31, milliseconds: 4000 },
      watch,
    );
    expect(measured.map(({ own }) => own.length)).toEqual([31, 3, 1]);
    const once = await race([entrant('slow')], { pairs: 31, milliseconds: 4000, fewest: 1 }, watch);
    expect(once.map(({ own }) => own.length)).toEqual([1]);
  });

  it('leaves out who fails, and says why', async () => {
    const watch = stopwatch({ bare: 10, good: 10 });
    const unready = entrant('good', {
      ready: () => {
        throw new Error('no room');
      },
    });
    const measured = await race(
      [entrant('bad'), entrant('good'), unready],
      { pairs: 2, milliseconds: 100 },
      watch,
    );
    expect(measured.map(({ own, failure }) => [own.length, failure])).toEqual([
      [0, 'bad broke'],
      [2, null],
      [0, 'no room'],
    ]);
    expect(watch.ran.filter((name) => name === 'bad')).toHaveLength(1);
  });
});

describe('a run', () => {
  const { time, bare } = stopwatchIn({ SAID: 'hello' });
  const script = (code: string, rest: Partial<Entrant> = {}) =>
    entrant('script', { command: [process.execPath, '-e', code], ...rest });

  it('has nothing in its environment but what it is given', async () => {
    const others = 'process.exit(Object.keys(process.env).sort().join() === "MINE,SAID" ? 0 : 1)';
    expect(await time(script(others, { env: { MINE: '1' } }))).toBeGreaterThan(0);
    expect(await time(bare(script('')))).toBeGreaterThan(0);
  });

  it('has to end and to say as it should, in a terminal too', async () => {
    await expect(time(script('process.exit(3)'))).rejects.toThrow('script (test) ended with 3');
    expect(await time(script('process.exit(4)', { status: 4 }))).toBeGreaterThan(0);
    await expect(time(script('', { says: 'Ana' }))).rejects.toThrow('does not say "Ana"');
    expect(await time(script('console.error("Ana")', { says: 'Ana' }))).toBeGreaterThan(0);
    const terminal = 'console.log(process.stdout.isTTY ? "a person" : "a pipe")';
    expect(await time(script(terminal, { terminal: true, says: 'a person' }))).toBeGreaterThan(0);
    expect(await time(script(terminal, { says: 'a pipe' }))).toBeGreaterThan(0);
  });
});
