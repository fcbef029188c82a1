import { describe, expect, test } from 'vitest';
import type { ImportedTalk } from '../../src/domain/imported.ts';
import { importerFor } from '../../src/formats/index.ts';
import { sourceFile } from '../support/parsed.ts';
import { first, fixture, imported } from './fixtures.ts';
import { told } from './told.ts';

/** Talks in few words: the day, the channel, who, and what. */
function brief({ heldOn, channel, people, text }: ImportedTalk): string {
  const who = people.map((one) => ('key' in one ? one.key : one.email));
  return `${heldOn} ${channel} ${who.join(' + ')}: ${text}`;
}

describe('friends.md as friends writes it', () => {
  test('friends with nicknames, places and tags; whoever is named in an activity alone comes in too', async () => {
    const { people, skipped } = await imported(fixture('friends.md'));
    const move = "2026-06-15: Ana Silva will move to Porto Covo with Ben O'Hara. @move";
    expect(people.map(told)).toEqual([
      {
        key: 'ana silva',
        line: 20,
        name: 'Ana Silva',
        nickname: 'The Gardener',
        city: 'Porto Covo',
        tags: ['family', 'book-club'],
        notes: ['Nickname: Aninhas', move],
      },
      {
        key: "ben o'hara",
        line: 21,
        name: "Ben O'Hara",
        nickname: 'Bo',
        tags: ['work:later'],
        notes: [move],
      },
      { key: 'bodil berg', line: 22, name: 'Bodil Berg', nickname: 'Bo' },
      { key: 'cy', line: 23, name: 'Cy', city: 'Faro', notes: ['About: from the harbor'] },
      { key: 'zoe lind', line: 26, name: 'Zoë Lind', city: 'São Tomé (island)' },
      { key: 'zoe lind#2', line: 27, name: 'Zoe Lind' },
      { key: 'dee nguyen', line: 7, name: 'Dee Nguyen' },
    ]);
    expect(skipped).toEqual({ location: 2, 'repeated line': 1 });
  });

  test('activities with everybody in them, without the marks, by the channel that their words tell', async () => {
    const { talks } = await imported(fixture('friends.md'));
    expect(talks.map(brief)).toEqual([
      "2026-11-02 in-person ana silva + ben o'hara: Dinner with Ana Silva and Ben O'Hara in Porto Covo. @food",
      "2026-11-02 in-person ben o'hara + ana silva: Dinner again with Ben O'Hara and Ana Silva.",
      '2026-10-05 call ana silva: Talked to The Gardener on the phone about foo_bar_baz. @work:later',
      '2026-09-01 video zoe lind: Skyped with Zoë Lind, then called Zoë Lind back.',
      "2026-08-01 letter ben o'hara: Sent a postcard to Ben O'Hara from Martha's Vineyard.",
      '2026-07-01 email ana silva + dee nguyen: Ana Silva e-mailed me and Dee Nguyen.',
      "2026-06-01 message ben o'hara: Texted Ben O'Hara.",
    ]);
    expect(new Set(talks.map(({ key }) => key)).size).toBe(talks.length);
  });

  test('each line that cannot be read says why', async () => {
    const { rejects } = await imported(fixture('friends.md'));
    const day = 'this activity does not begin with its day, as in "2018-01-04: Lunch with **Ana**"';
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [9, 'this activity names nobody: names stand as **Name**'],
      [10, day],
      [11, day],
      [12, '2027-01-01 is still to come'],
      [13, "the nickname Bo may mean Ben O'Hara or Bodil Berg"],
      [17, 'this note names nobody: names stand as **Name**'],
      [25, 'this line of the friends has no name'],
    ]);
  });

  test.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['CR', (text: string) => text.replaceAll('\n', '\r')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['no line break at the end', (text: string) => text.trimEnd()],
  ])('%s changes nothing', async (_, change) => {
    expect(await imported(change(fixture('friends.md')))).toEqual(await imported(fixture('friends.md')));
  });

  test.each([
    ['- Ana', { name: 'Ana' }],
    ['Ana Silva', { name: 'Ana Silva' }],
    ['- Ana (a.k.a. Bo (the cat) a.k.a. Cy)', { nickname: 'Bo (the cat)', notes: ['Nickname: Cy'] }],
    ['- Ana [Porto', { city: 'Porto' }],
    ['- Ana (', { name: 'Ana', nickname: null, notes: [] }],
    ['- Ana @a @b:c @é @a', { traits: ['a', 'b:c', 'é'].map((text) => ({ kind: 'tag', text })) }],
    ['- Ana @work since 2015', { notes: ['About: since 2015'] }],
    ['- 王小明 @friends', { key: 'wangxiaoming', name: '王小明' }],
  ])('a friend as %s', async (line, expected) => {
    expect(await first(`### Friends:\n${line}\n`)).toMatchObject(expected);
  });
});

describe('the same activity keeps its key', () => {
  const file = (activities: string) =>
    `### Activities:\n${activities}\n### Friends:\n- Ana\n- Ben\n\n### Locations:\n`;
  const keys = async (activities: string) =>
    new Map((await imported(file(activities))).talks.map(({ key, text }) => [text, key]));

  test('when others come, above it on the same day, too', async () => {
    const before = await keys('- 2026-05-01: Tea with **Ana**\n');
    const after = await keys(
      '- 2026-05-02: Lunch with **Ana**\n- 2026-05-01: Walk with **Ana**\n' +
        '- 2026-05-01: Tea with **Ana**\n- 2026-04-01: Call to **Ana**\n',
    );
    expect(after.get('Tea with Ana')).toBe(before.get('Tea with Ana'));
    expect(new Set(after.values()).size).toBe(4);
  });

  test('when it is reworded, and when who is named in another order', async () => {
    const [before] = (await keys('- 2026-05-01: Tea with **Ana** and **Ben**\n')).values();
    const [after] = (await keys('- 2026-05-01: **Ben** and I had tea with **ana**. @tea\n')).values();
    expect(after).toBe(before);
  });
});

test('lines that are in no list are one reject for all that follow each other', async () => {
  const text = '# My people\nhello\n\n### Friends:\n- Ana\n\n### Pets:\n- Rex\n- Tom\n\n### Notes:\n';
  const { people, rejects } = await imported(text);
  expect(people.map(({ name }) => name)).toEqual(['Ana']);
  const where = 'in none of the lists Activities, Notes, Friends and Locations';
  expect(rejects).toEqual([
    { line: 1, reason: `2 lines from here on are ${where}` },
    { line: 7, reason: `3 lines from here on are ${where}` },
  ]);
});

test('other Markdown is no friends.md', () => {
  for (const text of ['# Friends\n- Ana\n', '### Notes:\n- Ana\n', 'see ### Friends:\n', ''])
    expect(importerFor(sourceFile(text))).toBeNull();
});

test.each<[string, string]>([
  ['stars', `- 2026-01-01: ${'**a'.repeat(100_000)}`],
  ['underscores', `- 2026-01-01: **Ana** ${'_a '.repeat(100_000)}`],
  ['names', `- 2026-01-01: ${'**Ana** '.repeat(100_000)}`],
  ['many names', `- 2026-01-01: ${Array.from({ length: 50_000 }, (_, i) => `**A${i}**`).join(' ')}`],
])('an activity full of %s takes no longer than its length', async (_, line) => {
  const { talks, rejects } = await imported(`### Activities:\n${line}\n`);
  expect(talks.length + rejects.length).toBe(1);
});

test.each<[string, string]>([
  ['brackets', `- Ana ${'('.repeat(200_000)}`],
  ['closed brackets', `- Ana (${') '.repeat(100_000)}`],
  ['tags', `- Ana ${'@a '.repeat(100_000)}`],
  ['nicknames', `- Ana (${'a.k.a. b '.repeat(30_000)})`],
  ['spaces', `- Ana ${' '.repeat(200_000)}x`],
])('a friend full of %s takes no longer than its length', async (_, line) => {
  expect((await imported(`### Friends:\n${line}\n`)).people).toHaveLength(1);
});
