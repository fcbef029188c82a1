/**
 * What must not reach a terminal as it is: control characters, bidirectional controls, zero-width and tag characters, line and
 * paragraph separators. Joiners stay inside emoji, where they are part of one picture.
 */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]|\p{Surrogate}/gu;

/** What a zero-width joiner may stand between: emoji, and letters of the scripts that are written with it. */
const JOINED =
  '\\p{M}\\p{Extended_Pictographic}\\p{Emoji_Modifier}' +
  'Arabic Syriac Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar Mongolian'
    .split(' ')
    .map((script) => `\\p{Script=${script}}`)
    .join('');

let strayJoiner: RegExp | undefined;

/** A joiner anywhere else only hides text. The pattern is dear to make, and most texts have no joiner at all. */
function showJoiners(text: string, show: (character: string) => string): string {
  if (!/[\u200c\u200d]/.test(text)) return text;
  strayJoiner ??= new RegExp(`(?<![${JOINED}])[\\u200c\\u200d]|[\\u200c\\u200d](?![${JOINED}])`, 'gu');
  return text.replace(strayJoiner, show);
}

const NAMED: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\u001b': '\\e' };

/** A stored text as it may be shown: everything that could move the cursor, hide or reorder text becomes a visible escape. */
export function safe(text: string): string {
  return isPlain(text) ? text : showJoiners(text.replace(UNSAFE, visible), visible);
}

function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return NAMED[character] ?? (code < 0x100 ? `\\x${hex(code, 2)}` : `\\u{${hex(code, 4)}}`);
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}

/** JSON in which those characters are escaped, too: it reads back the same. */
export function safeJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  return isPlain(json.replaceAll('\n', '')) ? json : showJoiners(json.replace(UNSAFE, unicode), unicode);
}

function unicode(character: string): string {
  if (character === '\n') return character;
  return Array.from({ length: character.length }, (_, i) => `\\u${hex(character.charCodeAt(i), 4)}`).join('');
}
