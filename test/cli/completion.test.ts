import fs from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { beforeAll, describe, expect, test } from 'vitest';
import { REGISTRY } from '../../src/cli/registry.ts';
import { complete } from '../../src/complete.ts';
import { content } from '../support/content.ts';
import { type Desk, desk, temporaryDirectory } from '../support/world.ts';

let at: Desk;
/** The ids of the two who are called Ana Silva. */
let [first, second] = ['', ''];

beforeAll(async () => {
  at = desk();
  const add = async (...words: string[]) => JSON.parse((await at.net('add', ...words, '--json')).out);
  const shortOf = (added: { contact: { id: string } }) => added.contact.id;
  first = shortOf(await add('Ana Silva', '--at', 'DevMeet'));
  second = shortOf(await add('Ana Silva', '--org', 'Acme', '--new'));
  await add('José García', '--circle', 'close');
  await add('Ben Okoye', '--nick', 'Benny');
  await add('Anne-Marie O’Brien');
  await add('王伟');
  await at.net('group', 'add', 'Food Bank');
  await at.net('target', 'add', 'science journalists');
});

/** What is offered where a line ends, without what says what it is. */
async function offered(line: readonly string[], shell: 'bash' | 'zsh' | 'fish' = 'zsh'): Promise<string[]> {
  const text = await complete(shell, line, { NET_DB: at.file });
  return text
    .trimEnd()
    .split('\n')
    .map((row) => row.replace(/\t.*/, ''));
}

describe('what is offered where a line ends', () => {
  test.each<[readonly string[], readonly string[]]>([
    [['gr'], ['grow', 'group']],
    [['help', 'group', 're'], ['review']],
    [['help', 'al'], ['all']],
    [
      ['target', ''],
      ['add', 'list', 'done'],
    ],
    [['target', 'a'], ['add']],
    [['backup', '--li'], ['--list']],
    [['--json', 'sho'], ['show']],
    [['log', 'ben', '--ga'], ['--gave']],
    [['log', '--by', 'v'], ['video']],
    [['log', '--by=v'], ['--by=video']],
    [
      ['keep', 'ben', '--circle', ''],
      ['inner', 'close', 'active', 'wide'],
    ],
    [
      ['log', '--started', ''],
      ['me', 'them'],
    ],
    [
      ['group', 'log', '--worth', ''],
      ['yes', 'no'],
    ],
    [['group', 'add', 'x', '--kind', 'v'], ['volunteering']],
    [['give', 'ben', '--type', 'a'], ['advice']],
    [['export', '--format', 'v'], ['vcard']],
    [['outcome', 'ben', 'h'], ['helped']],
    [['config', 'slo'], ['slots']],
    [['list', 'coo'], ['cooling']],
    [['list', 'do'], ['dormant']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    // People.
    [['show', 'jo'], ['jose-garcia']],
    [['show', 'JO'], ['JOse-garcia']],
    [['show', 'josé'], ['josé-garcia']],
    [['show', 'jose-'], ['jose-garcia']],
    [['show', 'jose-garcia'], ['jose-garcia']],
    [['show', '王'], ['王wei']],
    [
      ['show', 'an'],
      ['ana-silva-{1}', 'ana-silva-{2}', 'anne-marie-obrien'],
    ],
    [['show', 'anne-m'], ['anne-marie-obrien']],
    [['show', 'bennY'], ['bennY']],
    [['show', 'be'], ['ben-okoye']],
    [['show', 'oko'], ['okoye']],
    [['show', 'silv'], []],
    [['show', '$(id)'], []],
    [['show', '!'], []],
    [['log', 'ana-silva,b'], ['ana-silva,ben-okoye']],
    [['log', 'ana,', 'jo'], ['jose-garcia']],
    [
      ['log', 'ben', 'and', ''],
      ['ana-silva-{1}', 'ana-silva-{2}', 'anne-marie-obrien', 'ben-okoye', 'jose-garcia', 'wangwei'],
    ],
    [['log', 'ben', ''], []],
    [['log', 'ana', 'and', 'oko'], []],
    [['log', 'ana,', 'oko'], ['okoye']],
    [['log', 'Ben', 'Ok'], ['Okoye']],
    [['log', 'ben', 'coffee', 'with', 'jo'], ['jose-garcia']],
    [['show', '"Ben O'], ['Ben Okoye']],
    [['show', "'Ben O"], ['Ben Okoye']],
    [['show', '"Ben'], ['Ben-okoye']],
    [['add', 'Lee', '--via', 'jo'], ['jose-garcia']],
    [['add', 'Lee', '--via=jo'], ['--via=jose-garcia']],
    [['stack', '--keep', 'ana-silva,jo'], ['ana-silva,jose-garcia']],
    [['show', '--', 'jo'], ['jose-garcia']],
    [['show', '--json', 'jo'], ['jose-garcia']],
    [['merge', 'ben-okoye', 'jo'], ['jose-garcia']],
    // What is not a person.
    [['group', 'check', 'fo'], ['food-bank']],
    [['group', 'log', 'Food-'], ['Food-bank']],
    [['add', 'Lee', '--at', 'dev'], ['DevMeet']],
    [['add', 'Lee', '--at', 'food'], ['Food Bank']],
    [['target', 'done', 'sci'], ['science-journalists']],
    [['grow', 'ben', '--target', 'sci'], ['science-journalists']],
    // What nobody but the user knows.
    [['add', 'an'], []],
    [['log', '--on', ''], []],
    [['today', 'x'], []],
    [['nothing', 'x'], []],
    [['nothing', '--js'], ['--json']],
  ])('%j: %j', async (line, expected) => {
    const words = expected.map((word) => word.replace('{1}', first).replace('{2}', second));
    expect(await offered(line)).toEqual(['words', ...words].slice(0, words.length + 1));
  });

  test('every command, and every option of each', async () => {
    const commands = await offered(['']);
    for (const { name, load } of REGISTRY) {
      const [one = '', two] = name.split(' ');
      expect(commands).toContain(one);
      if (two !== undefined) expect(await offered([one, ''])).toContain(two);
      const command = new Command();
      (await load()).configure(command);
      const flags = command.options.flatMap(({ short, long }) => [short, long]);
      const everywhere = ['--json', '--db', '--quiet', '--no-color', '--help'];
      const every = new Set([...flags.filter((flag) => flag !== undefined), ...everywhere]);
      const own = await offered([...name.split(' '), '-']);
      expect([name, ...own.slice(1)].sort()).toEqual([name, ...every].sort());
    }
  });

  test.each([
    [['import', '']],
    [['export', 'x']],
    [['backup', '/']],
    [['calendar', '']],
    [['restore', '/me']],
    [['show', '--db', '']],
    [['--db=']],
  ])('the shell completes the name of a file: %j', async (line) => {
    expect(await offered(line)).toEqual(['files']);
  });

  test('a backup is a file, or the last one', async () => {
    expect(await offered(['restore', 'la'])).toEqual(['files', 'last']);
  });

  test('bash makes words of what stands around = and :, and completes what stands behind it', async () => {
    expect(await offered(['add', 'Lee', '--via', '=', 'jo'], 'bash')).toEqual(['words', 'jose-garcia']);
    expect(await offered(['keep', '--circle', '='], 'bash')).toEqual([
      'words',
      'inner',
      'close',
      'active',
      'wide',
    ]);
  });

  test('where = makes no words in bash, all of the word is completed', async () => {
    expect(await offered(['add', 'Lee', '--via=jo'], 'bash')).toEqual(['words', '--via=jose-garcia']);
    expect(await offered(['keep', '--circle=in'], 'bash')).toEqual(['words', '--circle=inner']);
  });

  test('in bash a blank stands behind a backslash, but in quotes', async () => {
    expect(await offered(['add', 'Lee', '--at', 'food'], 'bash')).toEqual(['words', 'Food\\ Bank']);
    expect(await offered(['add', 'Lee', '--at', '"food'], 'bash')).toEqual(['words', 'Food Bank']);
  });

  test('each with what it is', async () => {
    expect(await complete('fish', ['show', 'ana'], { NET_DB: at.file })).toBe(
      `words\nana-silva-${first}\tAna Silva\nana-silva-${second}\tAna Silva, Acme\n`,
    );
    expect(await complete('zsh', ['sho'], {})).toBe(
      'words\nshow\tone screen to read before meeting somebody\n',
    );
  });
});

test('what a word is, is cut between letters', async () => {
  const other = desk();
  await other.net('add', `Emma ${'x'.repeat(64)}🌻🌻`);
  const text = await complete('fish', ['show', 'em'], { NET_DB: other.file });
  expect(text).toContain(`Emma ${'x'.repeat(64)}🌻\n`);
  expect(text.isWellFormed()).toBe(true);
});

describe('which file', () => {
  test.each([
    [(file: string) => ['--db', file, 'show', 'jo']],
    [(file: string) => [`--db=${file}`, 'show', 'jo']],
    [(file: string) => ['show', '--db', file, 'jo']],
  ])('the one that --db names, before NET_DB', async (line) => {
    for (const shell of ['bash', 'zsh', 'fish'] as const) {
      const text = await complete(shell, line(at.file), { NET_DB: '/nowhere/net.db' });
      expect([shell, text]).toEqual([shell, expect.stringContaining('jose-garcia')]);
    }
  });

  test('bash gives the words as they stand, the others without their quotes', async () => {
    const file = join(temporaryDirectory(), "o'neil \\ net.db");
    fs.copyFileSync(at.file, file);
    const quoted = `"${file.replaceAll('\\', '\\\\')}"`;
    for (const [shell, path] of [
      ['bash', quoted],
      ['zsh', file],
      ['fish', file],
    ] as const) {
      const text = await complete(shell, ['--db', path, 'show', 'jo'], {});
      expect([shell, text]).toEqual([shell, expect.stringContaining('jose-garcia')]);
    }
  });

  test('~ is the home directory', async () => {
    const home = temporaryDirectory();
    fs.copyFileSync(at.file, join(home, 'net.db'));
    for (const shell of ['bash', 'zsh', 'fish'] as const) {
      const text = await complete(shell, ['--db', '~/net.db', 'show', 'jo'], { HOME: home });
      expect([shell, text]).toEqual([shell, expect.stringContaining('jose-garcia')]);
    }
    expect(await complete('bash', ['--db', '~/net.db', 'show', 'jo'], { NET_DB: at.file })).toBe('words\n');
  });

  test('one that is not there, is none, is damaged or encrypted offers nobody, makes nothing and says nothing', async () => {
    const directory = temporaryDirectory();
    const other = (name: string, bytes: Buffer | string) => {
      fs.writeFileSync(join(directory, name), bytes);
      return join(directory, name);
    };
    const bytes = fs.readFileSync(at.file);
    const sealed = desk();
    sealed.env = { NET_KEY_COMMAND: 'echo four-words-of-no-sense' };
    await sealed.net('add', 'Ana Silva');
    expect((await sealed.net('encrypt', '--yes')).code).toBe(0);
    const newer = Buffer.from(bytes);
    newer.writeUInt32BE(99, 60);
    const files = [
      join(directory, 'nothing.db'),
      join(directory, 'nowhere', 'net.db'),
      directory,
      '',
      other('empty.db', ''),
      other('text.db', 'ana silva\n'.repeat(100)),
      other('half.db', bytes.subarray(0, 5000)),
      other('newer.db', newer),
      sealed.file,
    ];
    const before = fs.readdirSync(directory);
    for (const file of files)
      expect([file, await complete('zsh', ['show', ''], { NET_DB: file })]).toEqual([file, 'words\n']);
    expect(await complete('zsh', ['sho'], { NET_DB: sealed.file })).toContain('show\t');
    expect(fs.readdirSync(directory)).toEqual(before);
  });

  test('it is left as it is, to the last byte, and nothing beside it', async () => {
    const [before, listed] = [await content(at.file), fs.readdirSync(at.directory)];
    const { mtimeNs } = fs.statSync(at.file, { bigint: true });
    for (const line of [
      ['show', ''],
      ['group', 'check', ''],
      ['add', 'x', '--at', ''],
      ['target', 'done', ''],
    ])
      await complete('zsh', line, { NET_DB: at.file });
    expect(fs.statSync(at.file, { bigint: true }).mtimeNs).toBe(mtimeNs);
    expect(fs.readdirSync(at.directory)).toEqual(listed);
    expect(await content(at.file)).toEqual(before);
  });
});

test('whatever is on the line, what is offered are lines of their own', async () => {
  for (const text of [
    '$(id)',
    '`id`',
    '"',
    "'",
    '\\',
    '\n',
    '\u001b]0;x\u0007',
    '*',
    '~',
    '--',
    '-',
    '=',
    ',',
    ' ',
    '\0',
    '\ud800',
  ])
    for (const shell of ['bash', 'zsh', 'fish'] as const)
      for (const line of [
        [text],
        ['show', text],
        ['log', `ana,${text}`],
        ['add', '--via', text],
        ['--db', text, 'show', 'a'],
      ])
        expect(await complete(shell, line, { NET_DB: at.file })).toMatch(
          /^(words|files)\n([^\t\n]+\t[^\t\n]*\n)*$/,
        );
});
