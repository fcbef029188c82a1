import type { Face, Tools } from './face.ts';
import { isShortForm, isWholeName } from './short-forms.ts';

/** How two names are alike, the most telling first. */
export const LIKENESSES = [
  'same-name',
  'swapped',
  'nickname',
  'short-form',
  'longer-name',
  'near-name',
  'initial',
  'sounds-alike',
  'part-of-name',
] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** From so alike on a word is taken for the other one misspelled, or for one that is written as it sounds. */
const NEAR = 0.9;
const SOUNDING = 0.72;
/** Shorter words are near to everything. */
const SHORTEST = 4;

/** How the names of two people are alike; null where they are not, or where each tells another generation. */
export function likeness(a: Face, b: Face, tools: Tools): Likeness | null {
  if (a.words.length === 0 || b.words.length === 0 || areGenerationsApart(a, b)) return null;
  if (a.signs !== null && b.signs !== null) return likeSigns(a.signs, b.signs);
  if (a.whole === b.whole || a.words.join('') === b.words.join('')) return 'same-name';
  if (isCalled(a, b) || isCalled(b, a)) return 'nickname';
  if (a.words.length === 1 || b.words.length === 1)
    return isPart(a, b) || isPart(b, a) ? 'part-of-name' : null;
  if (a.words.length === b.words.length && isSwapped(a.words, b.words)) return 'swapped';
  if (isLonger(a.words, b.words) || isLonger(b.words, a.words)) return 'longer-name';
  return likeEnds(a, b, tools);
}

/** Junior is not Filho, nor the second the third. */
function areGenerationsApart({ generation: a }: Face, { generation: b }: Face): boolean {
  return a !== '' && b !== '' && a !== b;
}

/** Of names in Chinese, Japanese or Korean letters: these tell apart what sounds and is spelled the same in Latin ones. */
function likeSigns(a: string, b: string): Likeness | null {
  if (a === b) return 'same-name';
  return a.startsWith(b) || b.startsWith(a) ? 'part-of-name' : null;
}

/** Whether the nickname of one is the whole name of the other. */
function isCalled({ nickname }: Face, other: Face): boolean {
  return nickname.length > 1 && nickname.join(' ') === other.whole;
}

function isSwapped(a: readonly string[], b: readonly string[]): boolean {
  return b.includes(a[0] ?? '') && [...a].sort().join(' ') === [...b].sort().join(' ');
}

/** A single word that is the first or the last name of the other, their nickname, or a form of these. */
function isPart(one: Face, other: Face): boolean {
  const [word] = one.words;
  if (one.words.length !== 1 || word === undefined || word.length < 2) return false;
  const names = [other.words[0], other.words.at(-1), ...(other.nickname.length === 1 ? other.nickname : [])];
  if (names.includes(word)) return true;
  return isShortForm(word, other.words[0] ?? '') || one.nickname.join(' ') === other.words[0];
}

/** Whether one name is the other with more in between or behind: an initial in it stands for a name. */
function isLonger(longer: readonly string[], shorter: readonly string[]): boolean {
  if (longer.length <= shorter.length && !shorter.some(isInitial)) return false;
  if (longer.length < shorter.length || longer[0] !== shorter[0]) return false;
  let from = 1;
  return shorter.slice(1).every((word, i) => {
    const isLast = i === shorter.length - 2;
    const at = longer.findIndex(
      (known, j) => j >= from && (known === word || (!isLast && isInitial(word) && known.startsWith(word))),
    );
    from = at + 1;
    return at > 0;
  });
}

function isInitial(word: string): boolean {
  return word.length === 1;
}

/** By the first and the last word; what stands between them must not tell two people apart. */
function likeEnds(a: Face, b: Face, tools: Tools): Likeness | null {
  const [firstA = '', firstB = ''] = [a.words[0], b.words[0]];
  const [lastA = '', lastB = ''] = [a.words.at(-1), b.words.at(-1)];
  if (!agree(a.words.slice(1, -1), b.words.slice(1, -1))) return null;
  const nearLast = lastA === lastB || isNear(lastA, lastB, tools);
  if (nearLast && firstA !== firstB) {
    if (a.nickname.includes(firstB) || b.nickname.includes(firstA)) return 'nickname';
    if (isShortForm(firstA, firstB)) return 'short-form';
    if (lastA === lastB && (begins(firstA, firstB) || begins(firstB, firstA))) return 'initial';
  }
  if (areTwoNames(firstA, firstB)) return null;
  const nearFirst = firstA === firstB || isNear(firstA, firstB, tools);
  if (nearFirst && nearLast && (firstA !== firstB || lastA !== lastB)) return 'near-name';
  return sounds(firstA, firstB, tools) && sounds(lastA, lastB, tools) ? 'sounds-alike' : null;
}

/** Names in between agree unless both have some and they differ. */
function agree(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  return shorter.every((word) =>
    longer.some((known) => known === word || begins(word, known) || begins(known, word)),
  );
}

function begins(initial: string, word: string): boolean {
  return isInitial(initial) && word.startsWith(initial);
}

function isNear(a: string, b: string, tools: Tools): boolean {
  if (a[0] !== b[0] || areTwoForms(a, b) || isCounted(a) || isCounted(b)) return false;
  if (Math.min(a.length, b.length) > 2 && spelled(a) === spelled(b)) return true;
  return Math.min(a.length, b.length) >= SHORTEST && tools.near(a, b) >= NEAR;
}

function sounds(a: string, b: string, tools: Tools): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < SHORTEST || areTwoForms(a, b) || isCounted(a) || isCounted(b))
    return false;
  const codes = tools.phonetic(a);
  const soundsSo = tools.phonetic(b).some((code) => code !== '' && codes.includes(code));
  return soundsSo && tools.near(a, b) >= SOUNDING;
}

/** Mario and Maria, Ivanov and Ivanova: a man's and a woman's name are two. */
function areTwoForms(a: string, b: string): boolean {
  const bare = (word: string) => word.replace(/[aoe]$/, '');
  return a !== b && bare(a) === bare(b);
}

/** The endings by which a woman's first name differs from a man's, or one first name from another that is like it. */
const ENDINGS = new Set(
  ' a| e| s| ia| ie| na| ne| le| la| ina| ine| ette| ika|o a|e a|i a|o e|er ra|an na|ano na|an ne|us a|us e|os a|as a|as e|is es|o ina|o ia|e ie|a ine|a ette|na ana'
    .split('|')
    .flatMap((pair) => [pair, pair.split(' ').reverse().join(' ')]),
);
const SHORTEST_STEM = 3;

/** Alexander and Alexandra, Marina and Mariana: two first names that are nearly the same are not one misspelled. */
function areTwoNames(a: string, b: string): boolean {
  const [one, two] = [heard(a), heard(b)];
  if (one === two) return false;
  if (isWholeName(a) && isWholeName(b)) return true;
  let stem = 0;
  while (stem < one.length && one[stem] === two[stem]) stem++;
  return stem >= SHORTEST_STEM && ENDINGS.has(`${one.slice(stem)} ${two.slice(stem)}`);
}

/** As names are written in several ways: Elizabeth and Elisabeth, Filip and Philipp. */
function heard(word: string): string {
  return spelled(word.replace(/ph/g, 'f')).replace(/z/g, 's').replace(/y/g, 'i').replace(/c/g, 'k');
}

/** Room 1 and Room 2: another figure is somebody else. */
function isCounted(word: string): boolean {
  return /\d/.test(word);
}

/** Ana and Anna, Jon and John: without double letters and what is not heard. */
function spelled(word: string): string {
  return word.replace(/h/g, '').replace(/(.)\1+/g, '$1');
}
