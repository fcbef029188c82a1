/**
 * The texts of a cell. A list has an item on each line; a line break within an item is followed by two spaces. A backslash begins what
 * could not be told apart otherwise: `\\` itself, `\s` a space in front, `\z` nothing at all, `\(` and `\)` where no label is meant, and
 * `\u{…}` for characters that would not survive, or could do harm on a terminal.
 */
const UNSAFE = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/gu;

const ESCAPE = /\\(?:u\{([0-9a-f]{1,6})\}|([\s\S]))/g;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['s', ' '],
  ['z', ''],
]);

/** What a spreadsheet would take for a formula, also as it is typed in East Asia. */
const FORMULA = /^\s*[=+\-@＝＋－＠\t\n\r]/;

/** A telephone number in blanks and parentheses, with its label, is none; with a dash, a dot or a slash in it, it would be computed. */
const NUMBER = /^\+[0-9][0-9 ()]*(?: \([\p{L}\p{M} ]*\))?$/u;
const LONGEST_NUMBER = 200;

/** Where a cell would begin for a program that splits rows at semicolons, tabs or line breaks whatever the quotes say. */
const WITHIN = /([;\t\n][^\S\t\n]*)('*)([=+\-@＝＋－＠][^;\t\n]*)/g;
const MARKED = /([;\t\n][^\S\t\n]*)'('*[=+\-@＝＋－＠])/g;

/** One text as a cell, or a part of one. */
export function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replace(UNSAFE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** The text that was escaped. What is no escape stays as it is. */
export function unescaped(text: string): string {
  return text.replace(ESCAPE, (whole, code: string | undefined, sign: string | undefined) => {
    if (code !== undefined)
      return Number.parseInt(code, 16) <= 0x10ffff ? String.fromCodePoint(Number.parseInt(code, 16)) : whole;
    if (sign === '\\' || sign === '(' || sign === ')') return sign;
    return NAMED.get(sign ?? '') ?? whole;
  });
}

/** Several texts in one cell. */
export function listCell(items: readonly string[]): string {
  return items.map((item) => itemOf(escaped(item))).join('\n');
}

/** The texts of a cell that lists them. */
export function listIn(cell: string): readonly string[] {
  return itemsIn(cell).map(unescaped);
}

export interface Labeled {
  readonly value: string;
  readonly label: string | null;
}

/** Several texts with a label each: `ana@example.org (work)`. */
export function labeledCell(items: readonly Labeled[]): string {
  return items
    .map(({ value, label }) => {
      const text = itemOf(escaped(value));
      if (label === null) return text.replace(/\)$/, '\\)');
      return `${text} (${escaped(label).replaceAll('(', '\\(').replaceAll('\n', '\n  ')})`;
    })
    .join('\n');
}

/** The texts of a cell that lists them with their labels. */
export function labeledIn(cell: string): readonly Labeled[] {
  return itemsIn(cell).map((item) => {
    const at = /(?:^|[^\\])(?:\\\\)*\\\)$/.test(item) || !item.endsWith(')') ? -1 : item.lastIndexOf(' (');
    if (at < 0) return { value: unescaped(item), label: null };
    return { value: unescaped(item.slice(0, at)), label: unescaped(item.slice(at + 2, -1)) };
  });
}

function itemOf(text: string): string {
  if (text === '') return '\\z';
  return text.replace(/^ /, '\\s').replaceAll('\n', '\n  ');
}

function itemsIn(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split(/\n(?! {2})/).map((item) => item.replaceAll('\n  ', '\n'));
}

/** A cell that no spreadsheet computes, nor a part of it one that takes the row apart in another way. */
export function inert(cell: string): string {
  const parts = cell.replace(WITHIN, (whole, before: string, marks: string, rest: string) =>
    marks === '' && isNumber(rest) ? whole : `${before}'${marks}${rest}`,
  );
  return cell.startsWith("'") || (FORMULA.test(cell) && !isNumber(cell)) ? `'${parts}` : parts;
}

/** The cell as it was before it was made inert. */
export function active(cell: string): string {
  return (cell.startsWith("'") ? cell.slice(1) : cell).replace(MARKED, '$1$2');
}

function isNumber(text: string): boolean {
  return text.length <= LONGEST_NUMBER && NUMBER.test(text);
}
