import { type AddressPart, bare, type Meaning } from './meaning.ts';

const SINGLE: ReadonlyMap<string, Meaning> = new Map(
  Object.entries({
    'first name': { told: 'first' },
    'last name': { told: 'last' },
    'display name': { told: 'name' },
    nickname: { told: 'nickname' },
    'primary email': { told: 'email' },
    'secondary email': { told: 'email' },
    'work phone': { told: 'phone', label: 'work' },
    'home phone': { told: 'phone', label: 'home' },
    'fax number': { told: 'phone', label: 'fax' },
    'pager number': { told: 'phone', label: 'pager' },
    'mobile number': { told: 'phone', label: 'cell' },
    'job title': { told: 'role' },
    department: { told: 'department', slot: 'work' },
    organization: { told: 'org', slot: 'work' },
    'web page 1': { told: 'url' },
    'web page 2': { told: 'url' },
    'birth year': { told: 'birth year' },
    'birth month': { told: 'birth month' },
    'birth day': { told: 'birth day' },
    notes: { told: 'note' },
  } satisfies Record<string, Meaning>),
);

const ADDRESS = /^(home|work) (address|address 2|city|state|zipcode|country)$/;
const PARTS: ReadonlyMap<string, AddressPart> = new Map([
  ['address', 'street'],
  ['address 2', 'street'],
  ['city', 'city'],
  ['state', 'region'],
  ['zipcode', 'code'],
  ['country', 'country'],
]);

/** Whether a header is Thunderbird's. */
export function isThunderbird(headers: readonly string[]): boolean {
  const names = new Set(headers.map(bare));
  return ['first name', 'last name', 'display name', 'primary email'].every((name) => names.has(name));
}

export function thunderbirdMeaning(header: string): Meaning | null {
  const name = bare(header);
  const [, place = '', rest = ''] = ADDRESS.exec(name) ?? [];
  const part = PARTS.get(rest);
  if (part !== undefined) return { told: 'address', slot: place, label: place, part };
  return SINGLE.get(name) ?? null;
}
