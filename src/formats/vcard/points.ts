import type { ContactPointKind } from '../../domain/contact.ts';
import type { ImportedPerson } from '../../domain/imported.ts';
import { firstOf, oneLine } from '../people.ts';
import { type Entry, entriesOf, serviceOf, textOf, typeOf } from './entry.ts';

type Point = ImportedPerson['points'][number];

/** The ways to reach somebody, each once, the preferred ones first; what is none in spite of its name becomes a note. */
export function pointsOf(entries: readonly Entry[]): {
  readonly points: readonly Point[];
  readonly notes: readonly string[];
} {
  const read = [
    ...entriesOf(entries, 'email').map((entry) => readPoint(entry, 'email', 'E-mail')),
    ...entriesOf(entries, 'tel', 'x-ms-tel').map((entry) => readPoint(entry, 'phone', 'Phone')),
    ...entriesOf(entries, ...URLS).map((entry) => readPoint(entry, 'url', 'Website')),
    ...entriesOf(entries, ...PROFILES).flatMap((entry) =>
      isAddress(textOf(entry)) ? readPoint(entry, 'url', '') : [],
    ),
  ];
  const notes = read.filter((point) => typeof point === 'string');
  const points = new Map<string, Point>();
  for (const point of read) {
    if (typeof point === 'string') continue;
    const known = points.get(sameKey(point));
    points.set(
      sameKey(point),
      known === undefined ? point : { ...known, label: merged(known.label, point.label) },
    );
  }
  return { points: [...points.values()], notes };
}

const URLS = ['url', 'x-evolution-blog-url', 'x-kaddressbook-blogfeed'];

/** Profiles on social networks: points where they are addresses, else notes. */
export const PROFILES: readonly string[] = ['x-socialprofile', 'socialprofile', 'impp'];

export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
}

function readPoint(entry: Entry, kind: ContactPointKind, noun: string): Point | string {
  const value = READERS[kind](textOf(entry));
  return value === null ? `${noun}: ${textOf(entry)}` : { kind, value, label: labelOf(entry) };
}

const READERS: Record<ContactPointKind, (text: string) => string | null> = {
  email: (text) => {
    const [from, to] = [text.lastIndexOf('<'), text.lastIndexOf('>')];
    const address = oneLine((from < to ? text.slice(from + 1, to) : text).replace(/^mailto:/i, ''));
    return address.includes('@') ? address : null;
  },
  phone: (text) => {
    const [number = '', ...params] = text.replace(/^(?:tel|callto):/i, '').split(';');
    const isUri = /^tel:/i.test(text);
    const plain = oneLine(isUri ? percentDecoded(number) : [number, ...params].join(';'));
    const extension = isUri ? params.find((param) => /^ext=./i.test(param))?.slice('ext='.length) : undefined;
    if (!/[0-9]/.test(plain)) return null;
    return extension === undefined ? plain : `${plain} ext. ${extension}`;
  },
  url: (text) => (!/\s/.test(text) && /[.:/]/.test(text) ? text : null),
};

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `fax` for every fax; else the person's own label, else the most telling of the types. */
function labelOf(entry: Entry): string | null {
  const { name, label, params } = entry;
  const { known, own } = typeOf(entry);
  if (known === 'fax' || /(?:\b|tele|home|work|other)fax/i.test(label ?? '')) return 'fax';
  const network = PROFILES.includes(name) ? firstOf(serviceOf(params), own) : null;
  return firstOf(label, network, known, own);
}

/** What makes two points the same. */
function sameKey({ kind, value }: Point): string {
  if (kind === 'email') return `email ${value.toLowerCase()}`;
  if (kind === 'phone') return `phone ${value.toLowerCase().replace(/[^0-9a-z+*#]/g, '')}`;
  return `url ${value.replace(/^https?:\/\/(?:www\.)?|^www\./i, '').replace(/\/$/, '')}`;
}

/** A number that takes calls as well is more than a fax. */
function merged(a: string | null, b: string | null): string | null {
  return a === 'fax' ? (b ?? a) : (a ?? b);
}
