import type { ContactPoint, StoredStage } from '../contact.ts';
import type { Birthday } from '../days/day.ts';
import { foldedWords } from '../words/fold.ts';
import { plain } from '../words/plain.ts';

/** What is compared of somebody. */
export interface Known {
  readonly id: string;
  readonly short: string;
  readonly name: string;
  readonly nickname: string | null;
  readonly org: string | null;
  readonly birthday: Birthday | null;
  readonly stage: StoredStage;
  readonly createdAt: string;
  readonly points: readonly Pick<ContactPoint, 'kind' | 'value'>[];
}

/** What comparing needs of libraries, which the domain has none of. */
export interface Tools {
  /** How a folded word sounds, one way or two. */
  readonly phonetic: (word: string) => readonly string[];
  /** How alike two folded words are, from 0 to 1. */
  readonly near: (a: string, b: string) => number;
  /** A number as it is dialed from anywhere, or null where that cannot be told. */
  readonly number: (text: string) => string | null;
}

/** Somebody with what they are compared by made ready. */
export interface Face {
  readonly known: Known;
  /** The folded words of the name, without titles and without what tells father from son. */
  readonly words: readonly string[];
  readonly whole: string;
  /** The letters of a name in Chinese, Japanese or Korean ones, which are written with a space or without; else null. */
  readonly signs: string | null;
  /** Whether it is more than a first or a family name. */
  readonly isWhole: boolean;
  /** Junior, Filho: somebody of the same name with another one is somebody else, and often so somebody without one. */
  readonly generation: string;
  readonly nickname: readonly string[];
  readonly mails: readonly string[];
  readonly urls: readonly string[];
  readonly org: string | null;
  /** `MM-DD`, and the year where it is known. */
  readonly day: string | null;
  readonly year: string | null;
}

const TITLES = new Set(
  'dr dra prof profa professor professora mr mrs ms miss sir dona dom eng enga ing dipl herr frau sr sra don rev phd md mba'.split(
    ' ',
  ),
);
const GENERATIONS = new Map(
  Object.entries({
    jr: 'junior',
    junior: 'junior',
    jnr: 'junior',
    senior: 'senior',
    snr: 'senior',
    filho: 'filho',
    neto: 'neto',
    sobrinho: 'sobrinho',
    hijo: 'hijo',
    nieto: 'nieto',
    ii: '2',
    iii: '3',
    iv: '4',
  }),
);
const COMPANY = new Set(
  'inc incorporated ltd limited llc llp plc corp corporation co company gmbh ag kg ug ev lda sa sl srl sarl spa bv nv ab as oy aps the'.split(
    ' ',
  ),
);

export function faceOf(known: Known): Face {
  const named = nameWords(known.name);
  const generationAt = (at: number) => (at === 0 ? undefined : generationOf(named, at));
  const generations = named.flatMap((_, at) => generationAt(at) ?? []);
  const bare = named.filter((_, at) => generationAt(at) === undefined);
  const untitled = bare.filter((word) => !TITLES.has(word));
  const words = untitled.length === 0 ? bare : untitled;
  const of = (kind: ContactPoint['kind']) => known.points.filter((point) => point.kind === kind);
  const { birthday } = known;
  const signs = signsOf(known.name);
  return {
    known,
    words,
    whole: words.join(' '),
    signs,
    isWhole: words.length > 1 || signs !== null,
    generation: generations.join(' '),
    nickname: known.nickname === null ? [] : foldedWords(known.nickname),
    mails: [...new Set(of('email').map(({ value }) => plain(value).replace(/^mailto:/, '')))],
    urls: [...new Set(of('url').map(({ value }) => addressOf(value)))].filter((url) => url !== ''),
    org: employerOf(known.org),
    day: birthday === null ? null : birthday.slice(-5),
    year: birthday === null || birthday.startsWith('--') ? null : birthday.slice(0, 4),
  };
}

/** "Sr" is a title in front of a name, and tells father from son behind it; a degree may come after. */
function generationOf(words: readonly string[], at: number): string | undefined {
  const word = words[at] ?? '';
  if (word !== 'sr') return GENERATIONS.get(word);
  return at > 1 && words.slice(at).every((after) => TITLES.has(after)) ? 'senior' : undefined;
}

/** "Silva, Ana" is Ana Silva; what follows any other comma, as a degree does, stays. */
function nameWords(name: string): string[] {
  const [family = '', given = '', more] = name.split(',');
  const [before, after] = [foldedWords(family), foldedWords(given)];
  const isTurned = more === undefined && before.length > 0 && after.some((word) => !isSuffix(word));
  return isTurned ? [...after, ...before] : foldedWords(name);
}

function isSuffix(word: string): boolean {
  return GENERATIONS.has(word) || TITLES.has(word);
}

/** Two of these letters are a family name and a given one. */
function signsOf(name: string): string | null {
  const letters = name.normalize('NFKC').match(/\p{L}/gu) ?? [];
  const isSign = (letter: string) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u.test(letter);
  return letters.length > 1 && letters.every(isSign) ? letters.join('') : null;
}

/** What is added to an address to count who comes from where. Any other parameter may be whose page it is. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igsh(id)?|trk\w*|lipi|mibextid|originalsubdomain|ref|ref_\w+|refid|si|feature|source|src|_ga|hl|lang|locale)(=|$)/;

/** An address without what says nothing of whose it is. */
function addressOf(url: string): string {
  const [page = '', query = ''] = plain(url)
    .replace(/#.*$/, '')
    .split(/\?(.*)/s);
  const telling = query.split('&').filter((part) => part !== '' && !TRACKING.test(part));
  const address = page
    .replace(/^[a-z][a-z+.-]*:\/\//, '')
    .replace(/^(www\.|m\.|[a-z]{2}\.(?=(linkedin|facebook|xing)\.))/, '')
    .replace(/\/+$/, '');
  return telling.length === 0 ? address : `${address}?${telling.sort().join('&')}`;
}

/** An employer without its legal form. */
function employerOf(org: string | null): string | null {
  if (org === null) return null;
  const words = foldedWords(org);
  const telling = words.filter((word) => !COMPANY.has(word));
  const name = (telling.length === 0 ? words : telling).join(' ');
  return name === '' ? null : name;
}

/** Whether there is a name at all: a card without one is called by its number or its address. */
export function isNamed({ known, words }: Face): boolean {
  return words.some((word) => /[a-z]/.test(word)) && !known.name.includes('@');
}
