import type { Importer } from './record.ts';

/** Where a card may begin: a file can have other text before it. */
const LOOKED_AT = 100_000;

/** vCard 2.1, 3.0 and 4.0, as phones, Outlook, Google and others write it. */
export const vcard: Importer = {
  name: 'vCard',
  source: { kind: 'vcard', origin: null },
  detect: (text) =>
    /^[ \t\ufeff]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*$/im.test(text.slice(0, LOOKED_AT).replace(/\r/g, '\n')),
  parse: async (text) => (await import('./vcard/parse.ts')).parseCards(text),
};
