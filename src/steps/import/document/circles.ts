import { referencesOf } from '../../../domain/shape.ts';
import type { Entry } from './entries.ts';

/** Who would have been introduced by somebody whom they introduced themselves: one of each circle. */
export function circlesAmong(contacts: ReadonlyMap<string, Entry>): Set<string> {
  const at = referencesOf('contact').findIndex(({ field }) => field === 'viaId');
  const circular = new Set<string>();
  const done = new Set<string>();
  for (const start of contacts.keys()) {
    const path = new Set<string>();
    let id: string | null = start;
    while (id !== null && !done.has(id)) {
      path.add(id);
      const entry: Entry | undefined = contacts.get(id);
      const via: string | null =
        entry === undefined || entry.state === 'here' ? null : (entry.references[at] ?? null);
      if (via !== null && path.has(via)) {
        circular.add(id);
        break;
      }
      id = via;
    }
    for (const one of path) done.add(one);
  }
  return circular;
}
