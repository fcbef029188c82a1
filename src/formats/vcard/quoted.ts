import { decodeAs } from '../charset.ts';

const SEMICOLON = 0x3b;
const BACKSLASH = 0x5c;

/**
 * A quoted-printable value as plain text, in the charset that its line names. Line breaks become `\n` as version 3.0 writes them,
 * and an encoded semicolon becomes `\;`: only a bare one separates.
 */
export function decodeQuoted(value: string, charset: string | null): string {
  const bytes = new Uint8Array(value.length);
  const texts: string[] = [];
  let length = 0;
  const flush = () => {
    if (length > 0) texts.push(decodeAs(bytes.subarray(0, length), charset));
    length = 0;
  };
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    const byte = value[i] === '=' ? hexByte(value, i + 1) : null;
    if (byte !== null) {
      if (byte === SEMICOLON && bytes[length - 1] !== BACKSLASH) bytes[length++] = BACKSLASH;
      bytes[length++] = byte;
      i += 2;
    } else if (code < 0x80) {
      if (value[i] !== '=' || i < value.length - 1) bytes[length++] = code;
    } else {
      flush();
      texts.push(value.charAt(i));
    }
  }
  flush();
  return texts.join('').replace(/\r\n?|\n/g, '\\n');
}

function hexByte(text: string, at: number): number | null {
  const digits = text.slice(at, at + 2);
  return /^[0-9a-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : null;
}
