export interface NumberedLine {
  /** Counted from 1, as an editor counts. */
  readonly number: number;
  readonly text: string;
}

/** What goes beyond is dropped: no line of what other programs write is as long and means anything. */
const LONGEST_LINE = 2_000_000;

/**
 * The lines of a text, or of one in blocks, whichever way they end: LF, CRLF, CR, and the CR CR LF of a file that was converted twice. What goes
 * beyond `longest` is dropped.
 */
export function* numberedLines(
  text: string | Iterable<string>,
  longest = LONGEST_LINE,
): Generator<NumberedLine> {
  let number = 1;
  let rest = '';
  for (const block of typeof text === 'string' ? [text] : text) {
    const plain = block.includes('\r') ? block.replaceAll('\r\r\n', '\n').replace(/\r\n?/g, '\n') : block;
    let from = 0;
    for (let to = plain.indexOf('\n'); to >= 0; to = plain.indexOf('\n', from)) {
      yield { number: number++, text: joined(rest, plain.slice(from, to), longest) };
      rest = '';
      from = to + 1;
    }
    rest = joined(rest, plain.slice(from), longest);
  }
  yield { number, text: rest };
}

function joined(rest: string, more: string, longest: number): string {
  if (rest === '') return more;
  return rest.length > longest ? rest : rest + more;
}
