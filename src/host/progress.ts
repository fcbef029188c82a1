import { NetError } from '../domain/error.ts';
import type { Io } from './io.ts';

/** How far something is that takes its time. */
export interface Progress {
  /** Says how much is done. Lets others have a turn; throws `interrupted` once somebody has pressed Ctrl-C. */
  readonly at: (done: number) => Promise<void>;
  readonly end: () => void;
}

/** Begins something with so much to do, 0 where nobody knows. */
export type Begin = (what: string, total: number) => Progress;

/** Milliseconds: nothing is shown of what is done sooner, and how often it looks for Ctrl-C. */
const SHOWN_AFTER = 1000;
const TURN_EVERY = 50;

/** A bar on the terminal where talk goes, from one second on; nothing but Ctrl-C in a pipe. */
export function terminalProgress(io: Io): Begin {
  return (what, total) => {
    const began = performance.now();
    let turned = began;
    let interrupted = false;
    let bar: { readonly update: (done: number) => void; readonly stop: () => void } | null = null;
    const interrupt = () => {
      interrupted = true;
    };
    process.on('SIGINT', interrupt);
    return {
      at: async (done) => {
        const now = performance.now();
        if (now - turned < TURN_EVERY) return;
        turned = now;
        await new Promise((resolve) => setImmediate(resolve));
        if (interrupted) throw new NetError('interrupted', 'left; nothing was changed');
        if (!io.errIsTerminal || total === 0 || now - began < SHOWN_AFTER) return;
        bar ??= await drawn(what, total);
        bar.update(Math.min(done, total));
      },
      end: () => {
        process.off('SIGINT', interrupt);
        bar?.stop();
      },
    };
  };
}

async function drawn(what: string, total: number) {
  const { SingleBar } = await import('./progress-bar.ts');
  const bar = new SingleBar({
    format: `${what} {bar} {percentage} %`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: false,
    gracefulExit: false,
    barsize: 24,
  });
  bar.start(total, 0);
  return bar;
}
