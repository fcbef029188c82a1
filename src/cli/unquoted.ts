import type { Command, Option } from 'commander';
import type { CalendarDate } from '../domain/days/day.ts';
import { readDay } from '../domain/days/phrase.ts';
import { isNetError, NetError } from '../domain/error.ts';
import { isPlainWord } from '../domain/words/plain-word.ts';
import { shellWord } from '../render/typed.ts';

/** What an option calls a value that may be of several words. */
export const MANY_WORDS: ReadonlySet<string> = new Set(
  'text name who day question where which span phone fee'.split(' '),
);
/** What an option calls a value that is one word. */
export const ONE_WORD: ReadonlySet<string> = new Set(
  'address aim amount answer channel circle columns file format kind number origin outcome side word'.split(
    ' ',
  ),
);

/** An option of several words as it stands on the line, and the words after its value. */
interface Loose {
  readonly flag: string;
  readonly option: Option;
  readonly value: string;
  readonly after: readonly string[];
}

/**
 * Refuses words that stand unquoted after an option whose value they seem to belong to: `net add Lee Chen --via ana silva` would add
 * "Lee Chen silva". Only where words stood before, so that they had their place; nothing that was quoted. Throws `usage`.
 */
export function refuseUnquoted(command: Command, argv: readonly string[]): void {
  const loose = looseOptions(command, argv);
  const [first] = loose;
  if (first === undefined) return;
  const { flag, value, after } = first;
  const [next = ''] = after;
  const hint = isWholeDay(first)
    ? `say ${shellWord(after.join(' '))} before ${flag} ${shellWord(value)}`
    : `put it in quotes: ${loose.map(inQuotes).join(' ')}`;
  throw new NetError('usage', `"${next}" stands after ${flag} ${shellWord(value)}`, hint);
}

function inQuotes({ flag, value, after }: Loose): string {
  return `${flag} ${shellWord([value, ...after].join(' '))}`;
}

function looseOptions(command: Command, argv: readonly string[]): Loose[] {
  const found: Loose[] = [];
  // Where a command takes no words at all, every one of them belongs to an option.
  let words = command.registeredArguments.length === 0 ? 1 : 0;
  for (let at = 0; at < argv.length; at++) {
    const typed = argv[at] ?? '';
    if (typed === '--') break;
    if (!isFlag(typed)) {
      words++;
      continue;
    }
    const { flag, value: attached } = partsOf(typed);
    const option = command.options.find(({ long, short }) => long === flag || short === flag);
    if (option === undefined || !option.required) continue;
    if (attached === null) at++;
    const value = attached ?? argv[at] ?? '';
    const after = wordsFrom(argv, at + 1);
    if (words > 0 && isLoose(option, value, after)) found.push({ flag, option, value, after });
  }
  return found;
}

/** The words from one on that nobody put in quotes. */
function wordsFrom(argv: readonly string[], at: number): string[] {
  const end = argv.findIndex((typed, i) => i >= at && (isFlag(typed) || typed === '--' || !isOneWord(typed)));
  return argv.slice(at, end < 0 ? undefined : end);
}

function isLoose(option: Option, value: string, [next]: readonly string[]): boolean {
  if (next === undefined || !isOneWord(value)) return false;
  const name = nameOf(option);
  // "--to ben she knows every map": no name goes on like that.
  if (name === 'who' && isPlainWord(next)) return false;
  return MANY_WORDS.has(name) || (name === 'number' && /^(m|mins?|minutes?|h|hrs?|hours?)$/i.test(next));
}

/** What an option calls its value: `<text>` is "text". */
export function nameOf({ flags }: Pick<Option, 'flags'>): string {
  return /<(.+)>/.exec(flags)?.[1] ?? '';
}

/** `--via=ana` and `-gan` hold their value themselves. */
function partsOf(typed: string): { readonly flag: string; readonly value: string | null } {
  const [, flag = typed, value = null] =
    /^(--[^=]+)=(.*)$/s.exec(typed) ?? /^(-[^-])(.+)$/s.exec(typed) ?? [];
  return { flag, value };
}

function isFlag(typed: string): boolean {
  return /^-./.test(typed) && typed !== '--';
}

function isOneWord(typed: string): boolean {
  return typed !== '' && !/\s/.test(typed);
}

/** Any day will do to see whether words name one. */
const SOME_DAY = '2026-01-01' as CalendarDate;

/** Whether a value is a day already, and none with what follows it: `--on yesterday coffee`. */
function isWholeDay({ option, value, after: [next = ''] }: Loose): boolean {
  return nameOf(option) === 'day' && isDayPhrase(value) && !isDayPhrase(`${value} ${next}`);
}

function isDayPhrase(text: string): boolean {
  try {
    return readDay(text, SOME_DAY, 'past') !== null;
  } catch (error) {
    if (isNetError(error)) return true;
    throw error;
  }
}
