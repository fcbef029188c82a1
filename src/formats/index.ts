import { ics } from './ics.ts';
import { linkedin } from './linkedin.ts';
import type { Importer, SourceFile } from './record.ts';
import { headOf } from './source-text.ts';
import { vcard } from './vcard.ts';

/** What `net import` reads. Each entry only recognizes its format; the code that reads it is loaded where there is something to read. */
export const IMPORTERS: readonly Importer[] = [linkedin, vcard, ics];

/** The importer for a file, by its content, or null. */
export function importerFor(file: SourceFile): Importer | null {
  const head = headOf(file);
  return IMPORTERS.find(({ detect }) => detect(head, file)) ?? null;
}
