import type { Importer } from './record.ts';

/** The JSON export of Monica 4. */
export const monica: Importer = {
  name: 'Monica',
  source: { kind: 'monica', origin: null },
  detect: (text) =>
    /^\s*\{/.test(text) &&
    /"account"\s*:\s*\{/.test(text) &&
    (/"app_version"\s*:/.test(text) || (/"version"\s*:/.test(text) && /"data"\s*:\s*\[/.test(text))),
  parser: async () => (await import('./monica/parse.ts')).parseAccount,
};
