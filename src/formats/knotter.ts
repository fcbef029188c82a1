import type { Importer } from './record.ts';

/** The snapshot that `knotter export json` writes. */
export const knotter: Importer = {
  name: 'knotter',
  source: { kind: 'knotter', origin: null },
  detect: (text) =>
    /^\s*\{/.test(text) &&
    /"contacts"\s*:\s*\[/.test(text) &&
    (/"format_version"\s*:/.test(text) ||
      (/"display_name"\s*:/.test(text) && /"(?:interactions|cadence_days)"\s*:/.test(text))),
  parser: async () => (await import('./knotter/parse.ts')).parseSnapshot,
};
