import type { ImportedPerson } from '../../domain/imported.ts';
import { escaped, plainLine } from './written-text.ts';

const PROPERTIES = { email: 'EMAIL', phone: 'TEL', url: 'URL' } as const;

/** The labels that vCard has a type for. */
const TYPES = new Set(['home', 'work', 'cell', 'fax', 'pager', 'car']);

/** The ways to reach somebody. A label that is no type stands beside its line, as Apple writes it and others read. */
export function pointLines(points: ImportedPerson['points']): string[] {
  let items = 0;
  return points.flatMap(({ kind, value, label }) => {
    const property = PROPERTIES[kind];
    const said = `:${escaped(plainLine(value))}`;
    if (label === null) return [`${property}${said}`];
    if (TYPES.has(label)) return [`${property};TYPE=${label.toUpperCase()}${said}`];
    items++;
    return [`item${items}.${property}${said}`, `item${items}.X-ABLabel:${escaped(plainLine(label))}`];
  });
}
