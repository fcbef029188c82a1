/** What Windows-1252 has at 0x80–0x9f, where ISO 8859-1 has control characters. Its five gaps stay what they are. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009dž\u009fŸ';

const BYTE_OF: ReadonlyMap<string, number> = new Map(
  [...WINDOWS_1252].map((character, i) => [character, 0x80 + i]),
);

const UNKNOWN = '\ufffd';
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of bytes in UTF-8, or null where they are none. */
export function utf8(bytes: Uint8Array): string | null {
  const text = lenient.decode(bytes);
  if (!text.includes(UNKNOWN)) return text;
  if (!bufferOf(bytes).includes(UNKNOWN)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Not by TextDecoder: up to Node 22 it reads Windows-1252 as ISO 8859-1, and €, ’ and “ become control characters. */
export function windows1252(bytes: Uint8Array): string {
  const text = bufferOf(bytes).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);
}

/**
 * The text of bytes in a charset as a file names it. Without a name it is UTF-8 or else Windows-1252; so it is where the name is
 * unknown. UTF-8 that was cut within a character keeps the rest.
 */
export function decodeAs(bytes: Uint8Array, charset: string | null): string {
  const decoder = charset === null ? null : decoderOf(charset);
  if (decoder !== null && decoder.encoding !== 'utf-8') {
    return decoder.encoding === 'windows-1252' ? windows1252(bytes) : decoder.decode(bytes);
  }
  return utf8(bytes) ?? (mostlyUtf8(lenient.decode(bytes)) ? lenient.decode(bytes) : windows1252(bytes));
}

/**
 * A value that was read as Windows-1252 with the rest of its file, in the charset that it names itself: some files mix several.
 * A text that cannot have been read like this is left as it is, as is one of a file that was UTF-16 as a whole.
 */
export function reread(text: string, charset: string | null): string {
  const decoder = charset === null || isAscii(text) ? null : decoderOf(charset);
  const bytes = decoder === null || /^(?:windows-1252|utf-16)/.test(decoder.encoding) ? null : bytesOf(text);
  if (decoder === null || bytes === null) return text;
  return decoder.encoding === 'utf-8' ? (utf8(bytes) ?? text) : decoder.decode(bytes);
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function decoderOf(charset: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(charset);
  } catch {
    return null;
  }
}

function mostlyUtf8(text: string): boolean {
  const lost = text.split(UNKNOWN).length - 1;
  return (text.match(/[\u0080-\ufffc]/g) ?? []).length > lost;
}

function isAscii(text: string): boolean {
  return !/[^\0-\u007f]/.test(text);
}

/** The Windows-1252 bytes of a text, or null where it has other characters. */
function bytesOf(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const byte = code < 0x80 || (code >= 0xa0 && code < 0x100) ? code : BYTE_OF.get(text.charAt(i));
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  return bytes;
}
