import fs from 'node:fs';
import type { ImportedPerson } from '../../src/domain/imported.ts';
import { decode } from '../../src/formats/decode.ts';
import { importerFor } from '../../src/formats/index.ts';
import type { Given } from '../../src/formats/record.ts';
import { type ParsedFile, parsed, sourceFile } from '../support/parsed.ts';

const directory = new URL('fixtures/', import.meta.url);

export const FIXTURES = fs.readdirSync(directory);

export function fixture(name: string): string {
  return decode(fs.readFileSync(new URL(name, directory)));
}

/** What the importer that recognizes a text, or bytes, makes of it. */
export async function imported(
  content: string | Uint8Array,
  given: Partial<Given> = {},
  path = 'file',
): Promise<ParsedFile> {
  const file = sourceFile(content, path);
  const importer = importerFor(file);
  if (importer === null) throw new Error('no importer knows this text');
  return parsed(importer, file, given);
}

/** The first person of a text. */
export async function first(text: string): Promise<ImportedPerson> {
  const [person] = (await imported(text)).people;
  if (person === undefined) throw new Error('there is nobody in this text');
  return person;
}

/** A vCard with a name and some more lines. */
export function card(lines: string, version = '3.0'): string {
  return `BEGIN:VCARD\nVERSION:${version}\nFN:Ana Silva\n${lines}\nEND:VCARD\n`;
}

/** The points of a person as short texts. */
export function points({ points }: ImportedPerson): readonly string[] {
  return points.map(({ kind, value, label }) => `${kind} ${value}${label === null ? '' : ` (${label})`}`);
}
