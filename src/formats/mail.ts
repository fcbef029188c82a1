import { looksLikeMailFolder } from './mail/folders.ts';
import { isMbox, isMessage } from './mail/recognized.ts';
import type { Importer } from './record.ts';

/**
 * Mail archives: mbox, single messages, Maildir, and directories of them. Who wrote to whom and when; subject and body are never looked at.
 * Comes before the other importers: a message may hold a card or a calendar.
 */
export const mail: Importer = {
  name: 'Mail',
  source: { kind: 'mail', origin: null },
  history: true,
  talksStand: true,
  detect: (text, file) => (file.files === null ? isMbox(text) || isMessage(text) : looksLikeMailFolder(file)),
  own: async () => (await import('./mail/own.ts')).ownAddresses,
  parser: async () => (await import('./mail/parse.ts')).parseMail,
};
