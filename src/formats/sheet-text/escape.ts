/**
 * A text as it stands on one line: a backslash is doubled, a line break is written \n, and a blank at its beginning or end, which an
 * editor may take away, is written \u{20}.
 */
export function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n')
    .replace(/^\s+|\s+$/g, (blanks) => Array.from(blanks, coded).join(''));
}

function coded(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** The text that was escaped. */
export function unescaped(text: string): string {
  return text.replace(/\\(?:([\\nr])|u\{([\da-f]{1,4})\})/g, (_, letter?: string, code?: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return letter === 'n' ? '\n' : letter === 'r' ? '\r' : '\\';
  });
}

/** A label stands in brackets, so brackets of its own are marked with a backslash. */
export function escapedLabel(label: string): string {
  return escaped(label).replace(/[()]/g, '\\$&');
}

export function unescapedLabel(text: string): string {
  return unescaped(
    text.replace(/\\([\\()])/g, (all, character: string) => (character === '\\' ? all : character)),
  );
}
