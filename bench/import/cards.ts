import fs from 'node:fs';

const GIVEN =
  'Ana Ben Carla Dário Eva Farid Greta Hana Inês João Kofi Lena Mei Nuno Olga Pavel Rosa Sofia Tomás Zoë'.split(
    ' ',
  );
const FAMILY =
  'Silva Okoye Costa Weber Nakamura Haddad Lindqvist Moreau Novák Ferreira Byrne Castro Demir Eriksen Fontana'.split(
    ' ',
  );
const CITIES = 'Lisbon Porto Berlin Oslo Nairobi Kyoto Lyon Brno Cork Izmir'.split(' ');

/** Writes a file of so many cards, as phones and mail programs write them: each with a few ways to reach somebody, some with more. */
export function writeCards(path: string, cards: number): void {
  const file = fs.openSync(path, 'w');
  let text = '';
  for (let i = 0; i < cards; i++) {
    text += card(i);
    if (text.length > 1 << 20) {
      fs.writeSync(file, text);
      text = '';
    }
  }
  fs.writeSync(file, text);
  fs.closeSync(file);
}

function card(i: number): string {
  const [given, family] = [GIVEN[i % GIVEN.length], `${FAMILY[(i * 7) % FAMILY.length]} ${word(i)}`];
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${family};${given};;;`,
    `FN:${given} ${family}`,
    `EMAIL;TYPE=INTERNET;TYPE=${i % 3 === 0 ? 'WORK' : 'HOME'}:${i}@example.org`,
    `TEL;TYPE=CELL:+351 900 ${String(i).padStart(6, '0')}`,
    ...(i % 2 === 0 ? [`ORG:Company ${i % 997};Department ${i % 7}`, `TITLE:Role ${i % 31}`] : []),
    ...(i % 3 === 0
      ? [`ADR;TYPE=HOME:;;Rua ${i % 400};${CITIES[i % CITIES.length]};;4000-${i % 999};Portugal`]
      : []),
    ...(i % 4 === 0 ? [`BDAY:19${50 + (i % 50)}-0${1 + (i % 9)}-1${i % 9}`] : []),
    ...(i % 5 === 0
      ? [`NOTE:met at the fair\\, likes number ${i}\\nand gardens`, 'CATEGORIES:Friends,Rust']
      : []),
    `UID:00000000-0000-4000-8000-${i.toString(16).padStart(12, '0')}`,
    'END:VCARD',
    '',
  ].join('\r\n');
}

/** A word of its own for each number, so that names do not repeat more than they do. */
function word(i: number): string {
  const syllables = 'ba de fi go lu ma ne pi ro su ta ve'.split(' ');
  let text = '';
  for (let left = i + 1; left > 0; left = Math.floor(left / syllables.length))
    text += syllables[left % syllables.length];
  return text.charAt(0).toUpperCase() + text.slice(1);
}
