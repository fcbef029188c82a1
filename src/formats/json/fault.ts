/** Where a text stops being JSON, in lines and columns from 1; null where it is JSON. The program's own parser does not always say. */
export function faultIn(text: string): { readonly line: number; readonly column: number } | null {
  const at = faultAt(text);
  if (at === null) return null;
  const before = text.slice(0, at);
  return { line: before.split(/\r\n?|\n/).length, column: at - lastBreak(before) };
}

function lastBreak(text: string): number {
  return Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
}

/** What may come next: a value; the first of a list or its end; a name; the first name or its end; what follows a value. */
type Next = 'value' | 'item' | 'name' | 'first name' | 'after';

const SPACE = /[ \t\n\r]*/y;
const PLAIN = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function faultAt(text: string): number | null {
  const open: string[] = [];
  let next: Next = 'value';
  let at = past(SPACE, text, 0) ?? 0;
  while (next !== 'after' || open.length > 0) {
    const character = text[at];
    const inside = open.at(-1);
    const closes = inside === '[' ? ']' : '}';
    if (character === closes && inside !== undefined && next !== 'value' && next !== 'name') {
      open.pop();
      next = 'after';
      at++;
    } else if (next === 'after') {
      if (character !== ',') return at;
      next = inside === '[' ? 'value' : 'name';
      at++;
    } else if (next === 'name' || next === 'first name') {
      const end = pastString(text, at);
      if (end.fault !== null) return end.fault;
      at = past(SPACE, text, end.at) ?? end.at;
      if (text[at] !== ':') return at;
      next = 'value';
      at++;
    } else if (character === '[' || character === '{') {
      open.push(character);
      next = character === '[' ? 'item' : 'first name';
      at++;
    } else if (character === '"') {
      const end = pastString(text, at);
      if (end.fault !== null) return end.fault;
      next = 'after';
      at = end.at;
    } else {
      const end = past(PLAIN, text, at);
      if (end === null) return at;
      next = 'after';
      at = end;
    }
    at = past(SPACE, text, at) ?? at;
  }
  return at === text.length ? null : at;
}

/** Where a pattern that begins right there ends, or null where it does not begin. */
function past(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** Where a text in quotes ends, or what in it is at fault. From one telling character to the next: such a text may hold a whole picture. */
function pastString(text: string, from: number): { readonly at: number; readonly fault: number | null } {
  if (text[from] !== '"') return { at: from, fault: from };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none of them in a text.
  const telling = /["\\\u0000-\u001f]/g;
  telling.lastIndex = from + 1;
  for (let found = telling.exec(text); found !== null; found = telling.exec(text)) {
    if (found[0] === '"') return { at: found.index + 1, fault: null };
    const end = found[0] === '\\' ? past(ESCAPE, text, found.index) : null;
    if (end === null) return { at: from, fault: found.index };
    telling.lastIndex = end;
  }
  return { at: from, fault: text.length };
}
