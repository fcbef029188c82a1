import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apartId } from '../../../src/domain/apart.ts';
import type { Birthday } from '../../../src/domain/days/day.ts';
import type { Known } from '../../../src/domain/duplicates/face.ts';
import { duplicatesAmong } from '../../../src/domain/duplicates/pairs.ts';
import { comparingTools } from '../../../src/steps/comparing.ts';

interface Told {
  readonly name: string;
  readonly nickname?: string;
  readonly org?: string;
  readonly birthday?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly url?: string;
  readonly stage?: Known['stage'];
}

function known(told: Told, at: number): Known {
  const id = `c-${String(at).padStart(6, '0')}`;
  const points = (['email', 'phone', 'url'] as const).flatMap((kind) =>
    told[kind] === undefined ? [] : [{ kind, value: told[kind] }],
  );
  return {
    id,
    short: id,
    name: told.name,
    nickname: told.nickname ?? null,
    org: told.org ?? null,
    birthday: (told.birthday ?? null) as Birthday | null,
    stage: told.stage ?? 'stack',
    createdAt: '2026-01-01T00:00:00.000Z',
    points,
  };
}

async function found(...told: readonly Told[]) {
  const people = told.map(known);
  return duplicatesAmong(people, new Set(), await comparingTools(people));
}

/** Each pair as its strength and its signs: `likely: same-name employer`. */
async function said(...told: readonly Told[]): Promise<string[]> {
  const { pairs } = await found(...told);
  return pairs.map(({ strength, signs }) => `${strength}: ${signs.map(({ kind }) => kind).join(' ')}`);
}

const ana: Told = { name: 'Ana Silva' };

describe('who may be one person', () => {
  const mail = 'ana@example.org';
  test.each<[string, Told, Told, string]>([
    ['the same name in other letters', ana, { name: 'ANA  SÍLVA' }, 'same name: same-name'],
    [
      'an address and the same name',
      { ...ana, email: mail },
      { ...ana, email: 'ANA@example.org' },
      'very likely: same-name email',
    ],
    [
      'family name first, with a comma',
      { ...ana, org: 'Acme' },
      { name: 'Silva, Ana', org: 'ACME Ltd.' },
      'likely: same-name employer',
    ],
    [
      'given and family name swapped',
      { ...ana, org: 'Acme' },
      { name: 'Silva Ana', org: 'Acme' },
      'likely: swapped employer',
    ],
    [
      'an initial',
      { ...ana, phone: '+351 912 345 678' },
      { name: 'A. Silva', phone: '912345678' },
      'likely: initial number',
    ],
    [
      'a typo',
      { name: 'Catarina Sousa', email: mail },
      { name: 'Catrina Sousa', email: mail },
      'very likely: near-name email',
    ],
    [
      'a double letter',
      { ...ana, org: 'Acme' },
      { name: 'Anna Silva', org: 'Acme' },
      'possible: near-name employer',
    ],
    [
      'names that sound alike',
      { name: 'Philip Smith', org: 'Acme' },
      { name: 'Filipp Smyth', org: 'Acme' },
      'possible: sounds-alike employer',
    ],
    [
      'an English short form',
      { name: 'Robert Stone', org: 'Acme' },
      { name: 'Bob Stone', org: 'Acme' },
      'likely: short-form employer',
    ],
    [
      'two short forms of one name',
      { name: 'Bill Stone', org: 'Acme' },
      { name: 'Will Stone', org: 'Acme' },
      'likely: short-form employer',
    ],
    [
      'a Portuguese one',
      { name: 'Zé Costa', birthday: '--05-03' },
      { name: 'José Costa', birthday: '1990-05-03' },
      'likely: short-form birthday',
    ],
    [
      'a Spanish one',
      { name: 'Pepe Costa', org: 'Acme' },
      { name: 'José Costa', org: 'Acme' },
      'likely: short-form employer',
    ],
    [
      'a German one',
      { name: 'Uschi Kraus', org: 'Acme' },
      { name: 'Ursula Kraus', org: 'Acme' },
      'likely: short-form employer',
    ],
    [
      'a nickname of their own',
      { name: 'Ana Silva', nickname: 'Nocas', org: 'Acme' },
      { name: 'Nocas Silva', org: 'Acme' },
      'likely: nickname employer',
    ],
    [
      'more names',
      { ...ana, birthday: '1990-05-03' },
      { name: 'Ana Maria Silva', birthday: '1990-05-03' },
      'likely: longer-name birthday',
    ],
    [
      'a first name only',
      { ...ana, email: mail },
      { name: 'Ana', email: mail },
      'likely: part-of-name email',
    ],
    [
      'a card that is called by its address',
      { ...ana, email: mail },
      { name: mail, email: mail },
      'likely: email',
    ],
    [
      'a card that is called by its number',
      { ...ana, phone: '+351912345678' },
      { name: '+351 912 345 678', phone: '00351 912345678' },
      'likely: number',
    ],
    [
      'one address, two names',
      { ...ana, email: mail },
      { name: 'Ben Okoye', email: mail },
      'possible: email',
    ],
    [
      'one profile, another family name',
      { ...ana, url: 'https://www.linkedin.com/in/ana/' },
      { name: 'Ana Costa', url: 'http://linkedin.com/in/ana?trk=x' },
      'possible: url',
    ],
    ['a name in Chinese letters', { name: '王伟' }, { name: '王 伟' }, 'same name: same-name'],
    [
      'one in Korean letters',
      { name: '김민준', org: 'Acme' },
      { name: '김 민준', org: 'Acme' },
      'likely: same-name employer',
    ],
    ['one in Japanese letters', { name: '山田 太郎' }, { name: '山田太郎' }, 'same name: same-name'],
    [
      'a near first name with one number',
      { name: 'Catarina Sousa', phone: '+351 912 345 678' },
      { name: 'Catrina Sousa', phone: '912345678' },
      'possible: near-name number',
    ],
    [
      'a near family name with one number',
      { name: 'Dele Johnson', phone: '+351 912 345 678' },
      { name: 'Dele Jonson', phone: '912345678' },
      'very likely: near-name number',
    ],
    [
      'one name in two spellings',
      { name: 'Elisabeth Kraus', email: mail },
      { name: 'Elizabeth Kraus', email: mail },
      'very likely: near-name email',
    ],
    [
      'a profile that is told by its query',
      { ...ana, url: 'https://www.facebook.com/profile.php?id=1&fbclid=x' },
      { name: 'Ana Costa', url: 'https://facebook.com/profile.php?utm_source=y&id=1#about' },
      'possible: url',
    ],
    [
      'the same name and birthday',
      { ...ana, birthday: '1990-05-03' },
      { ...ana, birthday: '1990-05-03' },
      'very likely: same-name birthday',
    ],
  ])('%s', async (_, one, two, expected) => {
    expect(await said(one, two)).toEqual([expected]);
    expect(await said(two, one)).toEqual([expected]);
  });
});

describe('a title or a generation in one of the names', () => {
  const own = { email: 'mark@example.org', phone: '+351 912 345 678' };
  test.each<[string, string, string]>([
    ['Mr. Mark Evans', 'Mark Evans', 'very likely: same-name email number'],
    ['Mr. Mark Evans Jr.', 'Mark Evans', 'likely: same-name email number'],
    ['Mark Evans Sr.', 'Mark Evans', 'likely: same-name email number'],
    ['Mark Evans, Sr., PhD', 'Mark Evans Snr', 'very likely: same-name email number'],
    ['Sr. Marcos Reis', 'Marcos Reis', 'very likely: same-name email number'],
    ['Marcos Reis Filho', 'Marcos Reis', 'likely: same-name email number'],
    ['Marc Evans III', 'Mark Evans', 'possible: sounds-alike email number'],
    ['Mark Jr.', 'Mark Evans', 'possible: part-of-name email number'],
  ])('%s and %s', async (one, other, expected) => {
    const pair = await said({ name: one, ...own }, { name: other, ...own });
    expect(pair).toEqual([expected]);
  });

  test.each([
    ['Mark Evans Jr.', 'Mark Evans Sr.'],
    ['Mark Evans II', 'Mark Evans III'],
    ['Marcos Reis Filho', 'Marcos Reis Neto'],
  ])('%s is not %s, whatever they share', async (one, other) => {
    expect(await said({ name: one, ...own }, { name: other, ...own })).toEqual([]);
  });

  test('without an address or a number of their own they are father and son', async () => {
    const both = { org: 'Acme', birthday: '1980-05-03' };
    expect(await said({ name: 'Mark Evans Jr.', ...both }, { name: 'Mark Evans', ...both })).toEqual([]);
  });
});

describe('who is not', () => {
  const number = '+351 211 000 000';
  test.each<[string, ...Told[]]>([
    ['a family name', ana, { name: 'Rui Silva' }],
    ['a family name at one employer', { ...ana, org: 'Acme' }, { name: 'Rui Silva', org: 'Acme' }],
    ['a switchboard', { ...ana, phone: number }, { name: 'Ben Okoye', phone: '211000000' }],
    [
      'a switchboard and an employer',
      { ...ana, phone: number, org: 'Acme' },
      { name: 'Ben Okoye', phone: number, org: 'Acme' },
    ],
    ['a birthday', { ...ana, birthday: '1990-05-03' }, { name: 'Ben Okoye', birthday: '1990-05-03' }],
    [
      'a birthday and an employer',
      { ...ana, birthday: '1990-05-03', org: 'Acme' },
      { name: 'Ben Okoye', birthday: '1990-05-03', org: 'Acme' },
    ],
    ['near names alone', { name: 'Catarina Sousa' }, { name: 'Catrina Sousa' }],
    ['swapped names alone', { name: 'James Martin' }, { name: 'Martin James' }],
    ['one and the same first name', { name: 'Ana' }, { name: 'Ana' }],
    [
      'a man and a woman',
      { name: 'Mario Rossi', org: 'Acme', phone: number },
      { name: 'Maria Rossi', org: 'Acme', phone: number },
    ],
    [
      'a man and a woman of one family',
      { name: 'Alex Ivanov', phone: number },
      { name: 'Alex Ivanova', phone: number },
    ],
    [
      'father and son by their birthdays',
      { ...ana, birthday: '1950-01-02', phone: number, email: 'a@b.c' },
      { ...ana, birthday: '1980-07-08', phone: number, email: 'a@b.c' },
    ],
    ['the same day in another year', { ...ana, birthday: '1950-01-02' }, { ...ana, birthday: '1980-01-02' }],
    [
      'father and son by their names',
      { name: 'João Silva Neto', phone: number },
      { name: 'João Silva Júnior', phone: number },
    ],
    ['sisters', { name: 'Ana Maria Silva', phone: number }, { name: 'Ana Rita Silva', phone: number }],
    [
      "an office's mailbox",
      { ...ana, email: 'info@acme.example' },
      { name: 'Ben Okoye', email: 'info@acme.example' },
    ],
    [
      'the page of a firm',
      { ...ana, url: 'https://acme.example' },
      { name: 'Ben Okoye', url: 'https://acme.example/' },
    ],
    [
      'two extensions of one number',
      { name: 'Ana', phone: '+351 211 000 000 ext. 12' },
      { name: 'Ana', phone: '+351 211 000 000 ext. 13' },
    ],
    [
      'an address that three have',
      ...['Ana Silva', 'Ben Okoye', 'Eva Berg'].map((name) => ({ name, email: 'us@example.org' })),
    ],
    [
      'a page that is another by its query',
      { ...ana, url: 'https://facebook.com/profile.php?id=1' },
      { name: 'Ben Okoye', url: 'https://facebook.com/profile.php?id=2' },
    ],
    [
      'the page of a firm elsewhere',
      { ...ana, url: 'https://www.linkedin.com/company/acme/' },
      { name: 'Ben Okoye', url: 'https://linkedin.com/company/acme' },
    ],
    ...['vendas', 'marketing', 'comercial', 'sales', 'support', 'kontakt', 'info.pt'].map(
      (box): [string, Told, Told] => [
        `the mailbox ${box}@`,
        { ...ana, email: `${box}@acme.example` },
        { name: 'Ben Okoye', email: `${box}@acme.example` },
      ],
    ),
    ['names that only sound the same', { name: '王伟', org: 'Acme' }, { name: '王威', org: 'Acme' }],
    ['a name in letters of no alphabet', { name: '☃' }, { name: '☂' }],
  ])('%s', async (_, ...told) => {
    expect(await said(...told)).toEqual([]);
  });

  const couples = [
    'Alexander Alexandra',
    'Christian Christina',
    'André Andrea',
    'Stefan Stefanie',
    'Marina Mariana',
    'Daniel Daniela',
    'Gabriel Gabrielle',
    'Andreas Andrea',
    'Louis Louise',
    'Martin Martina',
    'Julia Juliana',
    'Cristiano Cristina',
  ];
  test.each(couples.map((couple) => couple.split(' ') as [string, string]))(
    '%s and %s of one household',
    async (one, two) => {
      const told = (name: string, more: Partial<Told>) => ({ name: `${name} Weber`, ...more });
      for (const more of [{ phone: number }, { birthday: '--05-03' }, { org: 'Acme', phone: number }])
        expect(await said(told(one, more), told(two, more))).toEqual([]);
    },
  );

  test('a switchboard that many have is only a place, also for those of the same name', async () => {
    const others = Array.from({ length: 6 }, (_, i) => ({ name: `Person${i} Family${i}`, phone: number }));
    expect(await said({ ...ana, phone: number }, { ...ana, phone: number }, ...others)).toEqual([
      'likely: same-name number',
    ]);
  });
});

test('strongest first, then by name, and the closer one, the fuller name, the first one here is the one to keep', async () => {
  const { pairs } = await found(
    { name: 'Zoe Marsh' },
    { name: 'Zoe Marsh', stage: 'kept' },
    { name: 'Ben Okoye', email: 'ben@example.org' },
    { name: 'Ben Ade Okoye', email: 'ben@example.org' },
    { name: 'Eva Berg' },
    { name: 'Eva Berg' },
  );
  expect(pairs.map(({ first, other }) => [first.id, other.id])).toEqual([
    ['c-000003', 'c-000002'],
    ['c-000004', 'c-000005'],
    ['c-000001', 'c-000000'],
  ]);
});

test('a number is told as it is written with the one who stays', async () => {
  const { pairs } = await found(
    { name: 'Ana Silva', phone: '+351 912-345 678 ext. 5', stage: 'kept' },
    { name: 'Ana Silva', phone: '00351912345678x5' },
  );
  expect(pairs.map(({ signs }) => signs.at(-1))).toEqual([
    { kind: 'number', what: '+351 912-345 678 ext. 5' },
  ]);
});

test('numbers without a country are from where most of the others are', async () => {
  const german = [1, 2, 3].map((i) => ({ name: `Max Muster${i}`, phone: `+49 171 55500${i}0` }));
  const pair = [
    { name: 'Karl Kraus', phone: '0171 1234567' },
    { name: 'Kalle Kraus', phone: '+49 (0)171 1234567' },
  ];
  expect(await said(...german, ...pair)).toEqual(['very likely: short-form number']);
  const british = [1, 2, 3].map((i) => ({ name: `Max Muster${i}`, phone: `+44 20 7946 001${i}` }));
  const elsewhere = [
    ...british,
    ...british.map(({ name, phone }) => ({ name: `${name}x`, phone: phone.replace('001', '009') })),
  ];
  expect(await said(...elsewhere, ...pair)).toEqual([]);
});

test('who was said to be two people is not among them', async () => {
  const people = [ana, ana].map(known);
  const apart = new Set([apartId('c-000001', 'c-000000')]);
  expect(duplicatesAmong(people, apart, await comparingTools(people)).pairs).toEqual([]);
});

test('a name that too many have is told of, not compared; whoever has more in common is found', async () => {
  const many = Array.from({ length: 40 }, () => ({ name: 'Maria Silva' }));
  const two = [1, 2].map(() => ({ name: 'Maria Silva', email: 'maria@example.org' }));
  const { pairs, crowded } = await found(...many, ...two);
  expect(pairs.map(({ first, other }) => [first.id, other.id])).toEqual([['c-000040', 'c-000041']]);
  expect(crowded).toEqual([{ name: 'Maria Silva', people: 42 }]);
});

test('within a large employer those are found whose names are alike', async () => {
  const others = Array.from({ length: 300 }, (_, i) => ({
    name: `${word(i)} ${word(i * 7 + 3)}`,
    org: 'Acme',
  }));
  const pairs: [string, string][] = [
    ['Robert Stone', 'Bob Stone'],
    ['Catarina Sousa', 'Catrina Sousa'],
    ['Philip Smith', 'Filipp Smyth'],
    ['Eva Berg', 'E. Berg'],
    ['Okoye Ben', 'Ben Okoye'],
    ['Ines Rocha', 'Ines Maria Rocha'],
    ['Dele Johnson', 'Dele Jonson'],
    ['Farid', 'Farid Haddad'],
  ];
  const told = pairs.flat().map((name) => ({ name, org: 'Acme' }));
  const names = (await found(...others, ...told)).pairs.map(({ first, other }) =>
    [first.name, other.name].sort(),
  );
  for (const pair of pairs) expect(names).toContainEqual([...pair].sort());
});

/** A made-up word, another one for each number. */
function word(n: number): string {
  const letters = 'bcdfglmnprstvz';
  const vowels = 'aeiou';
  let text = '';
  for (let rest = n + 17; rest > 0; rest = Math.floor(rest / 70))
    text += `${letters[rest % 14]}${vowels[Math.floor(rest / 14) % 5]}`;
  return `${text}x`;
}

const aName = fc
  .array(
    fc.constantFrom(
      'Ana',
      'Anna',
      'A.',
      'Zé',
      'José',
      'Bob',
      'Robert',
      'Silva',
      'Sílva',
      'Costa',
      'Filho',
      '王',
      '',
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((words) => words.join(' ').trim() || '?');
const aTold: fc.Arbitrary<Told> = fc.record(
  {
    name: fc.oneof({ weight: 5, arbitrary: aName }, fc.string({ minLength: 1 })),
    nickname: fc.constantFrom('Zé', 'Bob', 'Ana Silva'),
    org: fc.constantFrom('Acme', 'Acme Inc', 'Tidal'),
    birthday: fc.constantFrom('--05-03', '1990-05-03', '1991-05-03'),
    email: fc.constantFrom('a@example.org', 'A@example.org', 'info@example.org'),
    phone: fc.oneof(fc.constantFrom('+351 912345678', '912 345 678', '211'), fc.string()),
    url: fc.oneof(fc.constantFrom('https://example.org/a', 'example.org/a/'), fc.string()),
  },
  { requiredKeys: ['name'] },
);

test('whatever people are told: each pair once, never with themselves, the same in any order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aTold, { maxLength: 30 }), async (told) => {
      const people = told.map(known);
      const tools = await comparingTools(people);
      const { pairs } = duplicatesAmong(people, new Set(), tools);
      const keys = pairs.map(({ first, other }) => apartId(first.id, other.id));
      expect(new Set(keys).size).toBe(keys.length);
      for (const { first, other, signs } of pairs) {
        expect(first.id).not.toBe(other.id);
        expect(signs.length).toBeGreaterThan(0);
      }
      expect(duplicatesAmong([...people].reverse(), new Set(), tools).pairs).toEqual(pairs);
    }),
    { numRuns: 150 },
  );
});

describe('time grows with how many people there are', () => {
  async function taken(people: readonly Known[]): Promise<number> {
    const tools = await comparingTools(people);
    const begun = performance.now();
    duplicatesAmong(people, new Set(), tools);
    return performance.now() - begun;
  }

  test('fifty thousand people of all kinds', async () => {
    const people = Array.from({ length: 50_000 }, (_, i) =>
      known(
        {
          name: `${word(i % 900)} ${word(i % 7000)}`,
          org: `Firm ${i % 3000}`,
          email: `p${i % 48_000}@example.org`,
          phone: i % 2 === 0 ? `+3519${String(10_000_000 + (i % 49_000))}` : `9${10_000_000 + (i % 49_000)}`,
          birthday: `19${50 + (i % 47)}-0${1 + (i % 9)}-${10 + (i % 19)}`,
        },
        i,
      ),
    );
    expect(await taken(people)).toBeLessThan(5000);
  }, 30_000);

  test('twenty thousand who all have one name, employer, number and birthday', async () => {
    const people = Array.from({ length: 20_000 }, (_, i) =>
      known({ name: 'Maria Silva', org: 'Acme', phone: '211000000', birthday: '1990-05-03' }, i),
    );
    expect(await taken(people)).toBeLessThan(4000);
  }, 30_000);
});
