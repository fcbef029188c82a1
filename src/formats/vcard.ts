import type { Importer } from './record.ts';

/** vCard 2.1, 3.0 and 4.0, as phones, Outlook, Google and others write it. */
export const vcard: Importer = {
  name: 'vCard',
  source: { kind: 'vcard', origin: null },
  detect: (text) => /^[ \t\ufeff]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*$/im.test(text.replace(/\r/g, '\n')),
  parser: async () => (await import('./vcard/parse.ts')).parseCards,
};
