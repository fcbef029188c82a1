/** What would be markup: of Markdown, of the extensions that many programs have, and of what fills in templates. */
const MARKUP = /[\\`*_[\]{}|~$#^]|%(?=[%}])|(?<=[{%])%|=(?==)|(?<==)=/g;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Shows what could hide or reorder text; see render/safe.ts. */
export type Show = (text: string) => string;

/** A text on one line as Markdown that shows exactly it, anywhere but at the beginning of a line. */
export function inline(text: string, show: Show): string {
  return asText(text.replace(/\s*[\r\n]+\s*/g, ' '), show);
}

/** A text of any number of lines in an item of a list: each line is a line, and none can begin a heading, a list or a rule. */
export function lines(text: string, show: Show, indent = '  '): string {
  const [first = '', ...more] = text.split(/\r\n?|\n/).map((line) => asText(line, show));
  return [first, ...more.map(asBeginning)].join(`\\\n${indent}`);
}

function asText(line: string, show: Show): string {
  return show(line.trim())
    .replace(MARKUP, '\\$&')
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}

function asBeginning(line: string): string {
  return line.replace(/^[-+:=]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** A web address as a link to itself, where it has nothing in it that could be more; else as text. */
export function address(url: string, show: Show): string {
  return /^https?:\/\/[\w.~:/?#@!$&'()*+,;=%-]+$/i.test(url) ? `<${url}>` : inline(url, show);
}
