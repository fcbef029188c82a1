import { spawnSync } from 'node:child_process';

/** The medians of a comparison: the ratio of each pair, not of the medians, so that a drifting machine does not show. */
export interface Ratio {
  readonly ratio: number;
  readonly milliseconds: number;
  readonly base: number;
  readonly pairs: number;
}

/** An environment without any NODE_ variable: one of them can make bare Node dearer and flatter every ratio. */
function clearEnvironment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('NODE_') && !name.startsWith('npm_'),
  );
  return { ...Object.fromEntries(kept), ...extra };
}

/** Runs a program and bare Node in turn, A B A B, on the Node that runs this. Throws where a run fails. */
export function compare(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  pairs: number,
): Ratio {
  const environment = clearEnvironment(env);
  const time = (what: readonly string[]) => {
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, what, {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const took = Number(process.hrtime.bigint() - start) / 1e6;
    if (status !== 0) throw new Error(`${what.join(' ')} ended with ${status}: ${stderr}`);
    return took;
  };
  for (let i = 0; i < 3; i++) [['-e', '0'], args].forEach(time);
  const measured = Array.from({ length: pairs }, () => ({ base: time(['-e', '0']), own: time(args) }));
  return {
    ratio: median(measured.map(({ base, own }) => own / base)),
    milliseconds: median(measured.map(({ own }) => own)),
    base: median(measured.map(({ base }) => base)),
    pairs,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
