import { plain } from '../../domain/words/plain.ts';
import type { SourceFile } from '../record.ts';
import { headOf } from '../source-text.ts';
import { isMbox, isMessage } from './recognized.ts';

/** What a folder, or a label of Gmail, is for, where that decides what becomes of its messages. */
export type Purpose = 'sent' | 'draft' | 'deleted' | 'spam' | 'chat';

/** The names of such folders, as programs call them in the languages of most of their users. */
const NAMES: Readonly<Record<Purpose, string>> = {
  sent:
    'sent|sent mail|sent items|sent messages|sent-mail|gesendet|gesendete objekte|gesendete elemente|gesendete nachrichten|envoyes|' +
    'messages envoyes|elements envoyes|enviados|enviado|itens enviados|elementos enviados|correo enviado|inviati|posta inviata|inviata|' +
    'verzonden|verzonden items|verzonden berichten|skickat|sendt|sendte elementer|wysłane|отправленные|送信済みメール|已发送邮件|已发送',
  draft:
    'drafts|draft|unsent messages|templates|entwurfe|entwurf|vorlagen|brouillons|brouillon|borradores|borrador|rascunhos|rascunho|bozze|bozza|' +
    'concepten|utkast|kladder|szkice|wersje robocze|черновики|下書き|草稿',
  deleted:
    'trash|bin|deleted|deleted items|deleted messages|papierkorb|geloschte elemente|geloschte objekte|corbeille|elements supprimes|' +
    'messages supprimes|papelera|elementos eliminados|lixo|lixeira|itens excluidos|itens eliminados|cestino|posta eliminata|prullenbak|' +
    'verwijderde items|papperskorgen|papirkurv|slettet post|kosz|корзина|удаленные|ゴミ箱|回收站|已删除邮件',
  spam:
    'spam|junk|junk mail|junk e-mail|junk email|bulk mail|unsolicited|spamverdacht|courrier indesirable|indesirables|correo no deseado|' +
    'lixo eletronico|lixo electronico|posta indesiderata|ongewenste e-mail|ongewenst|skrappost|søppelpost|niechciane|нежелательная почта|' +
    'спам|迷惑メール|垃圾邮件',
  chat: 'chat|chats',
};

const PURPOSES: ReadonlyMap<string, Purpose> = new Map(
  (Object.entries(NAMES) as [Purpose, string][]).flatMap(([purpose, names]) =>
    names.split('|').map((name) => [plain(name), purpose] as const),
  ),
);

/** What a folder or label is for by its name; null for any other. */
export function purposeOf(name: string): Purpose | null {
  return PURPOSES.get(plain(name)) ?? null;
}

/** A file with messages, with its path in the directory that the user named; empty where they named the file itself. */
export interface Mailbox {
  readonly file: SourceFile;
  readonly path: string;
  readonly purposes: ReadonlySet<Purpose>;
}

/**
 * How many paths in a directory, how many of those that are not passed over by their names, and how many files of no known name tell what
 * it is.
 */
const WALKED = 20_000;
const PATHS = 400;
const OPENED = 20;

/** Programs keep pages here that they have shown, and files that came with messages. */
const BESIDE = /(?:^|\/)(?:offlinecache|startupcache|cache2?|attachments\/\d+)\//i;

/** What a file in a directory is by its path alone: `opened` where only its content tells. */
type Kind = 'mail' | 'opened' | 'none';

/** Whether a directory is one of mail: a Maildir, or one with messages or an mbox somewhere in it. */
export function looksLikeMailFolder(directory: SourceFile): boolean {
  let [walked, paths, opened] = [0, 0, 0];
  for (const file of directory.files?.() ?? []) {
    if (walked++ >= WALKED) return false;
    const path = within(directory, file);
    if (BESIDE.test(path)) continue;
    if (paths++ >= PATHS) return false;
    const kind = kindOf(path);
    if (kind !== 'none' && (kind === 'mail' || opened++ < OPENED) && holdsMail(file)) return true;
  }
  return false;
}

/** The files with messages in a file or directory. What else lies in a directory is passed over. */
export function* mailboxesIn(file: SourceFile): Generator<Mailbox> {
  if (file.files === null) {
    yield { file, path: '', purposes: purposesOf(file.path) };
    return;
  }
  const [root = ''] = parts(file.path).slice(-1);
  for (const one of file.files()) {
    const path = within(file, one);
    const kind = kindOf(path);
    if (kind === 'none' || (kind === 'opened' && !holdsMail(one))) continue;
    yield { file: one, path, purposes: purposesOf(`${root}/${path}`, true) };
  }
}

function within(directory: SourceFile, { path }: SourceFile): string {
  return path.startsWith(directory.path) ? parts(path.slice(directory.path.length)).join('/') : path;
}

/** `tmp` of a Maildir holds what is still being delivered; indexes and the like have names of their own. */
function kindOf(path: string): Kind {
  const [parent = '', name = ''] = ['', ...parts(path)].slice(-2);
  if (
    parent === 'tmp' ||
    BESIDE.test(path) ||
    /\.(?:msf|db|sqlite|dat|json|ics|vcf|csv|plist|html?|pdf|zip|gz|log|lock)$/i.test(name)
  )
    return 'none';
  return parent === 'cur' || parent === 'new' || /\.(?:eml|emlx|mbox|mbx)$/i.test(name) ? 'mail' : 'opened';
}

function holdsMail(file: SourceFile): boolean {
  const head = headOf(file);
  return isMbox(head) || isMessage(head);
}

/**
 * What the folders of a path are for. In a Maildir `.INBOX.Sent`, or `INBOX.Sent` without a dot in front, is a folder within another, names are in the UTF-7 of IMAP, and the flags
 * at the end of a file's name say which message is a draft (D) or in the trash (T).
 */
function purposesOf(path: string, inDirectory = false): ReadonlySet<Purpose> {
  const all = parts(path);
  const file = all.at(-1) ?? '';
  const maildir = /^(?:cur|new)$/.test(all.at(-2) ?? '') ? all.at(-3) : undefined;
  const ofFolders = all.filter((part) => !/^(?:cur|new)$|\.emlx?$/i.test(part));
  const names = (inDirectory ? ofFolders : ofFolders.slice(-2)).flatMap((folder) => {
    const name = fromImap(folder.replace(/\.(?:mbox|mbx|sbd)$/i, ''));
    return folder.startsWith('.') || folder === maildir ? [name, ...name.split('.')] : [name];
  });
  const flags = /[:;!]2,([A-Za-z]*)$/.exec(file)?.[1] ?? '';
  const purposes = names.map(purposeOf).filter((purpose) => purpose !== null);
  return new Set([
    ...purposes.filter((purpose) => purpose !== 'chat'),
    ...(flags.includes('D') ? (['draft'] as const) : []),
    ...(flags.includes('T') ? (['deleted'] as const) : []),
  ]);
}

function parts(path: string): readonly string[] {
  return path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
}

/** `Entw&APw-rfe` is Entwürfe. */
function fromImap(name: string): string {
  return name.replace(/&([A-Za-z0-9+,]{0,100})-/g, (_, encoded: string) => {
    if (encoded === '') return '&';
    const bytes = Buffer.from(encoded.replaceAll(',', '/'), 'base64');
    return bytes
      .subarray(0, bytes.length - (bytes.length % 2))
      .swap16()
      .toString('utf16le');
  });
}
