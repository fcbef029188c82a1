/** In bytes, as the standard has it. */
const LONGEST = 75;

/** A line of a card folded where it is too long, never within a character. */
export function foldLine(line: string): string {
  if (line.length <= LONGEST && Buffer.byteLength(line) <= LONGEST) return line;
  const parts: string[] = [];
  let from = 0;
  let bytes = 0;
  let at = 0;
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (bytes + more > LONGEST) {
      parts.push(line.slice(from, at));
      from = at;
      // The space that a folded line begins with.
      bytes = 1;
    }
    bytes += more;
    at += character.length;
  }
  return [...parts, line.slice(from)].join('\r\n ');
}
