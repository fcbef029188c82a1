import { describe, expect, test } from 'vitest';
import { configured, parse } from '../../src/cli/program.ts';
import { REGISTRY } from '../../src/cli/registry.ts';
import { MANY_WORDS, nameOf, ONE_WORD } from '../../src/cli/unquoted.ts';
import { content } from '../support/content.ts';
import { words } from '../support/golden.ts';
import { desk } from '../support/world.ts';

const commands = await Promise.all(
  REGISTRY.map(async (entry) => ({ entry, command: configured(entry, await entry.load()) })),
);
const valued = commands.flatMap(({ entry, command }) =>
  command.options
    .filter(({ required }) => required)
    .map((option) => ({ entry, command, option, flag: option.short ?? option.long ?? '' })),
);
const loose = valued.filter(({ option }) => MANY_WORDS.has(nameOf(option)));
const wordy = loose.filter(({ command }) => command.registeredArguments.length > 0);

function typed(line: string): string[] {
  return words(line).slice(1);
}

test('every value of an option is of one word or of several', () => {
  for (const { entry, option } of valued) {
    const name = nameOf(option);
    expect([entry.name, name, MANY_WORDS.has(name) !== ONE_WORD.has(name)]).toEqual([entry.name, name, true]);
  }
  expect(loose.length).toBeGreaterThan(50);
});

describe('words after the value of an option are refused, with every command', () => {
  test.each(loose.map(({ entry, flag }) => [`${entry.name} ${flag}`, entry.name.split(' '), flag] as const))(
    'net %s',
    async (_, name, flag) => {
      const before = wordy.some(({ entry }) => entry.name === name.join(' ')) ? ['two', 'words'] : [];
      const line = [...name, ...before, flag, 'ana', 'silva'];
      await expect(parse(line, '0', 80)).rejects.toMatchObject({
        code: 'usage',
        message: `"silva" stands after ${flag} ana`,
        hint: `put it in quotes: ${flag} "ana silva"`,
      });
      const quoted = [...name, ...before, flag, 'ana silva'];
      await expect(parse(quoted, '0', 80)).resolves.toMatchObject({ kind: 'run' });
    },
  );

  test.each(wordy.map(({ entry, flag }) => [`${entry.name} ${flag}`, entry.name.split(' '), flag] as const))(
    'but not before all other words, nor after --: net %s',
    async (_, name, flag) => {
      await expect(parse([...name, flag, 'x', 'two'], '0', 80)).resolves.toMatchObject({ kind: 'run' });
      await expect(parse([...name, flag, 'x', '--', 'two'], '0', 80)).resolves.toMatchObject({ kind: 'run' });
    },
  );
});

describe('what a line is told', () => {
  test.each<[string, string, string]>([
    [
      'net add Lee Chen --via ana silva --at Rust Meetup',
      '"silva" stands after --via ana',
      'put it in quotes: --via "ana silva" --at "Rust Meetup"',
    ],
    [
      'net log ana coffee -g intro to Lee -p send deck by friday',
      '"to" stands after -g intro',
      'put it in quotes: -g "intro to Lee" -p "send deck by friday"',
    ],
    [
      'net log ana coffee --on last tuesday',
      '"tuesday" stands after --on last',
      'put it in quotes: --on "last tuesday"',
    ],
    [
      'net log ana --on 12 september',
      '"september" stands after --on 12',
      'put it in quotes: --on "12 september"',
    ],
    [
      'net keep ana --last 2 months ago',
      '"months" stands after --last 2',
      'put it in quotes: --last "2 months ago"',
    ],
    [
      'net keep ana --every 3 months',
      '"months" stands after --every 3',
      'put it in quotes: --every "3 months"',
    ],
    [
      'net log ana --at=Rust Meetup',
      '"Meetup" stands after --at Rust',
      'put it in quotes: --at "Rust Meetup"',
    ],
    ['net log ana lunch -gintro to Lee', '"to" stands after -g intro', 'put it in quotes: -g "intro to Lee"'],
    [
      'net log ana call --minutes 45 min',
      '"min" stands after --minutes 45',
      'put it in quotes: --minutes "45 min"',
    ],
    [
      'net garden --since last month',
      '"month" stands after --since last',
      'put it in quotes: --since "last month"',
    ],
    [
      'net log ana --on yesterday coffee',
      '"coffee" stands after --on yesterday',
      'say coffee before --on yesterday',
    ],
    ['net log ana -p the deck by $5', '"deck" stands after -p the', "put it in quotes: -p 'the deck by $5'"],
    [
      'net log ana --on friday evening',
      '"evening" stands after --on friday',
      'put it in quotes: --on "friday evening"',
    ],
  ])('%s', async (line, message, hint) => {
    await expect(parse(typed(line), '0', 80)).rejects.toMatchObject({ code: 'usage', message, hint });
  });

  test.each([
    'net log --on yesterday ana coffee',
    'net log ana --on yesterday "coffee, all well"',
    'net log ana --by call she moves to Lisbon',
    'net log ana --minutes 45 a long talk',
    'net log ana coffee -g "intro to Lee"',
    'net log ana -- coffee --on last tuesday',
    'net log ana coffee --at DevMeet --json',
    'net --db x.db log ana coffee',
    'net log ana coffee --db x.db yesterday',
    'net recommend ana --to ben she knows every street',
    'net log ana --no-answer wrote to her',
    'net edit ana --city "" --org Acme',
    'net add Lee Chen --tag rust --via ana',
  ])('%s is understood', async (line) => {
    await expect(parse(typed(line), '0', 80)).resolves.toMatchObject({ kind: 'run' });
  });

  test('nothing is written', async () => {
    const at = desk();
    await at.net('add', 'Ana', 'Silva');
    const before = content(at.file);
    const { code } = await at.net(...typed('net add Lee Chen --via ana silva'));
    expect(code).toBe(2);
    expect(content(at.file)).toEqual(before);
  });
});
