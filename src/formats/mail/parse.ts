import { NetError } from '../../domain/error.ts';
import type { Given, Part, SourceFile } from '../record.ts';
import { type Mailbox, mailboxesIn } from './folders.ts';
import { type Gathered, gathering } from './gathered.ts';
import { readMessage } from './message.ts';
import { ownAddresses } from './own.ts';
import { type Message, messagesOf } from './split.ts';

/**
 * Who was in touch by mail on which day: one talk for each person and day, without subject and text. Only people who are known, or with
 * `create` everybody with mail both ways. Throws `rejected` where there is no message, `usage` where nobody says which address is the user's
 * and the file does not show it.
 */
export function* parseMail(file: SourceFile, given: Given): Generator<Part> {
  // First, as a file without any message shows no address either.
  if (!holdsAny(file))
    throw new NetError(
      'rejected',
      `there is no message in ${file.path}`,
      'save the mail as .mbox, .eml or a Maildir',
    );
  const me = new Set(
    given.me.length > 0 ? given.me.map((email) => email.toLowerCase()) : ownAddresses(file, given.isKnown),
  );
  const gathered = gathering(given);
  let isFull = false;
  for (const box of mailboxesIn(file)) {
    for (const message of messagesOf(box.file)) {
      const part = partOf(message, box, me, given, gathered);
      if (part === 'too many') isFull = true;
      else yield part ?? NOTHING;
    }
  }
  if (isFull) yield { reject: { line: 1, reason: TOO_MANY } };
  yield* gathered.parts();
}

const NOTHING: Part = { nothing: true };

const TOO_MANY =
  'there are more people or days than can be held at once, and some were left out: import its folders one by one';

function partOf(
  message: Message,
  box: Mailbox,
  me: ReadonlySet<string>,
  given: Given,
  gathered: Gathered,
): Part | 'too many' | null {
  const read = readMessage(message, box.purposes, me, given);
  if ('skipped' in read) return read;
  if ('rejected' in read) {
    const reason = box.path === '' ? read.rejected : `${box.path}: ${read.rejected}`;
    return { reject: { line: message.line, reason } };
  }
  return gathered.add(read, message.line) ? null : 'too many';
}

function holdsAny(file: SourceFile): boolean {
  for (const box of mailboxesIn(file)) {
    for (const { header } of messagesOf(box.file)) if (header.fields.size > 0) return true;
  }
  return false;
}
