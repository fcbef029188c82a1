/** A text as one argument that any POSIX shell reads as it is; quotes only where it needs them. */
export function shellWord(text: string): string {
  if (/^[\p{L}\p{N}_.@%/:+][\p{L}\p{M}\p{N}_.,@%/:+-]*$/u.test(text)) return text;
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}

/** A name or a text that may be typed in several arguments: as plain words where a shell leaves them alone, else as one argument. */
export function shellWords(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.every((word) => shellWord(word) === word) ? words.join(' ') : shellWord(text.trim());
}
