import { type Face, isNamed, type Tools } from './face.ts';
import { type Likeness, likeness } from './likeness.ts';

/** What speaks for two contacts being one person. */
export interface Sign {
  readonly kind: Likeness | 'email' | 'number' | 'url' | 'employer' | 'birthday';
  /** The address, number or employer that both have. */
  readonly what: string | null;
}

/** How much speaks for it, the most first. */
export const STRENGTHS = ['very likely', 'likely', 'possible', 'same name'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** What both have in common besides the name; `numbers` are those of each that can be compared. */
export interface Common {
  readonly mails: readonly string[];
  readonly numbers: readonly string[];
  readonly urls: readonly string[];
}

/** Tells how many people have an address or a number. */
export type Holders = (kind: 'email' | 'number' | 'url', value: string) => number;

/** What more people than this have is a switchboard, or an office's mailbox. */
const MOST_HOLDERS = 4;
/** What more than this have says nothing where the names differ. */
const FEW_HOLDERS = 2;

/** Mailboxes that are read by whoever is there. */
const OFFICE = new RegExp(
  `^(${[
    'accounts?|accounting|admin\\w*|atendimento|bestellung(en)?|billing|bookings?|buchhaltung|buero|careers|comercial|commercial|community',
    'compras|contact[eo]?s?|customer\\w*|direccion|empfang|enquiries|events?|facturacion|family|faturacao|finance|financeiro|geral|hallo',
    'hello|help|helpdesk|hi|hola|hr|info\\w*|inquiries|jobs|kontakt|kundenservice|legal|mail|marketing|media|news\\w*|no-?reply',
    'ola|office|orders|partners|post|postmaster|pr|press[ea]?|purchasing|recepcao|recepcion|reception|rechnung(en)?|redaktion|reservas',
    'reservations|rh|sales|secretar\\w*|service|shop|soporte|store|suporte|support|team|vendas|ventas|verkauf|vertrieb|verwaltung|webmaster',
  ].join('|')})([.+_-].*)?@`,
);

/** The page of a firm or a school, not of somebody. */
const PAGE =
  /\/(company|companies|school|showcase|organization|org|pages|groups?|about(-us)?|team|contacts?|kontakt|impressum|jobs|careers)(\/|\?|$)/;

/** What both have that tells of one person, and what tells only of one place. */
interface Shared {
  readonly own: readonly Sign[];
  readonly place: readonly Sign[];
}

/**
 * How likely it is that two contacts are one person, and by what signs; null where too little speaks for it, or their birthdays against
 * it. Nothing is said on one weak sign alone.
 */
export function compared(
  a: Face,
  b: Face,
  common: Common,
  holders: Holders,
  tools: Tools,
): { readonly strength: Strength; readonly signs: readonly Sign[] } | null {
  if (areBornApart(a, b)) return null;
  const alike = likeness(a, b, tools);
  const isReached = common.mails.length + common.numbers.length + common.urls.length > 0;
  if (alike === null && !isReached) return null;
  const shared = sharedBy(a, b, common, holders);
  const strength = strengthOf(a, b, alike, shared, holders);
  if (strength === null) return null;
  const name: Sign[] = alike === null ? [] : [{ kind: alike, what: null }];
  return { strength, signs: [...name, ...shared.own, ...shared.place] };
}

function areBornApart(a: Face, b: Face): boolean {
  if (a.day === null || b.day === null) return false;
  return a.day !== b.day || (a.year !== null && b.year !== null && a.year !== b.year);
}

function sharedBy(a: Face, b: Face, { mails, numbers, urls }: Common, holders: Holders): Shared {
  const points: Sign[] = [
    ...mails.map((what) => ({ kind: 'email' as const, what })),
    ...numbers.map((what) => ({ kind: 'number' as const, what })),
    ...urls.map((what) => ({ kind: 'url' as const, what })),
  ];
  const isPlace = ({ kind, what }: Sign) =>
    holders(kind as 'email', what ?? '') > MOST_HOLDERS ||
    (kind === 'email' && OFFICE.test(what ?? '')) ||
    (kind === 'url' && (!what?.includes('/') || PAGE.test(what)));
  return {
    own: points.filter((sign) => !isPlace(sign)),
    place: [
      ...points.filter(isPlace),
      ...(a.day !== null && a.day === b.day ? [{ kind: 'birthday' as const, what: null }] : []),
      ...(a.org !== null && a.org === b.org ? [{ kind: 'employer' as const, what: a.known.org }] : []),
    ],
  };
}

/** The names by which two are one person with anything else that both have. */
const TELLING: readonly (Likeness | null)[] = [
  'same-name',
  'swapped',
  'nickname',
  'short-form',
  'longer-name',
];

function strengthOf(
  a: Face,
  b: Face,
  alike: Likeness | null,
  { own, place }: Shared,
  holders: Holders,
): Strength | null {
  const named = strengthByName(a, b, alike, { own, place }, holders);
  if (alike === null || a.generation === b.generation) return named;
  // Father and son, unless an address or a number is one and the same: even then it may be the family's.
  return own.length === 0 || named === null ? null : (STRENGTHS[STRENGTHS.indexOf(named) + 1] ?? null);
}

function strengthByName(
  a: Face,
  b: Face,
  alike: Likeness | null,
  { own, place }: Shared,
  holders: Holders,
): Strength | null {
  const isWhole = a.isWhole && b.isWhole;
  const telling = TELLING.includes(alike) && isWhole;
  const isBorn = place.some(({ kind }) => kind === 'birthday');
  if (own.length > 0) {
    if (isOfHome(a, b, alike, own)) return isBorn ? 'likely' : 'possible';
    if (telling || (alike === 'near-name' && isWhole)) return 'very likely';
    if (alike !== null || !isNamed(a) || !isNamed(b)) return 'likely';
    const few = own.some(
      ({ kind, what }) => (kind === 'email' || kind === 'url') && holders(kind, what ?? '') <= FEW_HOLDERS,
    );
    return few && a.generation === b.generation ? 'possible' : null;
  }
  if (alike === null) return null;
  if (place.length > 0) {
    if (alike === 'same-name' && isWhole && isBorn && a.year !== null && a.year === b.year)
      return 'very likely';
    if (telling) return 'likely';
    if (alike === 'part-of-name' || !isWhole) return 'possible';
    return isBorn ? 'likely' : 'possible';
  }
  return alike === 'same-name' && isWhole ? 'same name' : null;
}

/** Whether it is a first name like another and one number: those of one household have these, too. */
function isOfHome(a: Face, b: Face, alike: Likeness | null, own: readonly Sign[]): boolean {
  const isLike = alike === 'near-name' || alike === 'sounds-alike';
  return isLike && a.words[0] !== b.words[0] && own.every(({ kind }) => kind === 'number');
}
