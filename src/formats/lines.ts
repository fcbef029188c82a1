export interface NumberedLine {
  /** Counted from 1, as an editor counts. */
  readonly number: number;
  readonly text: string;
}

/** The lines of a text, whichever way they end: LF, CRLF, CR, and the CR CR LF of a file that was converted twice. */
export function* numberedLines(text: string): Generator<NumberedLine> {
  const plain = text.includes('\r') ? text.replaceAll('\r\r\n', '\n').replace(/\r\n?/g, '\n') : text;
  let number = 1;
  for (let from = 0; from <= plain.length; number++) {
    const newline = plain.indexOf('\n', from);
    const to = newline < 0 ? plain.length : newline;
    yield { number, text: plain.slice(from, to) };
    from = to + 1;
  }
}
