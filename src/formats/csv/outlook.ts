import { type AddressPart, bare, type Meaning } from './meaning.ts';

const SINGLE: ReadonlyMap<string, Meaning> = new Map(
  Object.entries({
    title: { told: 'prefix' },
    'first name': { told: 'first' },
    'middle name': { told: 'middle' },
    'last name': { told: 'last' },
    suffix: { told: 'suffix' },
    nickname: { told: 'nickname' },
    'display name': { told: 'alias' },
    'full name': { told: 'alias' },
    'file as': { told: 'alias' },
    initials: { told: 'initials' },
    'given yomi': { told: 'phonetic', slot: 'parts' },
    'surname yomi': { told: 'phonetic', slot: 'parts' },
    'given name yomi': { told: 'phonetic', slot: 'parts' },
    'family name yomi': { told: 'phonetic', slot: 'parts' },
    company: { told: 'org', slot: 'work' },
    organization: { told: 'org', slot: 'work' },
    department: { told: 'department', slot: 'work' },
    'job title': { told: 'role' },
    profession: { told: 'role' },
    birthday: { told: 'birthday' },
    anniversary: { told: 'date' },
    categories: { told: 'tag' },
    hobby: { told: 'interest' },
    hobbies: { told: 'interest' },
    location: { told: 'city' },
    notes: { told: 'note' },
    'personal notes': { told: 'note' },
    'web page': { told: 'url' },
    'personal web page': { told: 'url', label: 'home' },
    'business web page': { told: 'url', label: 'work' },
    gender: { told: 'extra', nothing: /^(?:unspecified|0)$/i },
    priority: { told: 'extra', nothing: /^normal$/i },
    sensitivity: { told: 'extra', nothing: /^normal$/i },
    private: { told: 'extra', nothing: /^(?:false|0)$/i },
    photo: { told: 'photo' },
    'directory server': { told: 'skip' },
  } satisfies Record<string, Meaning>),
);

const PLACES: ReadonlyMap<string, string> = new Map([
  ['business', 'work'],
  ['work', 'work'],
  ['company main', 'main'],
  ['home', 'home'],
  ['other', 'other'],
  ['mobile', 'cell'],
  ['primary', 'main'],
  ['car', 'car'],
]);

const PARTS: ReadonlyMap<string, AddressPart> = new Map(
  Object.entries({
    street: 'street',
    'street 2': 'street',
    'street 3': 'street',
    city: 'city',
    state: 'region',
    'postal code': 'code',
    'zip code': 'code',
    country: 'country',
    'country region': 'country',
    'address po box': 'box',
    'po box': 'box',
    address: 'formatted',
  } satisfies Record<string, AddressPart>),
);

/** Numbers for what nothing but a telephone has. */
const DEVICES: ReadonlyMap<string, string> = new Map([
  ['pager', 'pager'],
  ['callback', 'callback'],
  ['radio phone', 'radio'],
  ['isdn', 'ISDN'],
  ['tty tdd phone', 'TTY'],
  ['telex', 'telex'],
]);

const EMAIL = /^email(?: ([1-9]))?(?: (address|type|display name))?$/;
const PHONE = /^(.{1,20}) (phone|fax)(?: [1-9])?$/;
const ADDRESS = /^(business|work|home|other) (.{1,20})$/;

/** What others seldom have in their header. */
const OWN = (
  'business street,business city,business phone,business fax,home street,home phone,mobile phone,primary phone,company main phone,email type,' +
  'email display name,email 2 address,managers name,assistants name,given yomi,surname yomi,tty tdd phone,categories,middle name,suffix,' +
  'job title,web page,personal web page,office location'
).split(',');
const ENOUGH = 3;

/** Whether a header is Outlook's, of the desktop or the web; Google writes the same one on request. */
export function isOutlook(headers: readonly string[]): boolean {
  const names = new Set(headers.map(bare));
  const reached = names.has('email address') || names.has('email 2 address') || names.has('email 1 address');
  return (
    names.has('first name') &&
    names.has('last name') &&
    reached &&
    OWN.filter((name) => names.has(name)).length >= ENOUGH
  );
}

export function outlookMeaning(header: string): Meaning | null {
  const name = bare(header);
  return SINGLE.get(name) ?? emailMeaning(name) ?? phoneMeaning(name) ?? addressMeaning(name);
}

function emailMeaning(name: string): Meaning | null {
  const [whole, , part] = EMAIL.exec(name) ?? [];
  if (whole === undefined) return null;
  if (part === 'type') return { told: 'skip' };
  return { told: part === 'display name' ? 'alias' : 'email' };
}

function phoneMeaning(name: string): Meaning | null {
  const device = DEVICES.get(name);
  if (device !== undefined) return { told: 'phone', label: device };
  const [, place = '', kind] = PHONE.exec(name) ?? [];
  const label = PLACES.get(place);
  if (label === undefined) return null;
  return { told: 'phone', label: kind === 'fax' ? 'fax' : label };
}

function addressMeaning(name: string): Meaning | null {
  const [, place = '', rest = ''] = ADDRESS.exec(name) ?? [];
  const [label, part] = [PLACES.get(place), PARTS.get(rest)];
  return label === undefined || part === undefined ? null : { told: 'address', slot: label, label, part };
}
