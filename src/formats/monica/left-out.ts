import { flagAt, objectAt, textAt } from '../json/value.ts';
import type { Part } from '../record.ts';
import { type Account, type Buckets, spaced } from './account.ts';
import type { Head } from './head.ts';

/** What has been read elsewhere, and what only Monica itself has a use for: in the account, and in a contact. */
const IN_ACCOUNT = new Set(
  'contact relationship activity user address_book addressbook address_book_subscription addressbook_subscription'.split(
    ' ',
  ),
);
const IN_CONTACT = new Set(
  'call contact_field debt gift note reminder task address pet conversation life_event activity photo document'.split(
    ' ',
  ),
);

/** What of an account has no place here: pictures, documents, the diary, and kinds that another Monica may write. */
export function* leftOut({ buckets, journal }: Account, heads: readonly Head[]): Generator<Part> {
  yield* unread(buckets, IN_ACCOUNT);
  for (const head of heads) {
    yield* unread(head.buckets, IN_CONTACT);
    if (hasAvatar(head)) yield { skipped: 'avatar' };
  }
  for (let i = 0; i < journal; i++) yield { skipped: 'journal entry' };
}

function* unread(buckets: Buckets, read: ReadonlySet<string>): Generator<Part> {
  for (const [kind, values] of buckets)
    if (!read.has(kind)) for (const _ of values) yield { skipped: spaced(kind.slice(0, 40)) };
}

/** Whether somebody has a picture that is neither drawn by Monica nor one of the photos. */
function hasAvatar({ properties }: Head): boolean {
  const avatar = objectAt(properties, 'avatar');
  if (avatar === null || textAt(avatar, 'avatar_photo') !== null) return false;
  return flagAt(avatar, 'has_avatar') === true || textAt(avatar, 'avatar_source') === 'external';
}
