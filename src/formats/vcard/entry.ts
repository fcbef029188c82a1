import { firstOf, oneLine } from '../people.ts';
import { OWN_LABEL } from './content-line.ts';
import type { Property } from './property.ts';

/** An entry of a card together with the label that the person gave it. */
export interface Entry extends Property {
  readonly label: string | null;
}

/** What a place or a number is for; where several apply, the first of these is the label. */
const LABELS: readonly string[] = ['fax', 'cell', 'pager', 'car', 'main', 'work', 'home', 'other'];

/** What else an entry is for, but not a label: nearly every number takes calls. */
const NO_LABELS = new Set(
  (
    'pref voice internet msg text textphone video dom intl postal parcel bbs modem isdn pcs x400 aol applelink attmail cis eworld ' +
    'ibmmail mcimail powershare prodigy tlx uri profile x-internet'
  ).split(' '),
);

const SAME = new Map([
  ['mobile', 'cell'],
  ['iphone', 'cell'],
  ['cellular', 'cell'],
]);

/** Apple puts its own labels in `_$!<…>!$_`. */
const APPLE_LABEL = /^_\$!<(.*)>!\$_$/;

/** The entries of a card without its labels, which are on the entries that they belong to. */
export function labeled(properties: readonly Property[]): readonly Entry[] {
  const labels = new Map(
    properties
      .filter(({ name, group }) => name === 'x-ablabel' && group !== null)
      .map((property) => [property.group, labelText(property)]),
  );
  return properties
    .filter(({ name }) => name !== 'x-ablabel')
    .map((property) => ({
      ...property,
      label: firstOf(
        property.group === null ? null : labels.get(property.group),
        oneLine(property.params.get(OWN_LABEL) ?? ''),
      ),
    }));
}

function labelText(property: Property): string {
  const label = oneLine(textOf(property));
  return asKnown(APPLE_LABEL.exec(label)?.[1] ?? label);
}

/** A label in the one way that it is written, whichever program it came from; a person's own stays. */
function asKnown(label: string): string {
  const lower = label.toLowerCase();
  const same = SAME.get(lower) ?? lower;
  if (LABELS.includes(same)) return same;
  return /^[A-Z]+(?:_[A-Z]+)+$/.test(label) ? lower.replaceAll('_', ' ') : label;
}

/** The type of an entry that serves as its label: a known one, else one of its own. */
export function typeOf({ types }: Entry): { readonly known: string | null; readonly own: string | null } {
  const names = types.map(asKnown);
  const own = names.find((name) => !NO_LABELS.has(name.toLowerCase()) && !LABELS.includes(name)) ?? null;
  return {
    known: names.some((name) => /fax/i.test(name))
      ? 'fax'
      : (LABELS.find((name) => names.includes(name)) ?? null),
    own: (own === own?.toUpperCase() ? own?.toLowerCase() : own)?.replace(/^x-/i, '') ?? null,
  };
}

/** The network that a profile is on. */
export function serviceOf(params: Entry['params']): string | null {
  return firstOf(params.get('x-service-type'), params.get('service-type'));
}

/** The whole value as one text, trimmed. */
export function textOf({ parts }: Property): string {
  return parts
    .map((part) => part.join(','))
    .join(';')
    .trim();
}

/** One component of a structured value on one line; empty where there is none. */
export function component({ parts }: Property, index: number, separator = ' '): string {
  return (parts[index] ?? []).map(oneLine).filter(Boolean).join(separator);
}

/** The entries of some names that say something, the preferred ones first. */
export function entriesOf(entries: readonly Entry[], ...names: readonly string[]): readonly Entry[] {
  return entries
    .filter(
      (entry) =>
        names.includes(entry.name) && entry.parts.some((part) => part.some((value) => value.trim() !== '')),
    )
    .sort((a, b) => preference(a) - preference(b));
}

/** Version 4.0 ranks from 1 to 100, the others only say which is preferred. */
function preference({ types, params }: Entry): number {
  const rank = Number.parseInt(params.get('pref') ?? '', 10);
  if (rank >= 1) return rank;
  return types.some((type) => type.toLowerCase() === 'pref') ? 1 : 101;
}
