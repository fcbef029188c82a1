/** What belongs to the family name that follows. */
const PARTICLES = new Set(
  (
    'af al av bin bint d da dal das de degli dei del della den der di do dos du e el ibn la las le les lo los ' +
    'op san santa st ten ter und van vander vom von y zu zum zur'
  ).split(' '),
);

const TITLES = /^(?:dr|prof|mr|mrs|ms|mx|sir|dame|rev|ing|dipl)\.?$/i;
const SUFFIXES = /^(?:jr|sr|esq|ph\.?d|m\.?d|mba|ii|iii|iv)\.?$/i;

/** The five components of N. */
export interface SplitName {
  readonly family: string;
  readonly given: string;
  readonly middle: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * A name as vCard wants it taken apart: the last word is the family name, with the particles before it; the first the given name, what
 * is between them additional ones; what has no letters is no name to take apart. A guess: the name as it is written stands beside it.
 */
export function splitName(name: string): SplitName {
  const words = name.split(/\s+/u).filter(Boolean);
  if (!/\p{L}/u.test(name)) return { family: '', given: name, middle: '', prefix: '', suffix: '' };
  const first = words.findIndex((word) => !TITLES.test(word));
  const prefix = words.splice(0, Math.max(first, 0));
  const last = words.findLastIndex((word) => !SUFFIXES.test(withoutComma(word)));
  const suffix = last < 1 && !words[last]?.endsWith(',') ? [] : words.splice(last + 1);
  let at = words.length - 1;
  while (at > 1 && isParticle(words[at - 1])) at--;
  const family = at < 1 ? [] : words.splice(at);
  const [given = '', ...middle] = words;
  return {
    family: withoutComma(family.join(' ')),
    given: family.length === 0 ? withoutComma(given) : given,
    middle: middle.join(' '),
    prefix: prefix.join(' '),
    suffix: suffix.join(' ').replace(/^,\s*/, ''),
  };
}

function withoutComma(word: string): string {
  return word.endsWith(',') ? word.slice(0, -1) : word;
}

function isParticle(word: string | undefined): boolean {
  return word !== undefined && PARTICLES.has(word.toLowerCase().replace(/['’.]/g, ''));
}
