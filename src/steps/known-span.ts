import type { CalendarDate } from '../domain/days/day.ts';
import { foldedWords } from '../domain/words/fold.ts';
import { type Head, type NameSpan, nameSpan } from '../domain/words/name-span.ts';
import type { Db } from '../store/db.ts';
import { isLaterWord, type NamedContact, namesLike } from '../store/names.ts';
import { distinct } from './who.ts';

/**
 * Where the name at the head of some words ends, among everybody. Only people with a word that begins as the first one does are read: nobody
 * else is meant. Of the words behind it only whether they are anybody's surname is asked, since most of them are text.
 */
export function knownSpan(db: Db, head: Head, today: CalendarDate): NameSpan<NamedContact> {
  const { words } = head;
  const [first = ''] = words;
  if (foldedWords(first).length === 0)
    return nameSpan(head, distinct(words.flatMap((word) => namesLike(db, word))), today);
  return nameSpan(head, namesLike(db, first), today, (word) => isLaterWord(db, word));
}
