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

/** Values take up far more room than their text: so many fit into a gigabyte, and tell of some ten thousand people. */
const MOST_VALUES = 3_000_000;

/** The whole text of a file of JSON, which can only be read at once. Throws `rejected` where it is too large for that. */
export function wholeJson(file: SourceFile): string {
  if (file.size > MOST_BYTES) throw tooLarge(file, 'larger than 100 MB, and can only be read at once');
  const blocks: string[] = [];
  let values = 0;
  for (const block of blocksOf(file)) {
    values += valuesIn(block);
    if (values > MOST_VALUES) throw tooLarge(file, `of more than ${MOST_VALUES} values`);
    blocks.push(block);
  }
  return blocks.join('');
}

/** How many values a piece of JSON has at most: commas and brackets, those within texts too. */
function valuesIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === BRACE || code === BRACKET) count++;
  }
  return count;
}

const COMMA = 0x2c;
const BRACE = 0x7b;
const BRACKET = 0x5b;

function tooLarge({ path }: SourceFile, why: string): NetError {
  return new NetError('rejected', `${path} is ${why}`, 'split it and import the parts');
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
