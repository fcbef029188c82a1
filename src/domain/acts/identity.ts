/** Stand for the ten digits where no letter is near; none of them is one of an id's own. */
const LETTERS = 'ghjkmnpqrs';

/**
 * The tail of an id as people read and type it: four characters, longer only where `taken` says that another contact has them. One of
 * them is a letter, so that it is never a list number.
 */
export function shortId(id: string, taken: (short: string) => boolean): string {
  const digits = id.replaceAll('-', '').toLowerCase();
  for (let length = 4; length < digits.length; length++) {
    const tail = lettered(digits.slice(-length));
    if (!taken(tail)) return tail;
  }
  return digits;
}

function lettered(tail: string): string {
  return /[a-z]/.test(tail) ? tail : `${LETTERS[Number(tail[0])]}${tail.slice(1)}`;
}
