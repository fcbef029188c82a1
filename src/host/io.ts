import { writeSync } from 'node:fs';
import { isTerminal, outputColumns } from './terminal.ts';

/** The streams of the program. Data goes to `out`, talk to `err`. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Somebody reads the output and can answer. */
  readonly interactive: boolean;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** The width of the terminal; Infinity in a pipe. */
  readonly columns: number;
}

/** Whoever read the pipe has gone: `| head` ends quietly. */
export class PipeClosed extends Error {}

/** The process's own streams, written synchronously so that everything arrives before the program ends. */
export function processIo(): Io {
  const outIsTerminal = isTerminal(1);
  return {
    out: (text) => writeAll(1, text),
    err: (text) => writeAll(2, text),
    interactive: outIsTerminal && isTerminal(0),
    outIsTerminal,
    errIsTerminal: isTerminal(2),
    get columns() {
      return outIsTerminal ? outputColumns() || 80 : Number.POSITIVE_INFINITY;
    },
  };
}

function writeAll(stream: number, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(stream, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') throw new PipeClosed();
      if (code !== 'EAGAIN') throw error;
      // A non-blocking pipe that is full: wait for its reader without spinning.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
