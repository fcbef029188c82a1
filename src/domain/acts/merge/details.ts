import type { Contact } from '../../contact.ts';
import type { Birthday } from '../../days/day.ts';
import { firstWins, isSame, type Merged, type MergedField, noteOf } from './field.ts';

type Details = Pick<
  Contact,
  'nickname' | 'org' | 'role' | 'city' | 'birthday' | 'askAbout' | 'targetId' | 'noScore'
>;

/** What is known of two people who are one: the first one's values stay. `targetText` tells what somebody was looked for as. */
export function mergedDetails(
  first: Contact,
  other: Contact,
  targetText: (id: string) => string,
): Merged<Details> {
  const names = mergedNames(first, other);
  const work = mergedWork(first, other);
  const city = firstWins('city', 'City', first.city, other.city);
  const birthday = mergedBirthday(first.birthday, other.birthday);
  const askAbout = firstWins('askAbout', 'Ask about', first.askAbout, other.askAbout);
  const target = mergedTarget(first.targetId, other.targetId, targetText);
  const all = [names, work, city, birthday, askAbout, target];
  return {
    set: {
      nickname: names.set,
      ...work.set,
      city: city.set,
      birthday: birthday.set,
      askAbout: askAbout.set,
      targetId: target.set,
      noScore: first.noScore || other.noScore,
    },
    fields: all.flatMap(({ fields }) => fields),
    notes: all.flatMap(({ notes }) => notes),
  };
}

/** The other's names: one becomes the nickname where there is none, any further one is a note. */
function mergedNames(first: Contact, other: Contact): Merged<string | null> {
  const isNew = (name: string, at: number, names: readonly string[]) =>
    ![first.name, first.nickname, ...names.slice(0, at)].some(
      (known) => known !== null && isSame(known, name),
    );
  const told = [other.nickname, other.name].filter((name) => name !== null).filter(isNew);
  const [called] = told;
  const nickname = first.nickname ?? called ?? null;
  const left = first.nickname === null ? told.slice(1) : told;
  const becomes = (name: string): MergedField['becomes'] =>
    left.includes(name) ? 'note' : name === called && first.nickname === null ? 'nickname' : 'same';
  return {
    set: nickname,
    fields: [
      { field: 'name', kept: first.name, other: other.name, becomes: becomes(other.name) },
      ...(other.nickname === null
        ? []
        : [
            {
              field: 'nickname',
              kept: nickname,
              other: other.nickname,
              becomes: becomes(other.nickname) === 'nickname' ? ('filled' as const) : becomes(other.nickname),
            },
          ]),
    ],
    notes: left.map((name) => noteOf('Also called', name)),
  };
}

/** Where and as what they work belongs together: a role at one employer is none at another. */
function mergedWork(first: Contact, other: Contact): Merged<Pick<Contact, 'org' | 'role'>> {
  const differs = (a: string | null, b: string | null) => a !== null && b !== null && !isSame(a, b);
  if (!differs(first.org, other.org) && !differs(first.role, other.role)) {
    const [org, role] = [
      firstWins('org', 'Employer', first.org, other.org),
      firstWins('role', 'Role', first.role, other.role),
    ];
    return { set: { org: org.set, role: role.set }, fields: [...org.fields, ...role.fields], notes: [] };
  }
  const { org, role } = first;
  const kept = (field: 'org' | 'role'): MergedField[] =>
    other[field] === null
      ? []
      : [
          {
            field,
            kept: first[field],
            other: other[field],
            becomes: differs(first[field], other[field]) || first[field] === null ? 'note' : 'same',
          },
        ];
  const work =
    other.role === null ? other.org : other.org === null ? other.role : `${other.role} at ${other.org}`;
  return {
    set: { org, role },
    fields: [...kept('org'), ...kept('role')],
    notes: work === null ? [] : [noteOf('Work', work)],
  };
}

/** A birthday of which one knows the year too fills that in. */
function mergedBirthday(first: Birthday | null, other: Birthday | null): Merged<Birthday | null> {
  const isFuller = first?.startsWith('--') === true && other?.endsWith(first.slice(1)) === true;
  const { set: _set, ...told } = firstWins('birthday', 'Birthday', isFuller ? null : first, other);
  if (first !== null && other?.startsWith('--') === true && first.endsWith(other.slice(1)))
    return { set: first, fields: [{ field: 'birthday', kept: first, other, becomes: 'same' }], notes: [] };
  return { set: isFuller ? other : (first ?? other), ...told };
}

function mergedTarget(
  first: string | null,
  other: string | null,
  targetText: (id: string) => string,
): Merged<string | null> {
  if (other === null || first === other) return { set: first, fields: [], notes: [] };
  const told = firstWins(
    'target',
    'Looked for as',
    first === null ? null : targetText(first),
    targetText(other),
  );
  return { ...told, set: first ?? other };
}
