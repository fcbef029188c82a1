import fs from 'node:fs';
import { join } from 'node:path';
import { LONGEST_NAME } from '../../../src/domain/acts/limits.ts';
import type { Desk, Ran } from '../world.ts';
import { harmIn, harmInDocument } from './boundary.ts';
import { CHANGING, type Line, layFiles, READING, typed, WRITING } from './lines.ts';
import { type Called, planted, type Template, TOKEN } from './world.ts';
import { wrongFiles } from './written.ts';

/** How a command is asked: on a terminal in color, in a pipe, in JSON. */
const ASKED = ['terminal', 'pipe', 'json'] as const;
type Asked = (typeof ASKED)[number];

/** What the harmless token says, by which the rest is measured. */
export interface Measure {
  readonly template: Template;
  readonly plain: readonly Ran[];
  readonly json: readonly Ran[];
}

/** Whose lines are folded, laid out by how long a text is, or tell where it stands or what a file of others has in it. */
const FOLDED = /^(calendar|config|purge .*|export --format (vcard|csv)|import .*hostile.*)$/;
/** What stands beside the text in the longest name of the template. */
const PLACE = 20;
/** A note keeps its lines, each under the first. */
const UNDER = /^(?:[a-z ]+ {2,}\S| {2,}\S| *$)/;
/** Whose order, quotes or suggestions are by what the texts are. */
const EXACT = /^(show \{|target list|recommend$|cherish|balance \{)/;
/** What is printed as it is: a document for another program, or help. */
const DOCUMENT = /^(export --format|\S+( \S+)? --help|help )/;

/** The harmless token in every field, and what is said of it. */
export async function measure(template: Template): Promise<Measure> {
  const { at, called } = await planted(template, TOKEN);
  try {
    prepare(at, TOKEN);
    for (const line of WRITING) await typed(at, line, TOKEN, called);
    const all = async (asked: Asked) => {
      const rans = [];
      for (const line of READING) rans.push(await ask(at, called, TOKEN, line, asked));
      return rans;
    };
    return { template, plain: await all('pipe'), json: await all('json') };
  } finally {
    fs.rmSync(at.directory, { recursive: true });
  }
}

function prepare(at: Desk, text: string): void {
  layFiles(join(at.directory, 'out'), text);
}

function ask(at: Desk, called: Called, text: string, line: Line, asked: Asked): Promise<Ran> {
  at.terminal = asked === 'terminal' ? { columns: 80 } : null;
  // An empty NO_COLOR is none.
  at.env = { NO_COLOR: asked === 'terminal' ? '' : '1', NET_DEBUG: '1' };
  return typed(at, asked === 'json' ? ['--json', ...line] : line, text, called);
}

/**
 * What of a text comes out as it must not, one string for each; none where all is well. The text stands in every field of a file; what is
 * read is asked for in every way, what changes something, and `more` lines, in one of them, by `turn`.
 */
export async function escapes(
  { template, plain, json }: Measure,
  text: string,
  turn: number,
  more: readonly Line[],
): Promise<string[]> {
  const { at, called } = await planted(template, text);
  const wrong: string[] = [];
  const look = async (line: Line, asked: Asked) => {
    const ran = await ask(at, called, text, line, asked);
    const what = [...wrongIn(line.join(' '), ran, asked)];
    wrong.push(...what.map((said) => `${line.join(' ')} (${asked}): ${said}`));
    return ran;
  };
  const inTurn = async (lines: readonly Line[]) => {
    for (const [i, line] of lines.entries()) await look(line, ASKED[(i + turn) % ASKED.length] ?? 'pipe');
  };
  try {
    prepare(at, text);
    await inTurn(WRITING);
    wrong.push(...wrongFiles(join(at.directory, 'out')));
    for (const [i, line] of READING.entries()) {
      const said = line.join(' ');
      await look(line, 'terminal');
      const printed = await look(line, 'pipe');
      const told = await look(line, 'json');
      const measured = plain[i];
      // A name that nobody can be told, too long or of blanks alone, is cut or left out by an import, which says so.
      const isCut = /^import/.test(said) && (text.trim() === '' || text.length > LONGEST_NAME - PLACE);
      const keepsLines = /^show/.test(said) && /[\r\n]/.test(text);
      // Where the text is an option, another line is asked for.
      const isOption = text.startsWith('--') && said.includes('{token}');
      if (
        !isOption &&
        !FOLDED.test(said) &&
        !isCut &&
        !keepsLines &&
        measured?.code === printed.code &&
        rows(measured) !== rows(printed)
      )
        wrong.push(`${said}: ${rows(printed)} lines, not ${rows(measured)}`);
      if (
        keepsLines &&
        !printed.out
          .split('\n')
          .slice(1)
          .every((row) => UNDER.test(row))
      )
        wrong.push(`${said}: a line that is under none`);
      if (EXACT.test(said) && sameJson(told.out) !== expected(json[i]?.out ?? '', text))
        wrong.push(`${said}: the strings do not come back as they are`);
    }
    await inTurn(CHANGING);
    await inTurn(more);
    return wrong;
  } finally {
    fs.rmSync(at.directory, { recursive: true });
  }
}

function rows({ out, err }: Ran): string {
  return `${out.split('\n').length} and ${err.split('\n').length}`;
}

/** The answer in JSON with the text in the place of the token: as it is stored, where halves of characters cannot be. */
function expected(json: string, text: string): string {
  const stored = text.toWellFormed();
  const put = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll(TOKEN, () => stored);
    if (Array.isArray(value)) return value.map(put);
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, put(one)]))
      : value;
  };
  return JSON.stringify(put(JSON.parse(json)));
}

function* wrongIn(line: string, { code, out, err }: Ran, asked: Asked): Generator<string> {
  const outlet = asked === 'terminal' ? 'terminal' : 'pipe';
  const isDocument = /^(export|calendar)\b/.test(line) && outlet === 'pipe' && code === 0;
  const harm = (isDocument ? harmInDocument(out) : harmIn(out, outlet)) ?? harmIn(err, outlet);
  if (harm !== null) yield harm;
  if (code === 1) yield `a bug: ${err.slice(0, 200)}`;
  // What they find, as that the template was not filled by commands, is their answer and no failure.
  const finds = /^(check|doctor)$/.test(line);
  if (outlet === 'pipe' && code > 3 && !finds && !/^net: [^\n]+\n(?:hint: [^\n]+\n)?$/.test(err))
    yield `no error of one line and a hint: ${JSON.stringify(err)}`;
  if (asked === 'json' && !DOCUMENT.test(line) && !isJson(out))
    yield `no JSON: ${JSON.stringify(out.slice(0, 80))}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function sameJson(text: string): string | null {
  return isJson(text) ? JSON.stringify(JSON.parse(text)) : null;
}
