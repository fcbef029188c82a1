/** The fields that a documentation names in `{a, b {c}}`, each with its own; null where it names none. */
export type Shape = { readonly [field: string]: Shape | null } | null;

/** The shape in the first braces of a text such as `each {id, move {act}}; more words`. */
export function shapeOf(text: string): Shape {
  const start = text.indexOf('{');
  const end = closing(text, start);
  if (start < 0 || end < 0) return null;
  const members = parts(text.slice(start + 1, end));
  return Object.fromEntries(members.map((part) => [/\w+/.exec(part)?.[0] ?? '', shapeOf(part)]));
}

/** Where the braces that open somewhere close. */
function closing(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i >= 0 && i < text.length; i++) {
    if (text[i] === '{') depth++;
    if (text[i] === '}' && --depth === 0) return i;
  }
  return -1;
}

/** The parts between the commas that stand in no braces. */
function parts(text: string): string[] {
  const found = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth++;
    if (character === '}') depth--;
    if (character === ',' && depth === 0) found.push('');
    else found[found.length - 1] += character;
  }
  return found;
}

/** Where a value has other fields than a shape names: what it has; null where it is as told, or not there. */
export function unlike(value: unknown, shape: Shape): string | null {
  if (shape === null || value === null || value === undefined) return null;
  if (Array.isArray(value))
    return value.map((each) => unlike(each, shape)).find((found) => found !== null) ?? null;
  if (typeof value !== 'object') return `not an object: ${String(value)}`;
  if (Object.keys(value).join() !== Object.keys(shape).join()) return Object.keys(value).join(', ');
  const inner = Object.entries(value).map(([field, each]) => unlike(each, shape[field] ?? null));
  return inner.find((found) => found !== null) ?? null;
}
