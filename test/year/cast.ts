/** Made-up people, each name once. */
const FIRST =
  'Ada Bruno Cecile Dario Elin Faisal Gwen Hiro Imani Jorge Katja Luca Maren Nadia Otis Paula Rafael Sunniva Tomasz Ulla'.split(
    ' ',
  );
const LAST =
  'Abara Brandt Castell Duarte Eriksen Fontaine Guerin Hartono Ibarra Jansen Kowal Lindgren Moreau Nakata Okafor Petrov Quist Rahman Sato Thorne'.split(
    ' ',
  );

const WORK = [
  'Harbor Books',
  'Tidewater Labs',
  'Municipal Library',
  'Osprey Energy',
  'Kiln Studio',
  'Northside School',
];

/** The name of somebody by number, from 0 to 399. */
export function nameOf(number: number): string {
  const first = FIRST[number % FIRST.length];
  const last = LAST[(Math.floor(number / FIRST.length) + (number % FIRST.length)) % LAST.length];
  return `${first} ${last}`;
}

/** As many cards as LinkedIn would export them. */
export function connectionsFile(cards: number): string {
  const rows = Array.from({ length: cards }, (_, i) => {
    const [first, last] = nameOf(i).split(' ');
    const address = `${first}.${last}@example.org`.toLowerCase();
    return `${first},${last},https://www.linkedin.com/in/${first}-${last},${address},${WORK[i % WORK.length]},Engineer,15 Feb 2025`;
  });
  return `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${rows.join('\n')}\n`;
}

/** Whether somebody comes through for others: every other first name. Nothing but what they do tells it. */
export function isGenerous(name: string): boolean {
  return FIRST.indexOf(name.split(' ')[0] ?? '') % 2 === 0;
}
