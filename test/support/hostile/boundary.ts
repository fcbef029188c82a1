/** The escapes that `net` itself makes: strong, faint, good, attention, and their ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is looked for
const OWN_STYLE = /\u001b\[(?:1|2|22|32|33|39)m/g;

/** By the properties that Unicode gives, not by the list that is tested: controls, what turns or ends lines, halves, and what cannot be seen. */
const HARMFUL =
  /(?!\u200c|\u200d|[\ufe00-\ufe0f])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u;

/** Where it came out. In color a terminal gets the styles of `net`. */
export type Outlet = 'terminal' | 'pipe';

/** What of a printed text nobody may be shown, with what stands around it; null where there is none. */
export function harmIn(printed: string, outlet: Outlet): string | null {
  const bare = outlet === 'terminal' ? printed.replace(OWN_STYLE, '') : printed;
  const found = HARMFUL.exec(bare.replaceAll('\n', ' '));
  if (found === null) return null;
  return JSON.stringify(bare.slice(Math.max(0, found.index - 40), found.index + 20)).replace(
    /[^ -~]/g,
    (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/**
 * The same of a document in a pipe or a file, which is for another program: it tells a text as it is, but for controls. Its lines end as they
 * have to, and a cell may have a tab.
 */
export function harmInDocument(document: string): string | null {
  const found = /(?![\n\t])\p{Cc}/u.exec(document.replaceAll('\r\n', '\n'));
  return found === null
    ? null
    : JSON.stringify(document.slice(Math.max(0, found.index - 40), found.index + 20));
}
