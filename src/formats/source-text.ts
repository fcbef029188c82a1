import { NetError } from '../domain/error.ts';
import { decodedBlocks } from './decode.ts';
import type { SourceFile } from './record.ts';

/** How much of a file tells of which kind it is. */
const HEAD = 100_000;

/** What is parsed at once takes several times as much memory. */
const MOST_BYTES = 100_000_000;

/** The text of a file in blocks of whole lines; see `decodedBlocks`. */
export function blocksOf(file: SourceFile): Iterable<string> {
  return decodedBlocks(file.chunks());
}

/** The whole text of a file, for what can only be read at once. Throws `rejected` where it is too large for that. */
export function wholeText(file: SourceFile): string {
  if (file.size > MOST_BYTES)
    throw new NetError(
      'rejected',
      `${file.path} is larger than 100 MB, and can only be read at once`,
      'split it and import the parts',
    );
  return [...blocksOf(file)].join('');
}

/** The beginning of a file, by which it is recognized. */
export function headOf(file: SourceFile): string {
  let head = '';
  for (const block of blocksOf(file)) {
    head += block;
    if (head.length >= HEAD) break;
  }
  return head.slice(0, HEAD);
}
