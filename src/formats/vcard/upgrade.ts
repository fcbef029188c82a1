import { decodeAs, reread } from '../charset.ts';
import type { ContentLine } from './content-line.ts';
import { isBase64 } from './content-line.ts';
import { decodeQuoted } from './quoted.ts';

/** The properties whose value has components: only in them a semicolon separates. */
const STRUCTURED = new Set(['n', 'adr', 'org', 'gender', 'clientpidmap']);

/** In version 2.1 only semicolons separate: a comma in these is part of the text. */
const WITH_COMMAS = new Set(['n', 'adr', 'nickname']);

/**
 * The value of a line of any version as version 3.0 writes it: no encoding, no charset, and escapes only where they are needed.
 * `old` is whether the card is of version 2.1.
 */
export function plainValue({ name, params, value }: ContentLine, old: boolean): string {
  const charset = params.get('charset') ?? null;
  const encoding = params.get('encoding');
  const text =
    encoding === 'quoted-printable'
      ? decodeQuoted(value, charset)
      : isBase64({ params })
        ? decodeAs(Buffer.from(value, 'base64'), charset).replace(/\r\n?|\n/g, '\\n')
        : reread(value, charset);
  return withEscapes(old && WITH_COMMAS.has(name) ? commasEscaped(text) : text, STRUCTURED.has(name));
}

function commasEscaped(text: string): string {
  return text.replace(/\\[\s\S]|,/g, (found) => (found === ',' ? '\\,' : found));
}

/** Producers escape colons and quotes, which never need it, and semicolons where nothing is separated. */
function withEscapes(text: string, structured: boolean): string {
  return text.includes('\\')
    ? text.replace(/\\([\s\S])/g, (pair, character: string) =>
        character === ':' || character === '"' || (character === ';' && !structured) ? character : pair,
      )
    : text;
}
