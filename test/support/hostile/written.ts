import fs from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { harmIn, harmInDocument } from './boundary.ts';

const PEOPLE = 8;

/** A line of a card or a calendar that begins a property. */
const PROPERTY = /^(?:[A-Za-z0-9-]+\.)?[A-Za-z][A-Za-z0-9-]*(?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^":;]*))*:/;

/** What a spreadsheet would compute. A telephone number is none. */
const FORMULA = /^\s*[=+\-@\t\n\r]/;
const NUMBER = /^\+[0-9 ()]*(?: \([\p{L}\p{M} ]*\))?(?:\n|$)/u;

/** What is wrong with the files that a text was written into, in each format; nothing where nothing is. */
export function* wrongFiles(out: string): Generator<string> {
  const read = (name: string) => fs.readFileSync(join(out, name), 'utf8');
  yield* wrongLines('people.vcf', read('people.vcf'), 'BEGIN:VCARD', PEOPLE);
  yield* wrongLines('days.ics', read('days.ics'), 'BEGIN:VCALENDAR', 1);
  const harm = harmIn(read('days.ics').replaceAll('\r\n', '\n'), 'pipe');
  if (harm !== null) yield `days.ics: ${harm}`;
  yield* wrongTable(read('people.csv'));
  const { contact } = JSON.parse(read('people.json')) as { contact: unknown[] };
  if (contact.length !== PEOPLE) yield `people.json: ${contact.length} people`;
  for (const name of fs.readdirSync(join(out, 'pages'))) yield* wrongPage(name, read(`pages/${name}`));
}

/** Every line of a card or a calendar is one of its own: what a text holds cannot begin another. */
function* wrongLines(name: string, text: string, begin: string, count: number): Generator<string> {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  if (lines.pop() !== '') yield `${name}: its last line has no end`;
  for (const line of lines) {
    if (!PROPERTY.test(line)) yield `${name}: a line of its own: ${JSON.stringify(line.slice(0, 60))}`;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    if (/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/.test(line))
      yield `${name}: a control: ${JSON.stringify(line.slice(0, 60))}`;
    if (/^(ACTION|TRIGGER|ATTACH|BEGIN:VALARM)/.test(line)) yield `${name}: ${line}`;
  }
  const begun = lines.filter((line) => line === begin).length;
  if (begun !== count) yield `${name}: ${begun} times ${begin}`;
}

function* wrongTable(text: string): Generator<string> {
  const rows: string[][] = parse(text, { bom: true });
  if (rows.length !== PEOPLE + 1) yield `people.csv: ${rows.length} rows`;
  for (const cell of rows.flat()) {
    if (FORMULA.test(cell) && !NUMBER.test(cell))
      yield `people.csv: a formula: ${JSON.stringify(cell.slice(0, 60))}`;
    const harm = harmInDocument(cell);
    if (harm !== null) yield `people.csv: ${harm}`;
  }
}

/** Nothing of a page is shown as anything but text: no markup, no element, nothing that fills in a template. */
function* wrongPage(name: string, text: string): Generator<string> {
  const harm = harmIn(text, 'pipe');
  if (harm !== null) yield `${name}: ${harm}`;
  const bare = text.replace(/\\[\\`*_[\]{}|~$#^%=+:-]/g, '').replace(/<https?:[^\s<>]*>/g, '');
  for (const evil of [/<[^>\n]*>/, /\{\{|\{%|\$\{|<%/, /!\[|\]\(\w+:/, /`/])
    if (evil.test(bare)) yield `${name}: ${JSON.stringify(evil.exec(bare)?.[0])} in it`;
}
