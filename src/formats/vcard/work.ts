import { firstOf, oneLine, unique } from '../people.ts';
import { component, type Entry, entriesOf, textOf } from './entry.ts';

/** Where somebody works and as what; departments and second jobs become notes. */
export function workOf(entries: readonly Entry[]): {
  readonly org: string | null;
  readonly role: string | null;
  readonly notes: readonly string[];
} {
  const orgs = entriesOf(entries, 'org');
  const names = unique(orgs.map((entry) => component(entry, 0, ', ')));
  const departments = orgs.map(({ parts }) => parts.slice(1).flat().map(oneLine).filter(Boolean).join(', '));
  const titles = entriesOf(entries, 'title').map((entry) => oneLine(textOf(entry)));
  const roles = entriesOf(entries, 'role').map((entry) => oneLine(textOf(entry)));
  const [role = null, ...others] = unique([...titles, ...roles]);
  return {
    org: firstOf(names[0]),
    role,
    notes: [
      ...names.slice(1).map((name) => `Organization: ${name}`),
      ...unique(departments).map((department) => `Department: ${department}`),
      ...others.map((other) => `Role: ${other}`),
    ],
  };
}
