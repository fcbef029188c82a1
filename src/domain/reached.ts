/**
 * How a way to reach somebody is compared: numbers without what people put between their digits, all else without the case of English
 * letters. The file has an index by each, which says the same in SQL.
 */
export function reachedBy({ kind, value }: { readonly kind: string; readonly value: string }): string {
  return kind === 'phone' ? value.replace(/[ \-()./]/g, '') : asciiLower(value);
}

/** As SQLite compares without case. */
function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
