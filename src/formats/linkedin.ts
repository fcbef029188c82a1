import { headerOf } from './linkedin/header.ts';
import type { Importer } from './record.ts';

/** The header stands below a few lines of notes. */
const LOOKED_AT = 20_000;

/** LinkedIn's `Connections.csv`, of every age. */
export const linkedin: Importer = {
  name: 'LinkedIn',
  source: { kind: 'linkedin', origin: 'online' },
  detect: (text) => headerOf(text.slice(0, LOOKED_AT)) !== null,
  parser: async () => (await import('./linkedin/parse.ts')).parseConnections,
};
