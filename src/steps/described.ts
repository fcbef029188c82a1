import { fold } from '../domain/words/fold.ts';
import type { Clock } from '../host/clock.ts';
import type { NamedContact } from '../store/names.ts';

/** A name with its id and what is known: "Ana Silva (k3f9, Acme, Lisbon)". */
export function described({ name, short, org, city }: NamedContact): string {
  return `${name} (${known(short, org, city)})`;
}

/** The same of several, each namesake with what tells them apart: where they work, else where or when you met, else since when they are here. */
export function describedApart(people: readonly NamedContact[], clock: Clock): string[] {
  const names = people.map(({ name }) => fold(name));
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return people.map((person, i) => {
    const { name, short, org, city } = person;
    const isTaken = (times.get(names[i] ?? '') ?? 0) > 1;
    return isTaken && org === null
      ? `${name} (${known(short, since(person, clock), city)})`
      : described(person);
  });
}

function since({ metAt, metOn, createdAt }: NamedContact, clock: Clock): string {
  if (metAt !== null) return `met at ${metAt}`;
  return metOn === null ? `added on ${clock.dayOf(createdAt)}` : `met on ${metOn}`;
}

function known(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(', ');
}
