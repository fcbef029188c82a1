import { CIRCLES, ORIGINS } from './contact.ts';
import { NetError } from './error.ts';
import { GIVER_LABELS } from './giver.ts';
import { WARMTH_BANDS } from './warmth.ts';
import { foldedWords } from './words/fold.ts';
import { levelOf } from './words/names.ts';
import { plain } from './words/plain.ts';

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

/** The stages that a filter knows: those that are stored, and one that shows itself. */
export const STAGES: readonly string[] = ['stack', 'growing', 'kept', 'dormant', 'moved on'];
const MOVED_ON = ['moved', 'moved on', 'moved-on', 'movedon'];

/** The fields that hold one of a few words. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  stage: STAGES,
  circle: CIRCLES,
  origin: ORIGINS,
  warmth: WARMTH_BANDS,
  label: GIVER_LABELS,
};

/**
 * A filter from its words, all of which have to hold: `field:value` (the field contains the value; empty: it is not set), `+tag`,
 * `-tag`, a circle, a stage, an origin, a band of warmth, or part of a name. Throws `rejected` for an unknown field, and for a value that a
 * field of a few words never holds.
 */
export function readFilter(words: readonly string[]): Filter {
  const parts = together(words.filter((word) => word.trim() !== '')).map(readWord);
  return (person) => parts.every((part) => part(person));
}

/** Whether the words ask for people who moved on, who are left out otherwise. */
export function asksForMoved(words: readonly string[]): boolean {
  return together(words).some((word) => /^(?:stage:)?moved on$/.test(word));
}

/** "moved on" is one stage, though it may be typed as two words, or one. */
function together(words: readonly string[]): string[] {
  return words.flatMap((word, i) => {
    const [, field = '', said = ''] = /^(stage: ?)?(.*)$/.exec(plain(word)) ?? [];
    if (said === 'on' && field === '' && /^(?:stage: ?)?moved$/.test(plain(words[i - 1] ?? ''))) return [];
    return MOVED_ON.includes(said) ? [`${field.trim()}moved on`] : [word];
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
  if (STAGES.includes(said)) return (person) => person.stage === said;
  if ((ORIGINS as readonly string[]).includes(said)) return (person) => person.origin === said;
  if ((WARMTH_BANDS as readonly string[]).includes(said)) return (person) => person.warmth === said;
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
  const words = WORDS[key];
  if (words !== undefined && !words.some((word) => word.includes(wanted)))
    throw new NetError('rejected', `"${value}" is no ${key}`, `choose from ${words.join(', ')}`);
  return (person) => field(person).some((text) => text !== null && plain(text).includes(wanted));
}
