import { count, faint, line, listed, type Text } from './text.ts';
import { shellWord } from './typed.ts';
import { quoted } from './words.ts';

/** How many of each kind of row go with somebody; `earlier` are those that were taken back or replaced before. */
export interface Going {
  readonly talks: number;
  readonly exchanges: number;
  readonly notes: number;
  readonly details: number;
  readonly recommendations: number;
  readonly gatherings: number;
  readonly earlier: number;
  /** Talks with others too, which stay without them. */
  readonly shared: number;
}

/** "2 talks with them alone, 1 exchange and 3 details". */
export function goingWords(going: Going): string {
  const words = [
    [going.talks, 'talk with them alone', 'talks with them alone'],
    [going.exchanges, 'exchange', 'exchanges'],
    [going.notes, 'note', 'notes'],
    [going.details, 'detail', 'details'],
    [going.recommendations, 'recommendation', 'recommendations'],
    [going.gatherings, 'gathering that only they were met at', 'gatherings that only they were met at'],
    [going.earlier, 'row that was taken back before', 'rows that were taken back before'],
  ] as const;
  return listed(words.filter(([n]) => n > 0).map(([n, one, many]) => count(n, one, many)));
}

export function sharedText({ shared }: Going): Text {
  if (shared === 0) return [];
  return [line(`${count(shared, 'talk')} with others ${shared === 1 ? 'stays' : 'stay'}, without them.`)];
}

const PLACES = {
  details: 'notes and details of',
  exchange: 'what was given and asked between you and',
  talk: 'talks with',
  recommendation: 'recommendations of',
  import: 'what a file said of',
  gathering: 'a gathering',
  group: 'a group',
  observation: 'what you saw in a group',
  target: 'whom you look for',
  setting: 'your settings',
} as const;

/** What beside the file may still tell of somebody, and what to do about each. */
export function leftText(left: readonly { readonly path: string; readonly why: string }[]): Text {
  return left.map(({ path, why }) =>
    line(`A file may still tell of them, ${path}: ${why}. To erase it: rm ${shellWord(path)}`),
  );
}

/** Where others' texts name them: not touched, but told. */
export function mentionsText(
  mentions: readonly {
    readonly in: keyof typeof PLACES;
    readonly contact: { readonly name: string } | null;
    readonly what: string | null;
    readonly line: string | null;
    readonly editable: boolean;
  }[],
): Text {
  const told = mentions.map(({ in: place, contact, what, line: typed }) =>
    line(
      'Also named in ',
      [PLACES[place], contact?.name].filter((word) => word !== undefined).join(' '),
      what === null ? '' : `, ${place === 'target' ? quoted(what) : what}`,
      typed === null ? '' : faint(`: ${typed}`),
    ),
  );
  const fixed = Object.entries(FIXED)
    .filter(([place]) => mentions.some((mention) => mention.in === place && !mention.editable))
    .map(([, word]) => word);
  if (fixed.length === 0) return told;
  return [...told, line(`What is left of them in ${listed(fixed)} stays: no command changes that.`)];
}

/** What no command changes once it is noted. */
const FIXED: { readonly [P in keyof typeof PLACES]?: string } = {
  exchange: 'gives and asks',
  gathering: 'gatherings',
  import: 'imported files',
  observation: 'what you saw in groups',
  recommendation: 'recommendations',
  talk: 'talks',
};
