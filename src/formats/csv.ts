import { isGoogle } from './csv/google.ts';
import { headersOf } from './csv/header.ts';
import { isOutlook } from './csv/outlook.ts';
import { tableOf } from './csv/table.ts';
import { isThunderbird } from './csv/thunderbird.ts';
import { peopleHeader } from './people-csv/header.ts';
import type { Importer } from './record.ts';

/** Google's contacts, with the header until 2024 and the one since. */
export const googleCsv: Importer = {
  name: 'Google CSV',
  source: { kind: 'google', origin: null },
  detect: (text) => headersOf(text).some(({ columns }) => isGoogle(columns)),
  parser: async () => (await import('./csv/parse.ts')).parseGoogle,
};

/** Outlook's contacts, of the desktop and the web. */
export const outlookCsv: Importer = {
  name: 'Outlook CSV',
  source: { kind: 'outlook', origin: null },
  detect: (text) => headersOf(text).some(({ columns }) => isOutlook(columns)),
  parser: async () => (await import('./csv/parse.ts')).parseOutlook,
};

/** Thunderbird's address book. */
export const thunderbirdCsv: Importer = {
  name: 'Thunderbird CSV',
  source: { kind: 'thunderbird', origin: null },
  detect: (text) => headersOf(text).some(({ columns }) => isThunderbird(columns)),
  parser: async () => (await import('./csv/parse.ts')).parseThunderbird,
};

/** Any other table with a line that names its columns. */
export const csv: Importer = {
  name: 'CSV',
  source: { kind: 'csv', origin: null },
  detect: (text, file) => tableOf(text, false, file) !== null,
  parser: async () => (await import('./csv/parse.ts')).parseTable,
};

/** The table that `net export people.csv` writes. */
export const netCsv: Importer = {
  name: 'CSV of net',
  source: { kind: 'net', origin: null },
  detect: (text) => peopleHeader(text) !== null,
  parser: async () => (await import('./people-csv/parse.ts')).parsePeopleCsv,
};
