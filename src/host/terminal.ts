/** What of Node's own part for terminals is used here. */
interface Terminals {
  readonly isTTY: (stream: number) => boolean;
  readonly TTY: new (stream: number, failure: { code?: string }) => Handle;
}

interface Handle {
  readonly getWindowSize: (size: [columns: number, rows: number]) => unknown;
  readonly setBlocking?: (blocking: boolean) => unknown;
  readonly close?: () => void;
}

type Stream = 0 | 1 | 2;

/** Whether a stream of the process is a terminal; false for one that is closed. */
export function isTerminal(stream: Stream): boolean {
  return terminals()?.isTTY(stream) ?? process.getBuiltinModule('node:tty').isatty(stream);
}

/** How wide the terminal is by now that is the output; 0 where it does not say. */
export function outputColumns(): number {
  const part = terminals();
  return part === null ? (process.stdout.columns ?? 0) : columnsBy(part);
}

function columnsBy({ TTY }: Terminals): number {
  const failure: { code?: string } = {};
  const size: [number, number] = [0, 0];
  try {
    const handle = new TTY(1, failure);
    if (failure.code !== undefined) return 0;
    handle.getWindowSize(size);
    // What is written goes on to wait until the terminal has taken it, as with process.stdout.
    handle.setBlocking?.(true);
    handle.close?.();
  } catch {
    // Bun throws where Node tells of a failure: it is no terminal any more.
  }
  return size[0];
}

/**
 * The part of Node that `node:tty` asks: that module loads all of the network's code besides, 3 ms of the 40 of a start (2.5 of 17 in Bun).
 * Node's documentation deprecates this way to it: it is taken without a warning, and null where there is none.
 */
function terminals(): Terminals | null {
  const { noDeprecation } = process as { noDeprecation?: boolean };
  try {
    Object.assign(process, { noDeprecation: true });
    const part = (process as unknown as { binding: (name: string) => Terminals }).binding('tty_wrap');
    return typeof part.isTTY === 'function' && typeof part.TTY === 'function' ? part : null;
  } catch {
    return null;
  } finally {
    Object.assign(process, { noDeprecation });
  }
}
