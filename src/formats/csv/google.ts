import { type AddressPart, bare, type Meaning } from './meaning.ts';

/** Columns of both headers, the one until 2024 and the one since. */
const SINGLE: ReadonlyMap<string, Meaning> = new Map(
  Object.entries({
    name: { told: 'name' },
    'given name': { told: 'first' },
    'first name': { told: 'first' },
    'additional name': { told: 'middle' },
    'middle name': { told: 'middle' },
    'family name': { told: 'last' },
    'last name': { told: 'last' },
    'name prefix': { told: 'prefix' },
    'name suffix': { told: 'suffix' },
    'yomi name': { told: 'phonetic', slot: 'whole' },
    'given name yomi': { told: 'phonetic', slot: 'parts' },
    'additional name yomi': { told: 'phonetic', slot: 'parts' },
    'family name yomi': { told: 'phonetic', slot: 'parts' },
    'phonetic first name': { told: 'phonetic', slot: 'parts' },
    'phonetic middle name': { told: 'phonetic', slot: 'parts' },
    'phonetic last name': { told: 'phonetic', slot: 'parts' },
    initials: { told: 'initials' },
    nickname: { told: 'nickname' },
    'short name': { told: 'nickname' },
    'file as': { told: 'alias' },
    'organization name': { told: 'org', slot: 'organization' },
    'organization title': { told: 'role' },
    'organization department': { told: 'department', slot: 'organization' },
    occupation: { told: 'role' },
    birthday: { told: 'birthday' },
    location: { told: 'city' },
    hobby: { told: 'interest' },
    notes: { told: 'note' },
    'group membership': { told: 'tag' },
    labels: { told: 'tag' },
    photo: { told: 'photo' },
    sensitivity: { told: 'extra', nothing: /^normal$/i },
    priority: { told: 'extra', nothing: /^normal$/i },
    gender: { told: 'extra', nothing: /^unspecified$/i },
  } satisfies Record<string, Meaning>),
);

const PARTS: ReadonlyMap<string, AddressPart> = new Map(
  Object.entries({
    formatted: 'formatted',
    street: 'street',
    city: 'city',
    'po box': 'box',
    region: 'region',
    'postal code': 'code',
    country: 'country',
    'extended address': 'extended',
  } satisfies Record<string, AddressPart>),
);

const NUMBERED = /^(.{1,40}?) (\d{1,4}) - (.{1,40})$/;
const VALUES = new Map<string, Meaning['told']>([
  ['email', 'email'],
  ['phone', 'phone'],
  ['website', 'url'],
  ['event', 'date'],
]);

/** Whether a header is Google's, of either age. */
export function isGoogle(headers: readonly string[]): boolean {
  const names = new Set(headers.map(bare));
  const old = names.has('given name') && names.has('family name');
  const young = names.has('first name') && (names.has('organization title') || names.has('labels'));
  const numbered = headers.some((header) => NUMBERED.test(header));
  return (
    (old && (numbered || names.has('group membership'))) ||
    (young && (numbered || names.has('phonetic first name')))
  );
}

export function googleMeaning(header: string): Meaning | null {
  const [, kind = '', number = '', part = ''] = NUMBERED.exec(header) ?? [];
  if (number === '') return SINGLE.get(bare(header)) ?? null;
  return numbered(bare(kind), `${bare(kind)} ${number}`, bare(part));
}

function numbered(kind: string, slot: string, part: string): Meaning | null {
  if (part === 'type' || part === 'label') return { told: 'label', slot };
  if (kind === 'address') {
    const known = PARTS.get(part);
    return known === undefined ? null : { told: 'address', slot, part: known };
  }
  if (kind === 'organization') {
    if (part === 'name') return { told: 'org', slot };
    if (part === 'department') return { told: 'department', slot };
    return part === 'title' ? { told: 'role' } : null;
  }
  // The network of an account says more than where it is used.
  if (kind === 'im' && part === 'service') return { told: 'label', slot };
  return part === 'value' ? { told: VALUES.get(kind) ?? 'extra', slot } : null;
}
