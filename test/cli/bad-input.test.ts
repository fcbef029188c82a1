import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { all } from '../../src/store/db.ts';
import { content, inFile } from '../support/content.ts';
import { type Desk, desk, deskFrom } from '../support/world.ts';

let made: Desk;
let at: Desk;

beforeAll(async () => {
  const at = desk();
  await at.net('add', 'Ana Silva', '--circle', 'close');
  await at.net('add', 'Ana Costa', '--circle', 'close');
  await at.net('add', 'Ben Okoye', '--circle', 'close');
  await at.net('group', 'add', 'TechGrow', '--fee', '€40/month');
  await at.net('group', 'add', 'Tech Talks', '--kind', 'community');
  await at.net('group', 'add', 'Old Club', '--joined', '2026-01-01');
  await at.net('group', 'leave', 'Old Club', '--on', '2026-05-01');
  made = at;
});

beforeEach(() => {
  at = deskFrom(made);
});

const long = 'x'.repeat(10_001);

describe('bad input is one clear line, a hint, the right exit code, and nothing changed', () => {
  test.each<[string, number, string[]]>([
    ['an unknown name', 4, ['log', 'nobody', 'coffee']],
    ['an ambiguous name', 4, ['log', 'ana', 'coffee']],
    ['a misspelled name', 4, ['show', 'Bne']],
    ['an unknown introducer', 4, ['add', 'Zoe', '--via', 'nobody']],
    ['an empty name', 5, ['add', ' ']],
    ['a blank name', 5, ['add', '\u00a0']],
    ['an endless name', 5, ['add', long]],
    ['a name that is here', 4, ['add', 'ben okoye']],
    ['nowhere to move on to', 5, ['moveon', 'ben', '--to', ' ']],
    ['an endless place to move on to', 5, ['moveon', 'ben', '--to', long]],
    ['no place after --to', 2, ['moveon', 'ben', '--to']],
    ['an empty who', 2, ['show', '']],
    ['a day that does not exist', 5, ['log', 'ben', '--on', '2025-02-30']],
    ['30 february', 5, ['log', 'ben', '--on', '30 february']],
    ['month 13', 5, ['log', 'ben', '--on', '2025-13-01']],
    ['a day without meaning', 5, ['log', 'ben', '--on', 'when pigs fly']],
    ['half a day', 5, ['log', 'ben', '--on', 'yesterday or so']],
    ['a coffee to come', 5, ['log', 'ben', '--on', 'tomorrow']],
    ['a coffee to come, in the text', 5, ['log', 'ben', 'coffee', 'tomorrow']],
    ['a call to come, in the text', 5, ['log', 'ben', 'call next week, about Lisbon']],
    ['two days at once', 5, ['log', 'ben', '--on', '3/4']],
    ['a list since a day to come', 5, ['list', '--since', 'tomorrow']],
    ['a garden since a day to come', 5, ['garden', '--since', 'tomorrow']],
    ['a garden since no day', 5, ['garden', '--since', 'ages']],
    ['a garden of somebody', 2, ['garden', 'ben']],
    ['a week of somebody', 2, ['week', 'ben']],
    ['a week before the first list', 4, ['week', '--last']],
    ['a pause that ends before it begins', 5, ['pause', 'tomorrow', '--since', 'in 3 days']],
    ['a promise by yesterday', 5, ['promise', 'ben', 'the deck by yesterday']],
    ['a promise by 2020', 5, ['log', 'ben', 'coffee', '-p', 'the deck by 2020-01-01']],
    ['a promise by 30 feb', 5, ['promise', 'ben', 'the deck by 30 feb']],
    ['a promise by one of two days', 5, ['promise', 'ben', 'the deck by 3/4']],
    ['a promise of a day', 5, ['log', 'ben', 'coffee', '-p', 'by friday']],
    ['a meeting to come', 5, ['add', 'Zoe', '--on', 'in 2 days']],
    ['a promise for yesterday', 5, ['promise', 'ben', 'the deck', '--due', '2026-11-21']],
    ['a snooze until yesterday', 5, ['snooze', 'ben', '--until', '2026-11-01']],
    ['an endless text', 5, ['log', 'ben', long]],
    ['an endless promise', 5, ['promise', 'ben', long]],
    ['an endless note', 5, ['edit', 'ben', '--note', long]],
    ['an unknown channel', 5, ['log', 'ben', '--by', 'pigeon']],
    ['an unknown circle', 5, ['keep', 'ben', '--circle', 'best']],
    ['an unknown origin', 5, ['add', 'Zoe', '--origin', 'sky']],
    ['an unknown side', 5, ['log', 'ben', '--pitch', 'you']],
    ['a span without meaning', 5, ['keep', 'ben', '--every', 'often']],
    ['an empty span', 5, ['add', 'Zoe', '--every', '0d']],
    ['minutes below zero', 5, ['log', 'ben', '--minutes', '-5']],
    ['more minutes than a day has', 5, ['log', 'ben', '--minutes', '25h']],
    ['minutes in words', 5, ['log', 'ben', '--minutes', 'ten']],
    ['an empty give', 5, ['log', 'ben', '-g', '']],
    ['an unknown outcome', 5, ['outcome', 'ben', 'loved']],
    ['an outcome without an ask', 4, ['outcome', 'ben', 'helped']],
    ['a number without a list', 4, ['done', '1']],
    ['a birthday that does not exist', 5, ['edit', 'ben', '--birthday', '02-30']],
    ['an unknown kind of give', 5, ['give', 'ben', 'a lamp', '--type', 'furniture']],
    ['an empty event', 5, ['give', 'ben', '--event', ' ']],
    ['an endless event', 5, ['give', 'ben', '--event', long]],
    ['a give of nothing but its kind', 2, ['give', 'ben', '--type', 'time']],
    ['an empty request', 5, ['log', 'ben', 'coffee', '--they-asked', ' ']],
    ['a request by yesterday', 5, ['log', 'ben', 'coffee', '--they-asked', 'a look by 2020-01-01']],
    ['a balance of nobody known', 4, ['balance', 'nobody']],
    ['a balance of one and of the untested', 2, ['balance', 'ben', '--untested']],
    ['a cherishing of one', 2, ['cherish', 'ben']],
    ['help to pay forward that never was', 4, ['forward', 'ben']],
    ['help to drop that never was', 4, ['forward', 'ben', '--drop']],
    ['a dropping of nothing', 2, ['forward', '--drop']],
    ['a number of nothing', 2, ['forward', '--which', '1']],
    ['a recommendation to nobody', 2, ['recommend', 'ben']],
    ['a recommendation of nobody', 2, ['recommend', '--to', 'ben']],
    ['a recommendation to oneself', 5, ['recommend', 'ben', '--to', 'ben']],
    ['a recommendation to nobody known', 4, ['recommend', 'ben', '--to', 'nobody']],
    ['a recommendation to an empty name', 2, ['recommend', 'ben', '--to', '']],
    ['a consent of somebody else', 5, ['recommend', 'ben', '--to', 'Ana Silva', '--agreed', 'Ana Costa']],
    ['a recommendation by pigeon', 5, ['recommend', 'ben', '--to', 'Ana Silva', '--by', 'pigeon']],
    ['a recommendation to come', 5, ['recommend', 'ben', '--to', 'Ana Silva', '--on', 'tomorrow']],
    ['an endless recommendation', 5, ['recommend', 'ben', long, '--to', 'Ana Silva']],
    ['an outcome of no introduction', 4, ['recommend', 'ben', '--to', 'Ana Silva', '--outcome', 'helped']],
    ['an unknown outcome of one', 5, ['recommend', 'ben', '--to', 'Ana Silva', '--outcome', 'loved']],
    [
      'consent and outcome at once',
      2,
      ['recommend', 'ben', '--to', 'Ana Silva', '--outcome', 'helped', '--agreed', 'both'],
    ],
    [
      'words and outcome at once',
      2,
      ['recommend', 'ben', 'he knows', '--to', 'Ana Silva', '--outcome', 'helped'],
    ],
    [
      'a channel and outcome at once',
      2,
      ['recommend', 'ben', '--to', 'Ana Silva', '--outcome', 'helped', '--by', 'email'],
    ],
    ['a forwarding of nothing recommended', 2, ['recommend', '--no-forward']],
    ['an endless give with its event', 5, ['give', 'ben', long.slice(0, 9_995), '--event', 'Rust meetup']],
    ['an unknown command', 2, ['frobnicate']],
    ['an unknown option', 2, ['log', 'ben', '--colour', 'red']],
    ['an option without its value', 2, ['log', 'ben', '--on']],
    ['a log of nobody', 2, ['log']],
    ['an add of nobody', 2, ['add']],
    ['an ask of nobody', 2, ['ask']],
    ['a promise to nobody', 2, ['promise']],
    ['a why without a line', 4, ['today', '--why', '9']],
    ['a setting out of range', 5, ['config', 'minutes', '5']],
    ['a season without meaning', 5, ['config', 'seasons', 'winter']],
    ['an undo of nothing at all', 2, ['undo', '0']],
    ['a history of a hexadecimal number', 2, ['history', '0x10']],
    ['a history of a power of ten', 2, ['history', '1e3']],
    ['an empty gathering of somebody new', 5, ['add', 'Zoe', '--at', '']],
    ['an endless gathering', 5, ['edit', 'ben', '--at', long]],
    ['an empty city of somebody new', 5, ['add', 'Zoe', '--city', ' ']],
    ['an empty name for somebody known', 5, ['edit', 'ben', '--name', '']],
    ['an empty text to take out', 5, ['edit', 'ben', '--drop', '']],
    ['an endless city', 5, ['edit', 'ben', '--city', 'x'.repeat(201)]],
    ['an endless nickname', 5, ['add', 'Zoe', '--nick', long]],
    ['a birthday to come', 5, ['edit', 'ben', '--birthday', '2030-01-01']],
    ['a birthday of long ago', 5, ['add', 'Zoe', '--birthday', '1896-11-21']],
    ['an introduction to oneself', 5, ['edit', 'ben', '--via', 'ben']],
    ['a number without a digit', 5, ['edit', 'ben', '--phone', '!!!']],
    ['an address with blanks', 5, ['edit', 'ben', '--url', 'not a url']],
    ['an e-mail address without @', 5, ['add', 'Zoe', '--email', 'zoe']],
    ['a stage that is none', 5, ['list', 'stage:grwing']],
    ['a circle that is none', 5, ['list', 'circle:best']],
    ['a pause that ends before it begins', 5, ['pause', '--since', '2026-11-10', '2026-11-01']],
    ['an end of a pause on a day', 2, ['pause', '--end', 'friday']],
    ['an empty end of a pause', 5, ['pause', '']],
    ['an end without a pause', 4, ['pause', '--end']],
    ['a group without a name', 2, ['group', 'add']],
    ['a group of blanks', 5, ['group', 'add', ' ']],
    ['an endless group', 5, ['group', 'add', long]],
    ['a group that is here', 4, ['group', 'add', 'techgrow']],
    ['a group that was left', 4, ['group', 'add', 'old club']],
    ['an unknown kind of group', 5, ['group', 'add', 'Choir', '--kind', 'cult']],
    ['a fee without its period', 5, ['group', 'add', 'Choir', '--fee', '40']],
    ['a fee in words', 5, ['group', 'add', 'Choir', '--fee', 'forty/month']],
    ['a fee that may be two', 5, ['group', 'add', 'Choir', '--fee', '1,200/year']],
    ['a fee below zero', 5, ['group', 'add', 'Choir', '--fee=-40/month']],
    ['an endless fee', 5, ['group', 'add', 'Choir', '--fee', '99999999/month']],
    ['an empty fee of a new group', 5, ['group', 'add', 'Choir', '--fee', '']],
    ['a renewal that has been', 5, ['group', 'add', 'Choir', '--renews', '2026-01-01']],
    ['a trial that has been', 5, ['group', 'add', 'Choir', '--trial-until', 'yesterday', '--kind', 'work']],
    ['a joining to come', 5, ['group', 'add', 'Choir', '--joined', 'tomorrow']],
    ['a log of no group', 2, ['group', 'log']],
    ['a log of an unknown group', 4, ['group', 'log', 'choir']],
    ['a log of a misspelled group', 4, ['group', 'log', 'TechGrwo']],
    ['a log of one of two groups', 4, ['group', 'log', 'tech', '--minutes', '60']],
    ['a gathering to come', 5, ['group', 'log', 'techgrow', '--on', 'tomorrow']],
    ['a gathering to come, in the text', 5, ['group', 'log', 'techgrow', 'meeting tomorrow']],
    ['a gathering after leaving', 4, ['group', 'log', 'old club', '--minutes', '60']],
    ['too many minutes', 5, ['group', 'log', 'techgrow', '--minutes', '1441']],
    ['a commute in words', 5, ['group', 'log', 'techgrow', '--commute', 'long']],
    ['a cost in another currency', 5, ['group', 'log', 'techgrow', '--cost', '$12']],
    ['a cost in words', 5, ['group', 'log', 'techgrow', '--cost', 'much']],
    ['an unknown aim', 5, ['group', 'log', 'techgrow', '--aim', 'sell']],
    ['a worth that is neither', 5, ['group', 'log', 'techgrow', '--worth', 'maybe']],
    ['a gathering with nobody known', 4, ['group', 'log', 'techgrow', '--with', 'nobody']],
    ['an endless text of a gathering', 5, ['group', 'log', 'techgrow', long]],
    ['a worth of no gathering', 5, ['group', 'log', 'tech talks', '--worth', 'yes']],
    ['a group by one letter', 4, ['group', 'leave', 't']],
    ['a group by a little word', 4, ['group', 'log', 'on', 'tuesday', 'we', 'met']],
    ['a renewal before it was joined', 5, ['group', 'edit', 'old club', '--renews', '2025-12-01']],
    ['an edit of no group', 2, ['group', 'edit']],
    ['an edit without a change', 2, ['group', 'edit', 'techgrow']],
    ['a name that another group has', 4, ['group', 'edit', 'techgrow', '--name', 'Tech Talks']],
    ['an empty name of a group', 5, ['group', 'edit', 'techgrow', '--name', '']],
    [
      'a group left before it was joined, by an edit',
      5,
      ['group', 'edit', 'old club', '--left', '2025-12-01'],
    ],
    ['a group joined after it was left', 5, ['group', 'edit', 'old club', '--joined', '2026-06-01']],
    ['a group kept without its name', 2, ['group', 'review', '--keep']],
    ['a group kept that was left', 4, ['group', 'review', 'old club', '--keep']],
    ['a check of an unknown group', 4, ['group', 'check', 'choir']],
    ['a group left twice', 4, ['group', 'leave', 'old club']],
    ['a group left before it was joined', 5, ['group', 'leave', 'techgrow', '--on', '2020-01-01']],
    ['a list of one group', 2, ['group', 'list', 'techgrow']],
    ['an unknown command of groups', 2, ['group', 'frob']],
    ['a target of nobody', 2, ['target', 'add']],
    ['a blank target', 2, ['target', 'add', ' ']],
    ['an endless target', 5, ['target', 'add', 'x'.repeat(201)]],
    ['a target for nobody at all', 5, ['target', 'add', 'cooks', '--want', '0']],
    ['a target for a crowd', 5, ['target', 'add', 'cooks', '--want', '21']],
    ['a target for half a person', 5, ['target', 'add', 'cooks', '--want', '1.5']],
    ['a target that nobody looks for', 4, ['add', 'Zoe', '--target', 'cooks']],
    ['an empty target of somebody new', 5, ['add', 'Zoe', '--target', '']],
    ['an unknown target of somebody known', 4, ['edit', 'ben', '--target', '1']],
    ['a target that is not there to close', 4, ['target', 'done', '1']],
    ['an unnamed target to close', 2, ['target', 'done']],
    ['a target word that is no command', 2, ['target', 'frobnicate']],
    ['somebody kept as a card', 5, ['stack', '--rest', 'ben']],
    ['an unknown card', 4, ['stack', '--keep', 'nobody']],
    ['an empty card', 5, ['stack', '--grow', '']],
    ['cards of an unknown gathering', 4, ['stack', '--at', 'nowhere']],
    ['others of no gathering', 2, ['stack', '--rest-others']],
    ['a circle of nobody', 2, ['stack', '--circle', 'close']],
    ['a card by its name alone', 2, ['stack', 'ben']],
    ['an export to nowhere', 4, ['export', '/nowhere/at/all/people.json']],
    ['an export of pages over a directory with files', 4, ['export', '/']],
    ['an export to a device', 5, ['export', '/dev/null', '--force']],
    ['an export to no name', 2, ['export', '']],
    ['an export over nothing', 2, ['export', '--force']],
    ['a target to drop that is not there', 4, ['target', 'done', 'cooks', '--drop']],
    ['an unnamed target to drop', 2, ['target', 'done', '--drop']],
    ['an export to two files', 2, ['export', 'one.json', 'two.json']],
    ['a merge of nobody', 2, ['merge']],
    ['a merge of one', 2, ['merge', 'ben']],
    ['a merge of three', 2, ['merge', 'ben, ana silva, eva']],
    ['a merge with themselves', 5, ['merge', 'ben, ben', '--yes']],
    ['a merge with somebody unknown', 4, ['merge', 'ben, nobody', '--yes']],
    ['a merge that nobody has confirmed', 5, ['merge', 'ben, ana silva']],
    ['duplicates of somebody unknown', 4, ['duplicates', 'nobody']],
    ['one person who is said to be two', 2, ['duplicates', '--apart', 'ben']],
    ['two people who are nobody', 2, ['duplicates', '--apart']],
    ['a purge of nobody', 2, ['purge']],
    ['a purge of an empty name', 2, ['purge', '']],
    ['a purge of somebody unknown', 4, ['purge', 'nobody', '--yes']],
    ['a purge of somebody misspelled', 4, ['purge', 'Bne', '--yes']],
    ['a purge of one of two', 4, ['purge', 'ana', '--yes']],
    ['a purge of two at once', 2, ['purge', 'ben, ana silva', '--yes']],
    ['a purge that nobody has confirmed', 5, ['purge', 'ben']],
  ])('%s', async (_, expected, argv) => {
    const before = await content(at.file);
    const { code, out, err } = await at.net(...argv);
    expect([argv.join(' ').slice(0, 60), code]).toEqual([argv.join(' ').slice(0, 60), expected]);
    expect(out).toBe('');
    expect(err).toMatch(/^net: .+\nhint: .+\n$/);
    expect(await content(at.file)).toEqual(before);
    expect((await at.net('--json', ...argv)).code).toBe(expected);
  });

  test('--json tells the same error as data', async () => {
    const { out, code } = await at.net('log', 'ana', 'coffee', '--json');
    const { error } = JSON.parse(out) as {
      error: { code: string; exit: number; candidates: { id: string; label: string }[] };
    };
    expect([code, error.code, error.exit]).toEqual([4, 'ambiguous', 4]);
    expect(error.candidates.map(({ label }) => label.split(' (')[0])).toEqual(['Ana Costa', 'Ana Silva']);
  });
});

describe('hostile text is stored as it is and shown escaped', () => {
  const name = 'Eve\u001b[31m\u202e\u200bOdd';

  test('in a name', async () => {
    await at.net('add', name, '--new', '--circle', 'close');
    const rows = await inFile(at.file, (db) =>
      all<{ name: string }>(db, `SELECT name FROM contact WHERE name LIKE 'Eve%'`),
    );
    expect(rows).toEqual([{ name }]);
    for (const argv of [
      ['list'],
      ['show', 'eve'],
      ['today'],
      ['keep'],
      ['week'],
      ['garden'],
      ['history'],
      ['list', '--json'],
      ['show', 'nobody\u001b[2J'],
    ]) {
      const { out, err } = await at.net(...argv);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come through
      expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e]/);
    }
    expect((await at.net('show', 'eve')).out).toContain('Eve\\e[31m\\u{202e}\\u{200b}Odd');
    expect(
      (JSON.parse((await at.net('show', 'eve', '--json')).out) as { contact: { name: string } }).contact.name,
    ).toBe(name);
  });

  test('a line break in a name adds no line', async () => {
    await at.net('add', 'Eve\r\nBEGIN:VCARD', '--new');
    expect((await at.net('list', 'eve')).out).toContain('Eve\\r\\nBEGIN:VCARD');
  });

  test('é composed and decomposed are one person', async () => {
    await at.net('add', 'José', '--circle', 'close');
    expect((await at.net('add', 'Jose\u0301')).code).toBe(4);
    expect((await at.net('log', 'jose\u0301', 'coffee')).out).toContain('Logged with José');
  });

  test('text of ten thousand characters is kept whole', async () => {
    const text = 'word '.repeat(2000).trim();
    await at.net('log', 'ben', text);
    expect((await at.net('show', 'ben')).out).toContain(text);
  });
});

test('a gathering has a day only where it is known', async () => {
  await at.net('add', 'Zoe', '--circle', 'close', '--at', 'Party');
  await at.net('edit', 'ben', '--at', 'Party');
  await at.net('add', 'Eva', '--at', 'Party');
  const rows = await inFile(at.file, (db) =>
    all<{ held_on: string | null }>(db, 'SELECT held_on FROM gathering ORDER BY id'),
  );
  expect(rows.map(({ held_on }) => held_on)).toEqual([null, '2026-11-22']);
});
