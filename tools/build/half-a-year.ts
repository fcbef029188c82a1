/** What a person types in half a year, for those who find out what of the program that needs. */

/** What is typed on which day, each line as its words: a network that has grown for a while, and a week in it. */
export const DAYS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '2025-10-06': [
    ['add', 'Ana Silva', '--circle', 'close', '--needs', 'a flat in Porto', '--email', 'ana@example.org'],
    ['add', 'Ben Okoye', '--circle', 'active', '--org', 'Kete', '--offers', 'a flat to let in Porto'],
    ['add', 'Mara Lindqvist', '--circle', 'inner', '--birthday', '14 March', '--city', 'Lisbon'],
    ['add', 'Tobias Ruiz', '--circle', 'active', '--on', '3 months ago'],
    ['add', 'Kemi Costa', '--circle', 'active', '--birthday', '1980-03-12', '--interest', 'old maps'],
    ['add', 'Hugo Berg', '--circle', 'close'],
    ['add', 'Ines Carvalho', '--circle', 'active'],
    ['log', 'ana', 'coffee', '-g', 'notes on her grant', '--started', 'me'],
    ['log', 'ben', 'called', '--on', '3 days ago', '-r', 'the logo sketches'],
    ['log', 'mara,ana', 'lunch', '--on', 'last friday'],
  ],
  '2026-01-15': [
    ['log', 'ana', 'called about the flat yesterday'],
    ['log', 'kemi', 'messaged, no answer'],
    ['log', 'hugo', 'email'],
    ['log', 'mara', 'a walk', '--by', 'in-person', '-r', 'a book on memory'],
    ['promise', 'ben', 'an intro to the museum', '--due', '2026-03-20'],
    ['promise', 'hugo', 'the slides', '--due', 'tomorrow'],
    ['promise', 'ines', 'a review', '--due', '2026-02-02'],
    ['promise', 'tobias', 'a list of readers', '--due', '2026-03-12'],
    ['promise', 'ana', 'the name of a landlord', '--due', '2026-03-01'],
    ['promise', 'mara', 'a seat at the reading', '--due', '2026-03-03'],
    ['promise', 'kemi', 'an atlas', '--due', '2026-03-05'],
    ['ask', 'ben', 'a word with the museum'],
    ['outcome', 'ben', 'helped'],
    ['today'],
    ['done', '1'],
    ['today'],
  ],
  '2026-03-12': [
    ['add', 'Noor Haddad', '--at', 'DevMeet'],
    ['ask', 'kemi', 'a map of the harbor', '--on', '2026-03-02'],
    ['log', 'Ana Silva', 'coffee'],
    ['log', 'mara', 'coffee yesterday, she moves to Porto'],
    ['today'],
    ['today'],
    [],
    ['today', '--json'],
    ['show', 'ana'],
    ['show', 'mara lindqvist'],
    ['show', 'Ben Okoye'],
    ['show', 'kemi'],
    ['list'],
    ['list', '--json'],
    ['give', 'mara', 'a book on memory'],
    ['done', '2'],
    ['today'],
    ['undo'],
    ['history'],
    ['__complete', 'zsh', 'show', 'an'],
    ['__complete', 'zsh', 'sh'],
    ['--version'],
    ['log', '--help'],
    ['help'],
  ],
};

/** What is typed most, the most frequent first: after all of that, and on the last of its days. */
export const MOST: readonly (readonly string[])[] = [
  ['today'],
  ['log', 'ana', 'coffee'],
  ['show', 'ana'],
  ['__complete', 'zsh', 'show', 'an'],
  ['list'],
  ['done', '3'],
  ['add', 'Rui Alves'],
];

/** A mistake in a name is an everyday matter, too. */
export const MISTAKEN = ['show', 'anna slva'];
export const NOT_FOUND = 4;

/** The instant at which a day's lines are typed, in milliseconds since 1970. */
export function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00.000Z`);
}
