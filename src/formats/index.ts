import { tableOf } from './csv/table.ts';
import { csv, googleCsv, netCsv, outlookCsv, thunderbirdCsv } from './csv.ts';
import { friends } from './friends.ts';
import { ics } from './ics.ts';
import { knotter } from './knotter.ts';
import { linkedin } from './linkedin.ts';
import { mail } from './mail.ts';
import { monica } from './monica.ts';
import type { Importer, SourceFile } from './record.ts';
import { headOf } from './source-text.ts';
import { vcard } from './vcard.ts';

/**
 * What `net import` reads, the first that knows a file. Each entry only recognizes its format; the code that reads it is loaded where there is
 * something to read.
 */
export const IMPORTERS: readonly Importer[] = [
  mail,
  linkedin,
  vcard,
  ics,
  friends,
  monica,
  knotter,
  netCsv,
  googleCsv,
  outlookCsv,
  thunderbirdCsv,
  csv,
];

/** The importer for a file, by its content, or null. `mapped` is whether the user says what the columns of it are: then it is a
 * table. `head` is the beginning of its text. */
export function importerFor(file: SourceFile, mapped = false, head = headOf(file)): Importer | null {
  if (mapped) return tableOf(head, true, file) === null ? null : csv;
  return IMPORTERS.find(({ detect }) => detect(head, file)) ?? null;
}
