/** What must not reach a terminal as it is. */
const UNSAFE = [
  '\\0-\\x1f', // control characters
  '\\x7f-\\x9f', // delete, and the controls of the upper half
  '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069', // what turns the direction of text
  '\\xad\\u034f\\u180b-\\u180f\\u200b\\u2060-\\u2065\\u206a-\\u206f\\ufeff', // what has no width
  '\\u115f\\u1160\\u17b4\\u17b5\\u3164\\uffa0', // letters that look like nothing
  '\\u2028\\u2029', // ends of lines and paragraphs
  '\\ufff0-\\ufffb\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}', // annotations, formats, tags
  '\\p{Surrogate}',
];

/** What asks for a closer look: joiners and variation selectors, which belong into some scripts and emoji and hide text elsewhere. */
const CLOSER = /\u200c|\u200d|[\ufe00-\ufe0f]/;

/** Scripts that are written with joiners, at the end of a word too. */
const JOINING =
  'Arabic Syriac Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar Mongolian'
    .split(' ')
    .map((script) => `\\p{Script=${script}}`)
    .join('');

// Patterns of this kind are dear to make, and most texts never ask for one.
let unsafe: RegExp | undefined;
let stray: RegExp | undefined;

function showUnsafe(text: string, show: (character: string) => string): string {
  unsafe ??= new RegExp(`[${UNSAFE.join('')}]`, 'gu');
  return showStray(text.replace(unsafe, show), show);
}

/** Joiners and selectors where they do not belong. */
function showStray(text: string, show: (character: string) => string): string {
  if (!CLOSER.test(text)) return text;
  stray ??= new RegExp(
    [
      `(?<![${JOINING}])\\u200c`,
      `(?<![${JOINING}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])\\u200d`,
      `(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])\\u200d(?!\\p{Extended_Pictographic})`,
      '(?<![\\p{Extended_Pictographic}\\p{Script=Han}#*0-9])[\\ufe00-\\ufe0f]',
    ].join('|'),
    'gu',
  );
  return text.replace(stray, show);
}

const NAMED: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\u001b': '\\e' };

/** A stored text as it may be shown: everything that could move the cursor, hide or reorder text becomes a visible escape. */
export function safe(text: string): string {
  return isPlain(text) ? text : showUnsafe(text, visible);
}

/** A document as a terminal may be shown it: its lines stay lines, whatever ends them elsewhere, and nothing in them can do harm. */
export function safeLines(text: string): string {
  return text
    .split('\n')
    .map((line) => safe(line.replace(/\r$/, '')))
    .join('\n');
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
  return isPlain(json.replaceAll('\n', '')) ? json : showUnsafe(json, unicode);
}

/** The same on one line. */
export function safeJsonLine(value: unknown): string {
  const json = JSON.stringify(value);
  return isPlain(json) ? json : showUnsafe(json, unicode);
}

function unicode(character: string): string {
  if (character === '\n') return character;
  return Array.from({ length: character.length }, (_, i) => `\\u${hex(character.charCodeAt(i), 4)}`).join('');
}
