/** Controls, and the mark that a file may begin with: readers take it out wherever it is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come through
const NO_TEXT = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff]/g;

/** A text as it may stand in a card: escaped, without the controls that no card may have, its line breaks written out. */
export function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(NO_TEXT, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

/** A text on one line, with single spaces. */
export function plainLine(text: string): string {
  return text.replace(NO_TEXT, ' ').replace(/\s+/gu, ' ').trim();
}

/** JSON without any character that no card may have: it reads back the same. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
