/** A word of a command line where names stand without quotes. */
export interface TypedWord {
  /** Its letters; a comma that ends a name is its last one. */
  readonly text: string;
  /** What stood between it and the word before: nothing after a comma within an argument. */
  readonly gap: '' | ' ';
  /** Quoted: it holds a space, so that it is a whole name, or text. */
  readonly quoted: boolean;
}

/** Arguments as words: `ana,ben lunch` are `ana,` `ben` `lunch`. */
export function typedWords(args: readonly string[]): TypedWord[] {
  return args.flatMap((arg): TypedWord[] => {
    if (/\s/.test(arg.trim())) return [{ text: arg, gap: ' ', quoted: true }];
    const parts = arg.match(/[^,]*,|[^,]+/g) ?? [arg];
    return parts.map((text, i) => ({ text, gap: i === 0 ? ' ' : '', quoted: false }));
  });
}

/** The words from one on, as they were typed. */
export function textFrom(words: readonly TypedWord[], at: number): string {
  return words
    .slice(at)
    .map(({ text, gap }, i) => (i === 0 ? text : gap + text))
    .join('');
}

/** What joins two names as a comma does. */
export function isAnd(text: string | undefined): boolean {
  return text !== undefined && /^(and|&|\+)$/i.test(text);
}

/** The names of a list in one text, between commas: `ana, ben`. */
export function betweenCommas(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
