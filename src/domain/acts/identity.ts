/**
 * The tail of an id as people read and type it: at least four characters and one letter, so that it is never a list number, and
 * longer where `taken` says that another contact has it.
 */
export function shortId(id: string, taken: (short: string) => boolean): string {
  const digits = id.replaceAll('-', '').toLowerCase();
  for (let length = 4; length < digits.length; length++) {
    const tail = digits.slice(-length);
    if (/[a-z]/.test(tail) && !taken(tail)) return tail;
  }
  return digits;
}
