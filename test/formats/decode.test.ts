import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, decodedBlocks } from '../../src/formats/decode.ts';
import { numberedLines } from '../../src/formats/lines.ts';

const bytes = (...parts: (string | number)[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part, 'latin1')])),
  );

const utf16be = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le').swap16());

describe('the encoding of a file is found out', () => {
  const text = 'BEGIN:VCARD\nFN:Zoë Łuk 王 “€”\nEND:VCARD\n';
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, little end first, with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first, with a mark', utf16be(`\ufeff${text}`)],
    ['UTF-16, little end first', Buffer.from(text, 'utf16le')],
    ['UTF-16, big end first', utf16be(text)],
  ])('%s', (_, file) => expect(decode(file)).toBe(text));

  test.each<[string, Uint8Array, string]>([
    ['Windows-1252', bytes('FN:Zo', 0xeb, ' ', 0x93, 0x80, 0x94), 'FN:Zoë “€”'],
    ['a byte that Windows-1252 does not have', bytes(0x81, 'a', 0xe9), '\u0081aé'],
    ['a file that mixes both', bytes('a:Zo', 0xeb, '\nb:Zo', 0xc3, 0xab), 'a:Zoë\nb:Zoë'],
    ['a fold within a character', bytes('a:Zo', 0xc3, '\r\n ', 0xab, 'l'), 'a:Zoë\r\n l'],
    ['a fold within a long character', bytes(0xf0, 0x9f, '\n ', 0x8c, 0xb1, '!'), '🌱\n !'],
    ['a fold after half a character of Windows-1252', bytes('Zo', 0xeb, '\n b'), 'Zoë\n b'],
    ['marks where files were put together', Buffer.from('\ufeffa\n\ufeffb\ufeffc'), 'a\nb\ufeffc'],
    ['a letter that stands for an unreadable one', Buffer.from('a\ufffdb'), 'a\ufffdb'],
    ['nothing', bytes(), ''],
    ['one byte', bytes(0xe9), 'é'],
  ])('%s', (_, file, expected) => {
    expect(decode(file)).toBe(expected);
    // As a file is read: such bytes share their memory with every piece that is cut out of them.
    expect(decode(Buffer.from(file))).toBe(expected);
  });

  test('any bytes are a text, and any text in UTF-8 is itself', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (file) => typeof decode(file) === 'string'));
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((said) => !/[\0\ufeff]/.test(said)),
        (said) => {
          expect(decode(Buffer.from(said))).toBe(Buffer.from(said).toString());
        },
      ),
    );
  });
});

describe('blocks are whole lines, wherever the pieces of a file end', () => {
  const inPieces = function* (file: Uint8Array, size: number) {
    for (let from = 0; from < file.length; from += size) yield file.subarray(from, from + size);
  };
  const lines = ['Zoë;1', '', 'Łuk 🌱;2', '王;3', ...Array.from({ length: 40 }, (_, i) => `row ${i};${i}`)];
  test.each<[string, string, (text: string) => Uint8Array]>([
    ['UTF-8', '\r\n', (text) => Buffer.from(text)],
    ['UTF-16, little end first', '\r\n', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first', '\r\n', (text) => utf16be(`\ufeff${text}`)],
    ['UTF-16 with LF', '\n', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 with CR', '\r', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 that was converted twice', '\r\r\n', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('%s', (_, ending, encoded) => {
    const file = encoded(lines.join(ending));
    for (let size = 1; size <= 40; size++) {
      const blocks = [...decodedBlocks(inPieces(file, size))];
      expect([...numberedLines(blocks)].map(({ text }) => text)).toEqual(lines);
      for (const block of blocks.slice(0, -1)) expect(block).toMatch(/[\r\n]$/);
    }
  });

  test('a line of UTF-16 without an end takes no more memory than a block', () => {
    const piece = Buffer.from('x'.repeat(1_000_000), 'utf16le');
    const lengths = [...decodedBlocks(Array.from({ length: 12 }, () => piece))].map(({ length }) => length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(5_000_000);
    expect(lengths.reduce((sum, length) => sum + length)).toBe(12_000_000);
  });
});
