import { describe, expect, test } from 'vitest';
import { words } from '../support/golden.ts';
import { type Desk, desk } from '../support/world.ts';

/** A file with these people, all kept: `Ana Costa, Pedro Silva`; a comma within a name is a `;`. */
async function fileOf(names: string): Promise<Desk> {
  const at = desk();
  for (const given of names.split(', ')) {
    const [plain = '', nick] = given.split(' = ');
    const name = plain.replaceAll(';', ', ');
    const { code, err } = await at.net(
      'add',
      name,
      '--new',
      '--circle',
      'close',
      ...(nick ? ['--nick', nick] : []),
    );
    expect([code, err]).toEqual([0, err]);
  }
  return at;
}

/** What `net log` understood, `who: text`, or the error and its hint. */
async function logged(line: string, names: string): Promise<string> {
  const at = await fileOf(names);
  const { code, out } = await at.net('log', ...words(line), '--json');
  if (code === 0) {
    const { people, interaction } = JSON.parse(out) as {
      people: { name: string }[];
      interaction: { text: string | null };
    };
    return `${people.map(({ name }) => name).join(' + ')}: ${interaction.text ?? ''}`.trim();
  }
  const { error } = JSON.parse(out) as { error: { message: string; hint: string } };
  return `${code} ${error.message} / ${error.hint}`;
}

describe('whom a log is with, and where its text begins', () => {
  test.each([
    [
      'ana-silva lunch',
      'Ana Silva, Ána Silva',
      '4 "ana-silva" could be Ana Silva (a002, added on 2026-11-22), Ána Silva (a004, added on 2026-11-22) / say the id: net show a002',
    ],
    ['ana costa coffee', 'Ana Costa, Ana Pires', 'Ana Costa: coffee'],
    ['ana maria coffee', 'Ana, Ana Maria Lopes', 'Ana Maria Lopes: coffee'],
    ['ana lopes coffee', 'Ana, Ana Maria Lopes', 'Ana Maria Lopes: coffee'],
    ['ana s. coffee', 'Ana Silva, Ana Costa', 'Ana Silva: coffee'],
    ['ana "silva family dinner"', 'Ana Costa, Pedro Silva', 'Ana Costa: silva family dinner'],
    ['ana "Ana Costa said hi"', 'Ana Costa, Ana', 'Ana: Ana Costa said hi'],
    ['"Ana Costa" Silva coffee', 'Ana Costa', 'Ana Costa: Silva coffee'],
    ['"Ana Costa", ben lunch', 'Ana Costa, Ben Tan', 'Ana Costa + Ben Tan: lunch'],
    ['ben, "Ana Costa" lunch', 'Ana Costa, Ben Tan', 'Ana Costa + Ben Tan: lunch'],
    ['ana coffee,then a walk', 'Ana Costa', 'Ana Costa: coffee,then a walk'],
    ['ana costa,ben tan lunch', 'Ana Costa, Ben Tan', 'Ana Costa + Ben Tan: lunch'],
    ['ana, lunch with her', 'Ana Costa', 'Ana Costa: lunch with her'],
    ['ana, "had lunch, talked"', 'Ana Costa', 'Ana Costa: had lunch, talked'],
    ['a002 jones coffee', 'Ana Costa, A002 Jones', 'A002 Jones: coffee'],
    ['a002 coffee', 'Ana Costa, A0025 Jones, Bo A002', 'Ana Costa: coffee'],
    ['a002 coffee', 'A002, A002 Jones', 'A002: coffee'],
    [
      '"Tom and Jerry and Bo and the Five Other Heroes" hi',
      'Tom and Jerry and Bo and the Five Other Heroes',
      'Tom and Jerry and Bo and the Five Other Heroes: hi',
    ],
    ['ana call, then lunch', 'Ana Callahan', 'Ana Callahan: call, then lunch'],
  ])('%s (%s)', async (line, names, understood) => {
    expect(await logged(line, names)).toBe(understood);
  });

  test.each([
    ['zoe, bo lunch', 'Zoe + Bo: lunch'],
    ['zoe,bo lunch', 'Zoe + Bo: lunch'],
    ['zoe , bo lunch', 'Zoe + Bo: lunch'],
    ['zoe ,bo lunch', 'Zoe + Bo: lunch'],
    ['zoe and bo lunch', 'Zoe + Bo: lunch'],
    ['zoe & bo lunch', 'Zoe + Bo: lunch'],
    ['zoe + bo lunch', 'Zoe + Bo: lunch'],
    ['zoe, bo and will lunch', 'Zoe + Bo: and will lunch'],
    ['zoe, bo and Will lunch', 'Zoe + Bo + Will: lunch'],
    ['zoe, bo, and mia tan lunch', 'Zoe + Bo + Mia Tan: lunch'],
    ['zoe and "Mia Tan" lunch', 'Zoe + Mia Tan: lunch'],
    ['"zoe and bo" lunch', 'Zoe + Bo: lunch'],
    ['zoe and zoe lunch', 'Zoe: lunch'],
    ['zoe and her brother', 'Zoe: and her brother'],
    ['zoe and a friend', 'Zoe: and a friend'],
    ['zoe and mi casa', 'Zoe: and mi casa'],
    ['zoe and 2 others', 'Zoe: and 2 others'],
    ['zoe and', 'Zoe: and'],
    ['zoe & sons, their shop', 'Zoe: & sons, their shop'],
    ['tom and jerry lunch', 'Tom and Jerry: lunch'],
  ])('several: %s', async (line, understood) => {
    expect(await logged(line, 'Zoe, Bo, Mia Tan, Will, Hermione, Tom and Jerry')).toBe(understood);
  });

  test.each([
    [
      'Ana Silva coffee',
      'Ana Costa',
      '4 nobody is called "Ana Silva"; near it: Ana Costa (a002) / for Ana Costa: net log "Ana Costa" Silva coffee; to add somebody: net add Ana Silva',
    ],
    [
      'Ana Silva, Ana Costa lunch',
      'Ana Costa',
      '4 nobody is called "Ana Silva"; near it: Ana Costa (a002) / for Ana Costa: net log "Ana Costa" Silva, Ana Costa lunch; to add somebody: net add Ana Silva',
    ],
    [
      'Ben, Ana Silva lunch',
      'Ana, Ben',
      '4 nobody is called "Ana Silva"; near it: Ana (a002) / for Ana: net log Ben, a002 Silva lunch; to add somebody: net add Ana Silva',
    ],
    [
      'Ana and Ben Silva lunch',
      'Ana, Ben',
      '4 nobody is called "Ben Silva"; near it: Ben (a004) / for Ben: net log Ana and a004 Silva lunch; to add somebody: net add Ben Silva',
    ],
    [
      'ana silva coffee; "it\'s $5"',
      'Ana Costa, Pedro Silva',
      '4 nobody is called "ana silva"; near it: Ana Costa (a002) / for Ana Costa: net log "Ana Costa" silva "coffee;" \'it\'\\\'\'s $5\'; to add somebody: net add ana silva',
    ],
    [
      'ana a quick call',
      'Ana Almeida, Ana Sousa',
      '4 "ana" could be Ana Almeida (a002), Ana Sousa (a004) / say the whole name, or the id: a002',
    ],
    [
      'ana so happy to see her',
      'Ana Almeida, Ana Sousa',
      '4 "ana" could be Ana Almeida (a002), Ana Sousa (a004) / say the whole name, or the id: a002',
    ],
    [
      'anna costa coffee',
      'Ana Costa, Ana Sousa',
      '4 nobody is called "anna costa"; near it: Ana Costa (a002) / say the whole name, or the id: a002',
    ],
    [
      'lunch on friday with Zoe and Bo',
      'Zoe, Bo',
      '4 nobody is called "lunch" / say who first, then what: net log WHO lunch on friday with Zoe and Bo',
    ],
    [
      '"lunch & a walk" with Zoe',
      'Zoe, Bo',
      '4 nobody is called "lunch & a walk" / say who first, then what: net log WHO "lunch & a walk" with Zoe',
    ],
    [
      '"zoe coffee; fine"',
      'Zoe',
      '4 nobody is called "zoe coffee; fine" / who and what go without quotes around both: net log zoe "coffee;" fine',
    ],
    ['"Zoe Marsh"', 'Zoe', '4 nobody is called "Zoe Marsh" / add them: net add Zoe Marsh'],
    ['5pm call', 'Zoe', '4 nobody is called "5pm" / say who first, then what: net log WHO 5pm call'],
    [
      'call with zoe',
      'Ana Callahan',
      '4 nobody is called "call" / say who first, then what: net log WHO call with zoe',
    ],
    ['"Zed; rm -rf" hi', 'Zoe', '4 nobody is called "Zed; rm -rf" / add them: net add "Zed; rm -rf"'],
    ['"Zed $(id)" hi', 'Zoe', '4 nobody is called "Zed $(id)" / add them: net add \'Zed $(id)\''],
    ['Zed Marsh hi', 'Zoe', '4 nobody is called "Zed Marsh" / add them: net add Zed Marsh'],
    [`"O'Brien" hi`, 'Zoe', '4 nobody is called "O\'Brien" / add them: net add "O\'Brien"'],
    [
      '"zoe, bruce" hi',
      'Zoe, Bruce Lee, Bruce Wayne',
      '4 "bruce" could be Bruce Lee (a004), Bruce Wayne (a006) / say the whole name, or the id: a004',
    ],
    ['b lunch', 'Bo', '4 nobody is called "b"; near it: Bo (a002) / say the whole name, or the id: a002'],
    [
      'sa lunch',
      'Tan Sava',
      '4 nobody is called "sa"; near it: Tan Sava (a002) / say the whole name, or the id: a002',
    ],
    [
      'a002 coffee',
      'Ana Costa, A002 Jones',
      '4 "a002" could be A002 Jones (a004), Ana Costa (a002) / say the whole name, or the id: a004',
    ],
    [
      'a002 coffee',
      'Ana Costa, Bo Tan = A002',
      '4 "a002" could be Bo Tan (a004), Ana Costa (a002) / say the whole name, or the id: a004',
    ],
    ['""', 'Zoe', '2 it does not say who / name somebody: net show "Ana Silva"'],
  ])('not guessed: %s (%s)', async (line, names, error) => {
    expect(await logged(line, names)).toBe(error);
  });
});

test.each([
  ['Ana Silva coffee', 'Ana Costa', 'Ana Costa: Silva coffee'],
  ['Ana Silva coffee', 'Ana', 'Ana: Silva coffee'],
  ['Ana Silva, Ben lunch', 'Ana Costa, Ben', 'Ana Costa: Silva, Ben lunch'],
  ['Ben, Ana Silva lunch', 'Ana Costa, Ben', 'Ana Costa + Ben: Silva lunch'],
  ['Ben and Ana Silva lunch', 'Ana Costa, Ben', 'Ana Costa + Ben: Silva lunch'],
  ['Ana Silva "it\'s \\$5; really"', "Ana d'Or", "Ana d'Or: Silva it's $5; really"],
])('the way out that a hint shows works as it stands: %s (%s)', async (line, names, understood) => {
  const [, hint = ''] = /: net log (.*); to add somebody:/.exec(await logged(line, names)) ?? [];
  expect(await logged(hint.replaceAll("'\\''", `'"'"'`), names)).toBe(understood);
});

describe('a name with a comma in it', () => {
  const DOCTOR = 'Anna Müller;PhD';
  const both = `${DOCTOR}, Anna Müller, Ben Okoye`;
  test.each([
    ['"anna müller, phd" coffee', both, 'Anna Müller, PhD: coffee'],
    ['"anna muller,phd" coffee', both, 'Anna Müller, PhD: coffee'],
    ['anna müller, phd coffee', both, 'Anna Müller, PhD: coffee'],
    ['anna müller,phd, ben coffee', both, 'Anna Müller, PhD + Ben Okoye: coffee'],
    ['ben, anna müller, phd coffee', both, 'Anna Müller, PhD + Ben Okoye: coffee'],
    ['"anna müller" coffee', both, 'Anna Müller: coffee'],
    ['anna müller, ben coffee', both, 'Anna Müller + Ben Okoye: coffee'],
    ['"anna müller, ben" coffee', both, 'Anna Müller + Ben Okoye: coffee'],
    ['"ben and anna müller, phd" coffee', both, 'Anna Müller, PhD + Ben Okoye: coffee'],
    ['"anna müller, phd and ben" coffee', both, 'Anna Müller, PhD + Ben Okoye: coffee'],
    ['"anna müller, phd, anna müller" coffee', both, 'Anna Müller, PhD + Anna Müller: coffee'],
    ['"reis, hugo, jr" coffee', 'Reis;Hugo, Reis;Hugo;Jr., Hugo Reis', 'Reis, Hugo, Jr.: coffee'],
    [
      'ana, ben coffee',
      'Ana Ben, Ana Costa, Ben Okoye',
      '4 "ana" could be Ana Ben (a002), Ana Costa (a004) / say the whole name, or the id: a002',
    ],
  ])('%s', async (line, names, expected) => {
    expect(await logged(line, names)).toBe(expected);
  });

  test.each([
    [['Anna Müller, PhD,', 'Anna Müller']],
    [['Anna Müller, PhD', 'Anna Müller']],
    [['anna', 'müller,', 'phd,', 'anna', 'müller']],
    [['Anna Müller, PhD', 'anna', 'müller']],
  ])('merge %j', async (args) => {
    const at = await fileOf(both);
    const { out } = await at.net('merge', ...args, '--dry-run', '--json');
    const { contact, merged } = JSON.parse(out) as { contact: { name: string }; merged: { name: string } };
    expect([contact.name, merged.name]).toEqual(['Anna Müller, PhD', 'Anna Müller']);
  });

  test.each(['rest', 'keep', 'show'])('%s', async (verb) => {
    const at = await fileOf(both);
    const { code, out } = await at.net(verb, 'anna', 'müller,', 'phd');
    expect([code, out.includes('Anna Müller, PhD'), out.includes('Ben')]).toEqual([0, true, false]);
  });
});

describe('the same words mean the same people to every command', () => {
  const NAMES = 'Ana, Ana Maria Lopes, Pedro Silva, Bo Tan';

  test.each([
    ['ana', 'Ana'],
    ['ana maria', 'Ana Maria Lopes'],
    ['ana lopes', 'Ana Maria Lopes'],
    ['ana l.', 'Ana Maria Lopes'],
    ['maria lopes', 'Ana Maria Lopes'],
    ['silva', 'Pedro Silva'],
    ['pe', 'Pedro Silva'],
  ])('%s', async (who, name) => {
    const at = await fileOf(NAMES);
    const said = who.split(' ');
    for (const argv of [
      ['show', ...said],
      ['log', ...said, 'coffee'],
      ['give', ...said, 'the deck'],
      ['promise', ...said, 'the deck', '--due', 'friday'],
      ['ask', ...said, 'a review'],
      ['outcome', ...said, 'helped'],
      ['thank', ...said],
      ['rest', ...said],
    ]) {
      const { code, out, err } = await at.net(...argv);
      expect([argv, code, err]).toEqual([argv, 0, err]);
      expect(out).toContain(name);
    }
  });

  test.each([
    [['promise', 'Bo', 'Marley', '--due', 'friday'], 'for Bo Tan: net promise "Bo Tan" Marley;'],
    [['give', 'Bo', 'Marley', 'a book'], 'for Bo Tan: net give "Bo Tan" Marley "a book";'],
    [['ask', 'Bo', 'Marley', 'advice'], 'for Bo Tan: net ask "Bo Tan" Marley advice;'],
    [['thank', 'Bo', 'Marley'], 'for Bo Tan: net thank "Bo Tan" Marley;'],
    [['done', 'Bo', 'Marley'], 'for Bo Tan: net done "Bo Tan" Marley;'],
    [['outcome', 'Bo', 'Marley', 'helped'], 'say the whole name'],
    [['show', 'Bo', 'Marley'], 'net add Bo Marley'],
  ])('%j is nobody', async (argv, hint) => {
    const at = await fileOf(NAMES);
    const { code, err } = await at.net(...argv);
    expect(code).toBe(4);
    expect(err).toContain('nobody is called "Bo Marley"');
    if (argv[0] !== 'outcome') expect(err).toContain(hint);
  });
});

test.each([
  [['show', 'ana', 'and', 'bo']],
  [['show', 'ana,', 'bo']],
  [['edit', 'ana', '&', 'bo', '--city', 'Lisbon']],
  [['ask', 'ana,', 'bo', 'advice']],
  [['outcome', 'ana', 'and', 'bo', 'helped']],
])('%j is more than it takes', async (argv) => {
  const at = await fileOf('Ana, Bo Tan');
  const { code, err } = await at.net(...argv);
  expect([code, err]).toEqual([
    2,
    'net: this takes one person at a time\nhint: name one, then the other in a command of its own\n',
  ]);
});

describe('where all words are names', () => {
  test.each([
    [['ana', 'and', 'bo'], 'Ana, Bo Tan'],
    [['ana', '&', 'bo'], 'Ana, Bo Tan'],
    [['ana', '+', 'bo'], 'Ana, Bo Tan'],
    [['ana,', 'bo'], 'Ana, Bo Tan'],
    [['ana', ',', 'bo', 'tan'], 'Ana, Bo Tan'],
    [['ana', 'and', 'bo', 'and', 'pedro'], 'Ana, Bo Tan, Pedro Silva'],
    [['ana,', 'bo,', 'and', 'pedro'], 'Ana, Bo Tan, Pedro Silva'],
    [['tom', 'and', 'jerry'], 'Tom and Jerry'],
    [['tom', 'and', 'jerry', 'and', 'bo'], 'Bo Tan, Tom and Jerry'],
    [['ped', 'sil'], 'Pedro Silva'],
  ])('net keep %j', async (words, names) => {
    const at = await fileOf('Ana, Bo Tan, Pedro Silva, Tom and Jerry');
    const { out } = await at.net('keep', ...words, '--json');
    const { kept } = JSON.parse(out) as { kept: { name: string }[] };
    expect(kept.map(({ name }) => name).join(', ')).toBe(names);
  });

  test('one of them nobody knows', async () => {
    const at = await fileOf('Ana, Bo Tan');
    const { code, err } = await at.net('keep', 'ana', 'and', 'zelda');
    expect([code, err]).toEqual([4, 'net: nobody is called "zelda"\nhint: add them: net add zelda\n']);
  });
});

test.each([
  ['and x', '4 nobody is called "x" / add them: net add x'],
  ['and ben', 'Ben Tan'],
  ['and benn', '4 nobody is called "benn"; near it: Ben Tan (a002) / say the whole name, or the id: a002'],
])('thousands of %j in one argument end soon', async (more, answer) => {
  expect(await logged(`"ben ${Array(2000).fill(more).join(' ')}"`, 'Ben Tan')).toBe(
    answer.startsWith('4') ? answer : `${answer}:`,
  );
});

describe('an outcome', () => {
  test.each([
    [['lee', 'great'], '"great" is no outcome', 'net outcome lee helped'],
    [['lee', 'no', 'reply'], '"no reply" is no outcome', 'net outcome lee helped'],
    [['lee', 'wong', 'so', 'kind'], '"so kind" is no outcome', 'net outcome lee helped'],
  ])('%j', async (argv, message, hint) => {
    const at = await fileOf('Lee Wong');
    await at.net('ask', 'lee', 'a review');
    const { code, err } = await at.net('outcome', ...argv);
    expect(code).toBe(5);
    expect(err).toContain(message);
    expect(err).toContain(`choose from helped, partly, busy, ignored, declined: ${hint}`);
  });
});
