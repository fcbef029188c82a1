import { decodeQuoted } from './quoted.ts';

/** A line of a card, taken apart but with its value still as it is written. */
export interface ContentLine {
  /** The `item1` of `item1.TEL`, which ties lines together. */
  readonly group: string | null;
  /** In lower case. */
  readonly name: string;
  /** What `TYPE` says, or the bare words of version 2.1. */
  readonly types: readonly string[];
  /** The other parameters; their names and, for `encoding` and `value`, what they say, in lower case. */
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
}

const MOST_PARAMS = 64;
const LONGEST_PARAM = 1000;

const ENCODINGS = new Set(['base64', 'b', 'quoted-printable', '8bit', '7bit']);
const VALUES = new Set(['url', 'uri', 'cid', 'content-id', 'inline']);

/** A parameter that has lost its value says nothing. */
const NAMES = new Set(['type', 'value', 'encoding', 'charset', 'language']);

/** The parameter that has the label which the person gave. */
export const OWN_LABEL = 'x-ablabel';

/** Android's `X-CUSTOM(My label)`, with a charset and an encoding in front where it has letters beyond ASCII; null for anything else. */
function androidLabel(param: string): string | null {
  const [, said] = /^\s*x-custom\((.*)$/is.exec(param) ?? [];
  if (said === undefined) return null;
  const whole = said.replace(/\)\s*$/, '');
  const [head, charset] = /^charset=([\w-]{1,40}),encoding=quoted-printable,/i.exec(whole) ?? [];
  if (head === undefined) return whole.trim();
  return decodeQuoted(whole.slice(head.length), charset ?? null)
    .replace(/\\;/g, ';')
    .replace(/\\n/g, ' ')
    .trim();
}

/** `name;param=value;…:value`, in any version, or null where there is no colon. Bare words of version 2.1 become types. */
export function readContentLine(text: string): ContentLine | null {
  const cuts = headerCuts(text, true) ?? headerCuts(text, false);
  if (cuts === null) return null;
  const { separators, colon } = cuts;
  const path = text.slice(0, separators[0] ?? colon).trim();
  const dot = path.lastIndexOf('.');
  const types: string[] = [];
  const params = new Map<string, string>();
  separators.forEach((at, i) => {
    const param = text.slice(at + 1, separators[i + 1] ?? colon).slice(0, LONGEST_PARAM);
    const equals = param.indexOf('=');
    const name = param.slice(0, Math.max(equals, 0)).trim().toLowerCase();
    const value = unquoted(param.slice(equals + 1));
    const bare = value.toLowerCase();
    const own = androidLabel(param);
    if (own !== null) {
      if (own !== '') params.set(OWN_LABEL, own);
      return;
    }
    if (value === '') return;
    if (name === 'encoding' || name === 'value') params.set(name, bare);
    else if (name === 'type')
      types.push(
        ...value
          .replaceAll('"', '')
          .split(',')
          .map((type) => type.trim()),
      );
    else if (name !== '') params.set(name, value);
    else if (ENCODINGS.has(bare)) params.set('encoding', bare);
    else if (VALUES.has(bare)) params.set('value', bare);
    else if (!NAMES.has(bare)) types.push(value);
  });
  return {
    group: dot < 0 ? null : path.slice(0, dot).toLowerCase(),
    name: path.slice(dot + 1).toLowerCase(),
    types: types.filter((type) => type !== ''),
    params,
    value: text.slice(colon + 1),
  };
}

export function isBase64({ params }: Pick<ContentLine, 'params'>): boolean {
  const encoding = params.get('encoding');
  return encoding === 'b' || encoding === 'base64';
}

/** Where the first parameters begin and where the value does. A quoted parameter may have semicolons and colons within. */
function headerCuts(text: string, quotes: boolean): { separators: number[]; colon: number } | null {
  const separators: number[] = [];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '"' && quotes) quoted = !quoted;
    else if (quoted) continue;
    else if (character === ':') return { separators, colon: i };
    else if (character === ';' && separators.length < MOST_PARAMS) separators.push(i);
  }
  return null;
}

/** Without quotes around it, and with what RFC 6868 has for a quote and a line break. */
function unquoted(param: string): string {
  const plain = param.trim().replace(/^"|"$/g, '');
  return plain
    .replace(/\^['n^]/g, (pair) => (pair === "^'" ? '"' : pair === '^n' ? '\n' : '^'))
    .replace(/\\n/gi, '\n')
    .trim();
}
