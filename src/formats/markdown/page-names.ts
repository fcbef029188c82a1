import { fold } from '../../domain/words/fold.ts';

const LONGEST = 60;

/**
 * The name of each one's page, by their id: their name in plain letters and their short id, as `ana-silva-a003.md`. Nothing but letters, digits and
 * dashes, each there once, on every file system.
 */
export function pageNames(
  people: Iterable<{ readonly id: string; readonly name: string; readonly short: string }>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, name, short } of people) {
    const base = `${slug(name) || 'person'}-${slug(short) || 'x'}`;
    let count = 1;
    let own = base;
    while (taken.has(own)) own = `${base}-${++count}`;
    taken.add(own);
    names.set(id, `${own}.md`);
  }
  return names;
}

function slug(text: string): string {
  return fold(text)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}
