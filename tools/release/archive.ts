/** Packed files, the same to the last byte wherever they are packed: no owner, no clock, no name of a machine goes along. */
import { gzipSync } from 'node:zlib';

export interface Packed {
  /** Its path within the archive. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isProgram?: boolean;
}

const BLOCK = 512;

/** A .tar.gz, as any tar unpacks it. `when` is an instant. Throws for a path that is longer than the format takes. */
export function archive(files: readonly Packed[], when: string): Buffer {
  const seconds = Math.floor(Date.parse(when) / 1000);
  const blocks = files.flatMap(({ path, bytes, isProgram = false }) => [
    header(path, bytes.length, isProgram ? 0o755 : 0o644, seconds),
    bytes,
    Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK),
  ]);
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]), { level: 9 });
}

/** The header of POSIX tar (ustar): fields of a fixed length, numbers in octal, and a sum over it all. */
function header(path: string, size: number, mode: number, seconds: number): Buffer {
  if (Buffer.byteLength(path) > 100) throw new Error(`${path} is too long a path for an archive`);
  const bytes = Buffer.alloc(BLOCK);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
  bytes.write(path, 0);
  bytes.write(octal(mode, 7), 100);
  bytes.write(octal(0, 7), 108);
  bytes.write(octal(0, 7), 116);
  bytes.write(octal(size, 11), 124);
  bytes.write(octal(seconds, 11), 136);
  bytes.write(' '.repeat(8), 148);
  bytes.write('0', 156);
  bytes.write('ustar\x0000', 257, 'latin1');
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bytes;
}
