import { linkedin } from './linkedin.ts';
import type { Importer } from './record.ts';
import { vcard } from './vcard.ts';

/** What `net import` reads. Each entry only recognizes its format; the code that reads it is loaded where there is something to read. */
export const IMPORTERS: readonly Importer[] = [linkedin, vcard];

/** The importer for a decoded text, by its content, or null. */
export function importerFor(text: string): Importer | null {
  return IMPORTERS.find(({ detect }) => detect(text)) ?? null;
}
