import { besideOthers } from './beside.ts';
import { googleMeaning } from './google.ts';
import { bare, type Column, columnsWith, type Meaning } from './meaning.ts';
import { outlookMeaning } from './outlook.ts';
import { thunderbirdMeaning } from './thunderbird.ts';
import { ABOUT, ADDRESS_BY_WORD, BY_WORD, FILLED, PLACES, PURPOSES, REACHED, UNSAID } from './words.ts';

const LONGEST_NAME = 80;

/** What the columns of any table seem to tell, by their names alone. What says nothing becomes a note. */
export function guessColumns(headers: readonly string[]): readonly Column[] {
  return besideOthers(columnsWith(headers, (header) => guess(header) ?? guess(apart(header))));
}

/** Whether some of the columns may name somebody. */
export function namesSomebody(columns: readonly Column[]): boolean {
  return columns.some(({ told }) => ['name', 'first', 'last', 'email'].includes(told));
}

/** `PhoneNumbers` with its words apart, as programs write for each other, and `Person - Name` without whose it is. */
function apart(header: string): string {
  const [, own] = /^(?:person|contact) - (.{1,80})$/i.exec(header) ?? [];
  if (own !== undefined) return own;
  return /^\w{1,80}$/.test(header) ? header.replace(/([a-z])(?=[A-Z])/g, '$1 ') : '';
}

/** What Outlook shows instead of an e-mail address, in German, French, Spanish and Portuguese. */
const ALIAS =
  /^(?:email.* angezeigter name|nom complet de l ?adresse de messagerie|nombre (?:de|en) pantalla|nome (?:para|de) exibicao do email)\b/;

function guess(header: string): Meaning | null {
  const name = bare(header);
  if (name === '' || name.length > LONGEST_NAME) return null;
  const told = BY_WORD.get(name.replace(/ \d{1,2}$/, ''));
  if (told !== undefined) return told === 'department' || told === 'org' ? { told, slot: 'work' } : { told };
  const part = ADDRESS_BY_WORD.get(name);
  if (part !== undefined) return { told: 'address', slot: 'address', part };
  if (FILLED.test(name)) return { told: 'extra', nothing: UNSAID };
  if (ALIAS.test(name)) return { told: 'alias' };
  if (name === 'particular') return { told: 'phone', label: 'home' };
  return (
    googleMeaning(header) ??
    thunderbirdMeaning(header) ??
    outlookMeaning(header) ??
    placed(name) ??
    reached(name)
  );
}

/** "Calle del trabajo", "Cidade de casa". */
const JOINING = / (?:del?|de la|d[aeo]|du)$/;

/** A part of an address that says which: "Ort geschäftlich". */
function placed(name: string): Meaning | null {
  const [label, words] = PLACES.find(([, place]) => place.test(name)) ?? [];
  if (words === undefined || label === undefined) return null;
  const rest = bare(name.replace(words, ' ')).replace(/ \d$/, '').replace(JOINING, '');
  const part = BY_WORD.get(rest) === 'city' ? 'city' : ADDRESS_BY_WORD.get(rest);
  return part === undefined ? null : { told: 'address', slot: label, label, part };
}

/** A way to reach somebody, with what it is for. */
export function reached(name: string): Meaning | null {
  if (ABOUT.test(name)) return null;
  const told = REACHED.find(([, words]) => words.test(name))?.[0];
  return told === undefined ? null : { told, ...purpose(name) };
}

/** What a way to reach somebody is for, as the name of its column, bare, tells it. */
export function purpose(name: string): { readonly label?: string } {
  const label = PURPOSES.find(([, words]) => words.test(name))?.[0];
  return label === undefined ? {} : { label };
}
