import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NetError } from '../../src/domain/error.ts';
import { decode } from '../../src/formats/decode.ts';
import { IMPORTERS } from '../../src/formats/index.ts';
import { type ParsedFile, parsed, sourceFile } from '../support/parsed.ts';
import { withPlacesReplaced } from '../support/texts.ts';
import { tries } from '../support/tries.ts';
import { card, FIXTURES, fixture, imported } from './fixtures.ts';

/** Parses as every importer would, whether or not it knows the text: nothing but a NetError may be thrown. */
async function parsedByAll(text: string): Promise<void> {
  for (const importer of IMPORTERS) {
    const file = sourceFile(text);
    importer.detect(text, file);
    try {
      expectWhole(await parsed(importer, file));
    } catch (error) {
      if (!(error instanceof NetError)) throw error;
    }
  }
}

function expectWhole({ people, rejects }: ParsedFile): void {
  expect(new Set(people.map(({ key }) => key)).size).toBe(people.length);
  expect(people.every(({ name, line }) => name.trim() !== '' && line >= 1)).toBe(true);
  expect(rejects.every(({ line, reason }) => line >= 1 && reason !== '')).toBe(true);
}

const PIECES = (
  'BEGIN:VCARD|END:VCARD|VERSION:2.1|VERSION:3.0|FN:|N:|TEL|;|:|,|=|"|\\|\\n|\\;|item1.|X-ABLabel:|ENCODING=QUOTED-PRINTABLE|=C3|=\n|' +
  'CHARSET=UTF-8|;BASE64:|AGENT:|BDAY:--0203|KIND:group|MEMBER:|UID:|urn:uuid:|\n|\r\n|\r| |\t|é|王|\0|\ud800|First Name,Last Name,Connected On\n|constructor|__proto__'
).split('|');

const hostile = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { maxLength: 60 })
    .map((parts) => parts.join('')),
  fc.uint8Array({ maxLength: 400 }).map(decode),
);

const mutated = withPlacesReplaced(FIXTURES.map(fixture), PIECES);

describe('whatever a file holds', () => {
  test('only a NetError is ever thrown, and keys are unique', async () => {
    await fc.assert(fc.asyncProperty(hostile, parsedByAll), { numRuns: tries(300, 1500) });
    await fc.assert(fc.asyncProperty(mutated, parsedByAll), { numRuns: tries(300, 1500) });
  });

  test('reading it twice gives the same', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (text) => {
        const [once, twice] = await Promise.allSettled([imported(text), imported(text)]);
        expect(once).toEqual(twice);
      }),
      { numRuns: 200 },
    );
  });

  test('a card with anything in it harms no card around it', async () => {
    const inner = hostile.filter((text) => !/begin|end|agent|connected/i.test(text));
    await fc.assert(
      fc.asyncProperty(inner, async (text) => {
        const around = [card('UID:before'), card(`UID:within\n${text}`), card('UID:after')].join('');
        const keys = (await imported(around)).people.map(({ key }) => key);
        expect(keys.at(0)).toBe('before');
        expect(keys.at(-1)).toBe('after');
      }),
      { numRuns: 500 },
    );
  });

  test('a value of a card is found again', async () => {
    const words = fc
      .array(fc.stringMatching(/^[a-zé王0-9,;:"\\=&<%-]{1,12}$/), { minLength: 1, maxLength: 5 })
      .map((all) => all.join(' '));
    await fc.assert(
      fc.asyncProperty(
        words,
        fc.constantFrom('NOTE', 'X-ANYTHING', 'TITLE', 'ORG', 'NICKNAME', 'CATEGORIES', 'UNKNOWN'),
        async (said, name) => {
          const escaped = said.replace(/[\\;,]/g, '\\$&');
          const { people } = await imported(card(`${name}:${escaped}`));
          expect(JSON.stringify(people)).toContain(JSON.stringify(said).slice(1, -1));
        },
      ),
    );
  });
});

test.each(IMPORTERS.map(({ name }) => name))('docs/formats.md tells what becomes of %s', (name) => {
  const doc = fs.readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');
  expect(doc).toMatch(new RegExp(`^## .*${name}`, 'm'));
});

describe('however long it is, it takes no longer than its length', () => {
  const long = (text: string) => text.repeat(200_000 / text.length);
  test.each<[string, string]>([
    ['parameters', card(`TEL;${'x=1;'.repeat(100_000)}:1`)],
    ['bare parameters', card(`TEL;${'HOME;'.repeat(100_000)}:1`)],
    ['quoted parameters', card(`TEL;${'x=";:";'.repeat(100_000)}:1`)],
    ['a quote that does not end', card(`TEL;X="${long('a;')}:1`)],
    ['components', card(`ADR:${long(';')}`)],
    ['values', card(`CATEGORIES:${long('a,')}`)],
    ['escapes', card(`ORG:${long('\\;')}`)],
    ['backslashes', card(`NOTE:${long('\\')}`)],
    ['spaces', card(`FN:${long(' ')}x`)],
    ['quoted-printable', card(`NOTE;QUOTED-PRINTABLE:${long('=3D')}`)],
    ['stray =', card(`NOTE;QUOTED-PRINTABLE:${long('=')}`)],
    ['soft line breaks', card(`NOTE;QUOTED-PRINTABLE:${'a=\n'.repeat(200_000)}`)],
    ['folds', card(`NOTE:a${'\n b'.repeat(200_000)}`, '2.1')],
    ['dots', card(`URL:${long('.')} x`)],
    ['dashes', card(`BDAY:${long('-')}`)],
    ['angle brackets', card(`EMAIL:${long('<a@')}>`)],
    ['a label that does not end', card(`a.TEL:1\na.X-ABLabel:_$!<${long('>!')}`)],
    ['a URI', card(`TEL:tel:1${';ext=2'.repeat(100)}\nIMPP:${long('a:')}`)],
    ['a picture', card(`PHOTO;BASE64:\n${`${'A'.repeat(72)}\n`.repeat(100_000)}`)],
    ['lines that are none', card('junk\n'.repeat(200_000))],
    ['empty lines', card('\n'.repeat(200_000))],
    ['returns', card('\r'.repeat(200_000))],
    ['beginnings', 'BEGIN:VCARD\n'.repeat(20_000)],
    ['cards with the same id', Array.from({ length: 10_000 }, (_, i) => card(`UID:a\nNOTE:${i}`)).join('')],
  ])('%s', async (_, text) => {
    expectWhole(await imported(text));
  });

  const header = 'First Name,Last Name,Connected On\n';
  test.each<[string, string]>([
    ['quotes that do not end', `${header}${'Ana,"Silva,\n'.repeat(10_000)}`],
    ['quotes', `${header}${long('"')}`],
    ['quotes in lines', `${header}${'"\n'.repeat(20_000)}`],
    ['cells', `${header}${long(',')}`],
    ['a cell', `${header}${long('a')}`],
    ['a day', `${header}Ana,Silva,${'1 '.repeat(40_000)}`],
    ['empty lines', `${header}${'\n'.repeat(200_000)}`],
  ])('a table with %s', async (_, text) => {
    expectWhole(await imported(text));
  });
});
