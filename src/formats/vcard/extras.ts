import { firstOf, oneLine, unique } from '../people.ts';
import { readDate } from './dates.ts';
import { component, type Entry, serviceOf, textOf } from './entry.ts';
import { isAddress, PROFILES } from './points.ts';

/** What has a place of its own in a person, or in the file as a whole. */
const PLACED = new Set(
  (
    'fn n nickname x-epocsecondname email tel x-ms-tel url x-evolution-blog-url x-kaddressbook-blogfeed org title role adr label bday categories x-group-membership note ' +
    'agent uid x-abuid kind member'
  ).split(' '),
);

/** What only programs read. */
const MACHINE = new Set(
  (
    'begin end version prodid rev name profile source class mailer sort-string clientpidmap xml created language x-class ' +
    'x-evolution-file-as x-ms-signature x-lic-error x-shared-photo-display-pref x-activity-alert x-wallpaper x-image-background-colors ' +
    'x-thunderbird-etag x-thumbnail x-prodid x-etag x-id x-addressing-grammar x-self'
  ).split(' '),
);
const MACHINE_PREFIX =
  /^x-(?:ab(?!date$|relatednames$)|net-(?:met|last|every|circle|interest|need|offer|notes|exact)$|ms-ol-|mozilla-|addressbookserver-|calendarserver-|radicale-|couchdb-|synthesis-|pm-|image|kaddressbook-(?:crypto|openpgp))/;

/** The names of programs in front of a name that says enough without. */
const VENDOR =
  /^x-(?:ms-|evolution-|kaddressbook-(?:x-)?|apple-|android-|google-|gw-|palm-|nokia-|samsung-|lotus-)?/;

const DATES = new Set(['anniversary', 'abdate', 'deathdate', 'wedding-anniversary']);

const NAMES = new Map([
  ['abdate', 'Date'],
  ['abrelatednames', 'Related'],
  ['managersname', 'Manager'],
  ['assistantsname', 'Assistant'],
  ['spousesname', 'Spouse'],
  ['imaddress', 'IM'],
  ['impp', 'IM'],
  ['socialprofile', 'Profile'],
  ['aim', 'AIM'],
  ['icq', 'ICQ'],
  ['msn', 'MSN'],
  ['qq', 'QQ'],
  ['sip', 'SIP'],
  ['skype-username', 'Skype'],
  ['gtalk', 'Google Talk'],
  ['geo', 'Location'],
  ['tz', 'Time zone'],
  ['lang', 'Language'],
  ['fburl', 'Free and busy times'],
  ['caluri', 'Calendar'],
  ['caladruri', 'Calendar address'],
  ['birthplace', 'Place of birth'],
  ['deathdate', 'Died'],
  ['sound', 'Phonetic name'],
  ['phonetic-org', 'Phonetic organization'],
]);

const GENDERS = new Map([
  ['m', 'male'],
  ['f', 'female'],
  ['o', 'other'],
  ['n', 'none'],
  ['u', ''],
]);

/** Notes of what a card says and has no field for, each as "Label: value". */
export function extraNotes(entries: readonly Entry[]): readonly string[] {
  return entries
    .filter(
      ({ name, binary }) => !binary && !PLACED.has(name) && !MACHINE.has(name) && !MACHINE_PREFIX.test(name),
    )
    .filter((entry) => !(PROFILES.includes(entry.name) && isAddress(textOf(entry))))
    .flatMap((entry) => {
      const value = said(entry);
      return value === '' ? [] : [`${headingOf(entry)}: ${value}`];
    });
}

function said(entry: Entry): string {
  const text = textOf(entry);
  const name = entry.name.replace(VENDOR, '');
  if (DATES.has(name)) return readDate(text, entry.params.get('x-apple-omit-year')) ?? text;
  if (name === 'gender') {
    const sex = component(entry, 0);
    return unique([GENDERS.get(sex.toLowerCase()) ?? sex, component(entry, 1)]).join(', ');
  }
  if (name === 'geo') return text.replace(/^geo:/i, '').replace(';', ', ');
  if (name === 'sound') return oneLine(text.replaceAll(';', ' '));
  if (PROFILES.includes(entry.name)) return profileHandle(text);
  return text;
}

/** `skype:ana.silva` is the name that Ana has there. */
function profileHandle(text: string): string {
  const handle = text.replace(/^[a-z][a-z0-9.+-]{0,30}:(?:\/\/)?/i, '');
  return handle === '' ? text : handle;
}

/** `SPOUSE`, but not `ICQ`. */
const SHOUTED = /^[A-Z]{5,}$/;

function headingOf(entry: Entry): string {
  const { label, name, types, params } = entry;
  const own = name.replace(VENDOR, '');
  const kinds = types
    .filter((type) => !/^(?:pref|work|home|contact)$/i.test(type))
    .map((type) => (SHOUTED.test(type) ? type.toLowerCase() : type))
    .join(', ');
  const scheme = name === 'impp' ? /^([a-z][a-z0-9.+-]{0,30}):/i.exec(textOf(entry))?.[1] : undefined;
  const known = NAMES.get(own) ?? own.replaceAll('-', ' ');
  if (PROFILES.includes(name)) return capitalized(firstOf(serviceOf(params), scheme, kinds, label) ?? known);
  return capitalized(firstOf(label, name === 'related' ? kinds : null, known) ?? name);
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
