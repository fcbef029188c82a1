import type { Correspondent } from './addresses.ts';
import type { Purpose } from './folders.ts';
import { firstValue, type Header } from './header.ts';

/** Kinds of messages that tell of no touch, as the report counts them. */
export type LeftOut =
  | 'draft'
  | 'deleted message'
  | 'spam message'
  | 'chat message'
  | 'mailing list message'
  | 'automatic message'
  | 'calendar message'
  | 'large mail'
  | 'private note'
  | "strangers' message";

const OF_LISTS = ['list-id', 'list-unsubscribe', 'list-post', 'mailing-list', 'x-mailing-list'] as const;
const OF_ROBOTS = ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress'] as const;

/** Whoever sends for a list has written nothing themselves: so did lists before there was a field for them. */
const SENDS_FOR_LIST = /\bowner-[^\s@<>]{1,64}@|-(?:owner|bounces)(?:[+=][^\s@<>]{0,200})?@/i;

/** A letter for each thing that is so of a message. Other programs write words into these fields. */
const FLAGS = /^[ADFNORSTU]{1,8}$/;

/** Bits of Mozilla's status: the message is deleted, only the file has not been made smaller yet. */
const EXPUNGED = 0x0008;

const ROBOT =
  /^(?:.*[-_.+])?(?:no|not|do[-_.]?not|dont|never)[-_.]?(?:reply|respond|answer)(?:[-_.+=\d].*)?@|^(?:mailer-daemon|postmaster|bounces?|notifications?)(?:[-_.+=].*)?@/;

/** Whether nobody reads what is sent to an address. */
export function isRobot({ email }: Correspondent): boolean {
  return ROBOT.test(email);
}

/** Why a message is no touch, by its header and by what its folder and labels are for; null for one between people. */
export function leftOut(header: Header, purposes: ReadonlySet<Purpose>): LeftOut | null {
  if (purposes.has('draft') || isDraft(header)) return 'draft';
  if (purposes.has('deleted') || isDeleted(header)) return 'deleted message';
  if (purposes.has('spam') || isSpam(header)) return 'spam message';
  if (purposes.has('chat')) return 'chat message';
  if (isOfCalendar(header)) return 'calendar message';
  const precedence = firstValue(header, 'precedence').toLowerCase();
  if (
    OF_LISTS.some((name) => header.fields.has(name)) ||
    /^(?:bulk|list|junk)\b/.test(precedence) ||
    SENDS_FOR_LIST.test(firstValue(header, 'sender'))
  )
    return 'mailing list message';
  return isAutomatic(header) || /^auto/.test(precedence) ? 'automatic message' : null;
}

function isDraft(header: Header): boolean {
  return (
    /\bdraft\b/i.test(firstValue(header, 'x-uniform-type-identifier').replaceAll('-', ' ')) ||
    flagsOf(header, 'x-status').includes('T')
  );
}

function isDeleted(header: Header): boolean {
  const mozilla = firstValue(header, 'x-mozilla-status');
  const expunged = /^[\da-f]{4}$/i.test(mozilla) && (Number.parseInt(mozilla, 16) & EXPUNGED) !== 0;
  return expunged || (flagsOf(header, 'x-status') + flagsOf(header, 'status')).includes('D');
}

function flagsOf(header: Header, name: string): string {
  const value = firstValue(header, name);
  return FLAGS.test(value) ? value : '';
}

function isSpam(header: Header): boolean {
  return (
    /^yes\b/i.test(firstValue(header, 'x-spam-flag')) || /^yes\b/i.test(firstValue(header, 'x-spam-status'))
  );
}

/** Answers to invitations are sent by a program; whoever is invited is in the calendar. */
function isOfCalendar(header: Header): boolean {
  return (
    /^text\/calendar\b/i.test(firstValue(header, 'content-type')) ||
    /calendarmessage/i.test(firstValue(header, 'content-class')) ||
    /calendar-notification@google\.com/i.test(firstValue(header, 'sender')) ||
    header.fields.has('x-ms-exchange-calendar-originator-id')
  );
}

function isAutomatic(header: Header): boolean {
  const submitted = /^[\w-]*/.exec(firstValue(header, 'auto-submitted').toLowerCase())?.[0] ?? '';
  if (submitted !== '' && submitted !== 'no') return true;
  // That somebody has got or read a message is told by their program.
  if (/^multipart\/report\b/i.test(firstValue(header, 'content-type'))) return true;
  if (header.fields.has('return-path') && /^<\s*>/.test(firstValue(header, 'return-path'))) return true;
  return OF_ROBOTS.some(
    (name) => header.fields.has(name) && !/^(?:no|none)$/i.test(firstValue(header, name)),
  );
}
