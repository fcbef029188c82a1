import { CIRCLES, ORIGINS } from './contact.ts';
import { NetError } from './error.ts';
import { foldedWords } from './fold.ts';
import { levelOf } from './names.ts';
import { plain } from './plain.ts';

/** What a person is filtered by. */
export interface Listed {
  readonly name: string;
  readonly nickname: string | null;
  readonly org: string | null;
  readonly role: string | null;
  readonly city: string | null;
  readonly stage: string;
  readonly circle: string | null;
  readonly origin: string | null;
  readonly via: string | null;
  readonly at: string | null;
  readonly warmth: string | null;
  readonly label: string | null;
  readonly tags: readonly string[];
  readonly interests: readonly string[];
  readonly needs: readonly string[];
  readonly offers: readonly string[];
}

/** Whether a person passes. */
export type Filter = (person: Listed) => boolean;

type Field = (person: Listed) => readonly (string | null)[];

const FIELDS: Readonly<Record<string, Field>> = {
  name: (person) => [person.name, person.nickname],
  org: (person) => [person.org],
  role: (person) => [person.role],
  city: (person) => [person.city],
  stage: (person) => [person.stage],
  circle: (person) => [person.circle],
  origin: (person) => [person.origin],
  via: (person) => [person.via],
  at: (person) => [person.at],
  warmth: (person) => [person.warmth],
  label: (person) => [person.label],
  tag: (person) => person.tags,
  interest: (person) => person.interests,
  needs: (person) => person.needs,
  offers: (person) => person.offers,
};

const STAGES = ['stack', 'growing', 'kept', 'dormant', 'moved'];

/**
 * A filter from its words, all of which have to hold: `field:value` (the field contains the value; empty: it is not set), `+tag`,
 * `-tag`, a circle, a stage, an origin, or part of a name. Throws `rejected` for an unknown field.
 */
export function readFilter(words: readonly string[]): Filter {
  const parts = together(words.filter((word) => word.trim() !== '')).map(readWord);
  return (person) => parts.every((part) => part(person));
}

/** "moved on" is one stage, though it may be typed as two words. */
function together(words: readonly string[]): string[] {
  return words.flatMap((word, i) => {
    if (word === 'on' && words[i - 1] === 'moved') return [];
    return word === 'moved on' ? ['moved'] : [word];
  });
}

function readWord(word: string): Filter {
  const tagged = /^([+-])(.+)$/.exec(word);
  if (tagged !== null) {
    const [, sign, tag = ''] = tagged;
    return (person) => person.tags.some((known) => plain(known) === plain(tag)) === (sign === '+');
  }
  const colon = word.indexOf(':');
  if (colon > 0) return fieldIs(word.slice(0, colon), word.slice(colon + 1));
  const said = plain(word);
  if ((CIRCLES as readonly string[]).includes(said))
    return (person) => person.circle === said && isKept(person);
  if (STAGES.includes(said)) return (person) => person.stage.split(' ')[0] === said;
  if ((ORIGINS as readonly string[]).includes(said)) return (person) => person.origin === said;
  return (person) => foldedWords(word).length > 0 && levelOf(word, person) !== null;
}

function isKept({ stage }: Listed): boolean {
  return stage === 'kept' || stage === 'dormant';
}

function fieldIs(name: string, value: string): Filter {
  const key = plain(name);
  const field = Object.hasOwn(FIELDS, key) ? FIELDS[key] : undefined;
  if (field === undefined) {
    throw new NetError(
      'rejected',
      `there is no field "${name}"`,
      `the fields are ${Object.keys(FIELDS).join(', ')}`,
    );
  }
  const wanted = plain(value);
  if (wanted === '') return (person) => field(person).every((text) => text === null || text === '');
  return (person) => field(person).some((text) => text !== null && plain(text).includes(wanted));
}
