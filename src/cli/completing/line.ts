import { isAnd } from '../../domain/words/typed-words.ts';
import { entryAt } from '../registry.ts';
import { COMMANDS, EVERYWHERE } from './commands.ts';
import type { KnownCommand, KnownOption, Takes } from './known.ts';

/** Something that may stand where the cursor is, and what it is. */
export interface Offer {
  readonly value: string;
  readonly about: string;
}

/** What is completed on a command line. */
export interface Asked {
  /** Of these, those that begin as the word does. */
  readonly words: readonly Offer[];
  /** What is looked up in the file; the shell completes the name of a file itself. */
  readonly lookUp: Exclude<Takes, 'text' | readonly string[]> | null;
  /** What was typed of it, and what of the word stands before and stays: `ana-silva,`, `--via=`. */
  readonly typed: string;
  readonly kept: string;
  /** The words before it that may belong to the same name. */
  readonly before: readonly string[];
  /** Whether an "and" stands right before it. */
  readonly afterAnd: boolean;
  /** The file that --db names. */
  readonly db: string | undefined;
}

/** Where on a line the cursor is. */
interface Place {
  readonly command: KnownCommand | undefined;
  /** The words before the cursor that are no options, nor values of such, without those that name the command. */
  readonly words: readonly string[];
  /** The option before the cursor whose value is awaited. */
  readonly option: KnownOption | undefined;
  /** After `--` there are no options. */
  readonly onlyWords: boolean;
  readonly db: string | undefined;
  readonly named: readonly string[];
}

/** What is completed where `line`, all words after the name of the program, ends: its last one is typed still. */
export function askedOn(line: readonly string[]): Asked {
  const typed = line.at(-1) ?? '';
  const place = placeAfter(line.slice(0, -1));
  const nothing: Asked = {
    words: [],
    lookUp: null,
    typed,
    kept: '',
    before: [],
    afterAnd: false,
    db: place.db,
  };
  if (place.option !== undefined) return asValue(nothing, place.option.takes);
  const [, flag, value] = place.onlyWords ? [] : (/^(--[^=]+)=(.*)$/s.exec(typed) ?? []);
  if (flag !== undefined && value !== undefined)
    return asValue({ ...nothing, typed: value, kept: `${flag}=` }, optionOf(place.command, flag)?.takes);
  if (typed.startsWith('-') && !place.onlyWords) return { ...nothing, words: flagsOf(place.command) };
  if (place.named[0] === 'help') return { ...nothing, words: helpWords(place.named[1]) };
  if (place.named.length === 0) return { ...nothing, words: firstWords() };
  // `net target a` is an unfinished `net target add`; `net group` alone is a command, too.
  const family = place.named.length === 1 && place.words.length === 0 ? secondWords(place.named[0]) : [];
  const takes = place.command?.words[Math.min(place.words.length, place.command.words.length - 1)];
  const asked = wordOf(nothing, place, takes);
  return { ...asked, words: [...family, ...asked.words] };
}

function placeAfter(line: readonly string[]): Place {
  const end = line.indexOf('--');
  const open = end < 0 ? line : line.slice(0, end);
  const at = [...open.keys()].filter((i) => !open[i]?.startsWith('-') && open[i - 1] !== '--db');
  const [first, second] = at.map((i) => open[i] ?? '');
  const entry = first === undefined ? undefined : entryAt(first, second);
  const named =
    first === undefined
      ? []
      : entry?.name.includes(' ') && second !== undefined
        ? [first, second]
        : first === 'help' && second !== undefined
          ? [first, second]
          : [first];
  const command = COMMANDS.find(({ name }) => name === entry?.name);
  const words: string[] = [];
  let option: KnownOption | undefined;
  let db: string | undefined;
  for (const [i, word] of open.entries()) {
    if (option !== undefined) {
      if (option.flags.includes('--db')) db = word;
      option = undefined;
    } else if (word.startsWith('-')) {
      if (word.startsWith('--db=')) db = word.slice('--db='.length);
      else if (!word.includes('=')) option = optionOf(command, word);
      if (option?.takes === null) option = undefined;
    } else if (!at.slice(0, named.length).includes(i)) words.push(word);
  }
  const rest = end < 0 ? [] : line.slice(end + 1);
  return {
    command,
    words: [...words, ...rest],
    option: end < 0 ? option : undefined,
    onlyWords: end >= 0,
    db,
    named,
  };
}

function optionOf(command: KnownCommand | undefined, flag: string): KnownOption | undefined {
  return [...(command?.options ?? []), ...EVERYWHERE].find(({ flags }) => flags.includes(flag));
}

/** A word that is no option: of names also one after a comma or an "and", and the next word of one that is typed without quotes. */
function wordOf(nothing: Asked, place: Place, takes: Takes | undefined): Asked {
  const asked = asValue(nothing, takes);
  const last = place.words.at(-1);
  const before = namesBefore(place.words);
  // Behind a name the text begins, in which nothing is offered before something is typed.
  const isText =
    asked.lookUp === 'who' &&
    last !== undefined &&
    before.length > 0 &&
    asked.typed === '' &&
    asked.kept === '';
  if (isText) return { ...nothing, words: [] };
  return asked.kept === '' ? { ...asked, before, afterAnd: isAnd(last) } : asked;
}

/** The words since the last comma or "and". */
function namesBefore(words: readonly string[]): readonly string[] {
  const end = words.findLastIndex((word) => word.endsWith(',') || isAnd(word));
  return words.slice(end + 1).map((word) => word.slice(word.lastIndexOf(',') + 1));
}

function asValue(asked: Asked, takes: Takes | null | undefined): Asked {
  if (takes === undefined || takes === null || takes === 'text') return asked;
  if (typeof takes !== 'string') return { ...asked, words: takes.map((value) => ({ value, about: '' })) };
  if (takes !== 'who') return { ...asked, lookUp: takes, words: takes === 'backup' ? [LAST] : [] };
  // Of a list of names the last one is typed.
  const comma = asked.typed.lastIndexOf(',') + 1;
  const after = asked.typed.slice(comma);
  const typed = after.trimStart();
  const kept = asked.kept + asked.typed.slice(0, comma) + after.slice(0, after.length - typed.length);
  return { ...asked, lookUp: takes, typed, kept };
}

const LAST: Offer = { value: 'last', about: 'the newest backup' };

function flagsOf(command: KnownCommand | undefined): Offer[] {
  const known = [...(command?.options ?? []), ...EVERYWHERE];
  return known.flatMap(({ flags, about }) => flags.map((value) => ({ value, about })));
}

/** Every command by its first word. */
function firstWords(): Offer[] {
  const words = new Map<string, string>();
  for (const { name, summary } of COMMANDS) {
    const [first = '', second] = name.split(' ');
    const family = words.get(first);
    words.set(first, second === undefined ? summary : family === undefined ? second : `${family}, ${second}`);
  }
  words.set('help', 'how a command is used');
  return [...words].map(([value, about]) => ({ value, about }));
}

/** The second words of the commands that begin with one. */
function secondWords(first: string | undefined): Offer[] {
  return COMMANDS.filter(({ name }) => name.startsWith(`${first} `)).map(({ name, summary }) => ({
    value: name.slice(name.indexOf(' ') + 1),
    about: summary,
  }));
}

function helpWords(first: string | undefined): Offer[] {
  if (first !== undefined) return secondWords(first);
  const all = { value: 'all', about: 'every command' };
  return [...firstWords().filter(({ value }) => value !== 'help'), all];
}
