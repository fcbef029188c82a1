import type { Importer } from './record.ts';

/** The Markdown file that the `friends` program of Jacob Evelyn keeps, `friends.md`. */
export const friends: Importer = {
  name: 'friends.md',
  source: { kind: 'friends', origin: null },
  detect: (text) => /^[ \t\ufeff]*### (?:Activities|Friends):[ \t]*$/m.test(text.replace(/\r/g, '\n')),
  parser: async () => (await import('./friends/parse.ts')).parseFriends,
};
