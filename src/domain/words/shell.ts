/** The shells for which there is a script. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** A word as it stands on a line. */
export interface RawWord {
  /** What it says: quotes and backslashes taken off. Nothing in it is expanded. */
  readonly text: string;
  /** The quote that is open at its end. */
  readonly quote: '"' | "'" | null;
}

/** Reads a word as a shell would, but for what a shell expands: `"Ana Si` is `Ana Si`, in a quote that is open. */
export function readWord(raw: string): RawWord {
  let text = '';
  let quote: RawWord['quote'] = null;
  for (let at = 0; at < raw.length; at++) {
    const letter = raw[at] as string;
    const next = raw[at + 1];
    if (quote === null && (letter === '"' || letter === "'")) quote = letter;
    else if (letter === quote) quote = null;
    else if (
      letter === '\\' &&
      quote !== "'" &&
      next !== undefined &&
      (quote === null || /["\\$`]/.test(next))
    ) {
      text += next;
      at++;
    } else text += letter;
  }
  return { text, quote };
}

/** Bash makes words of what stands around `=` and `:`, too: they are put together again. */
export function joined(words: readonly string[]): string[] {
  const whole: string[] = [];
  let open = false;
  for (const word of words) {
    const joint = /^[=:]+$/.test(word);
    if (whole.length > 0 && (joint || open)) whole.push((whole.pop() as string) + word);
    else whole.push(word);
    open = joint;
  }
  return whole;
}

const PLAIN = /^[\p{L}\p{M}\p{N}_.,@%/+=-]$/u;
/** What does something inside double quotes, or ends them. */
const ACTIVE = /["$`\\!]/;

/** A text as bash puts it onto its line, in the quote that is open there; null for one that cannot stand in it. */
export function bashWord(text: string, quote: RawWord['quote']): string | null {
  if (quote === '"') return ACTIVE.test(text) ? null : text;
  if (quote === "'") return text.includes("'") ? null : text;
  return [...text].map((letter) => (PLAIN.test(letter) ? letter : `\\${letter}`)).join('');
}
