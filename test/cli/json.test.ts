import { expect, test } from 'vitest';
import { ERROR_FIELDS } from '../../src/cli/failure.ts';
import { entryAt, REGISTRY } from '../../src/cli/registry.ts';
import { shapeOf, unlike } from '../support/json-shape.ts';
import { desk } from '../support/world.ts';

/** One command line of each command that succeeds, after one another. */
const LINES: readonly (readonly string[])[] = [
  ['add', 'Ana Silva', '--circle', 'close', '--needs', 'a designer'],
  ['add', 'Ben Okoye', '--at', 'DevMeet'],
  ['add', 'Eva Berg', '--at', 'DevMeet'],
  ['add', 'Zoe Marsh', '--at', 'DevMeet'],
  ['log', 'ana', 'coffee', '-g', 'the deck', '-p', 'an intro by friday', '--they-need', 'time'],
  ['log', 'zoe', 'call'],
  ['ask', 'ana'],
  ['ask', 'ana', 'a review'],
  ['outcome', 'ana', 'helped'],
  ['outcome', 'ana', '--fruit', 'it was accepted'],
  ['thank', 'ana', '--which', '1'],
  ['give', 'ana', 'a book'],
  ['give', 'ana', '--event', 'Rust meetup', '--no-forward'],
  ['forward', 'ana'],
  ['forward'],
  ['give', 'ben', 'intro to Lee'],
  ['forward'],
  ['balance'],
  ['balance', 'ana'],
  ['balance', '--untested'],
  ['log', 'zoe', 'call', '-r', 'the slides', '-r', 'a lift', '--they-asked', 'a look at her CV by friday'],
  ['cherish'],
  ['recommend', 'ana', '--to', 'ben'],
  ['recommend', 'ana', '--to', 'ben', '--agreed', 'both', '--by', 'email'],
  ['recommend', 'ana', '--to', 'ben', '--outcome', 'partly'],
  ['recommend', 'ben', '--to', 'zoe', '--agreed', 'zoe'],
  ['recommend'],
  ['promise', 'ana', 'the photos', '--due', 'today'],
  ['promise', 'ana', '--due', 'tomorrow', '--which', '2'],
  ['promise', 'ana', '--drop', '--which', '2'],
  ['rest', 'eva'],
  ['target', 'add', 'science', 'journalists', '--want', '2'],
  ['grow', 'zoe', '--target', 'science'],
  ['add', 'Kim Ito', '--at', 'DevMeet', '--target', '1'],
  ['target', 'list', '--all'],
  ['target', 'done', '1'],
  ['target', 'done', '1', '--drop'],
  ['stack'],
  ['stack', '--at', 'DevMeet', '--rest', 'kim'],
  ['keep', 'ana', '--circle', 'inner'],
  ['keep'],
  ['today'],
  ['today', '--why', '1'],
  ['today', '--refill'],
  ['done', '1'],
  ['snooze', 'ben'],
  ['show', 'ana'],
  ['list'],
  ['edit', 'ana', '--city', 'Lisbon'],
  ['moveon', 'eva', '--to', 'sales'],
  ['pause'],
  ['config'],
  ['config', 'slots', '4'],
  ['group', 'add', 'TechGrow', '--fee', '€40/month', '--renews', 'in 3 weeks', '--why', 'clients'],
  ['group', 'log', 'techgrow', '--minutes', '120', '--cost', '12.50', '--aim', 'meet', '--with', 'ana,ben'],
  ['group', 'log', 'techgrow', 'the gold plan', '--recruit', '--worth', 'yes'],
  ['group', 'edit', 'techgrow', '--kind', 'community'],
  ['group', 'check', 'techgrow'],
  ['group', 'review', 'techgrow'],
  ['group', 'review', 'techgrow', '--keep'],
  ['group', 'list'],
  ['group', 'leave', 'techgrow', '--yes'],
  ['week'],
  ['garden'],
  ['history'],
  ['undo', '2'],
  ['redo'],
  ['import', 'people.vcf'],
  ['add', 'Max Ruiz', '--email', 'max@example.org'],
  ['add', 'Max Ruiz', '--email', 'ruiz@example.org', '--new'],
  ['duplicates'],
  ['duplicates', '--apart', 'max@example.org', 'ruiz@example.org'],
  ['merge', 'max@example.org', 'ruiz@example.org', '--dry-run'],
  ['merge', 'max@example.org', 'ruiz@example.org', '--yes'],
  ['export', 'out.json'],
  ['calendar'],
  ['backup'],
  ['backup', '--list'],
  ['restore', 'last', '--dry-run'],
  ['restore', 'last', '--yes'],
  ['check'],
  ['doctor'],
  ['purge', 'lee', '--dry-run'],
  ['purge', 'lee', '--yes'],
  ['encrypt', '--yes'],
  ['decrypt', '--yes'],
  ['completion', 'fish'],
  ['demo'],
];

test('every command answers --json with the fields that its help tells, and with nothing on the error stream', async () => {
  const at = desk();
  at.env = { NET_KEY_COMMAND: 'echo four-words-of-no-sense' };
  const { writeFileSync } = await import('node:fs');
  writeFileSync(`${at.directory}/people.vcf`, 'BEGIN:VCARD\nVERSION:3.0\nFN:Lee Chen\nEND:VCARD\n');
  const seen = new Set<string>();
  for (const line of LINES) {
    const argv = line.map((word) =>
      /^(people\.vcf|out\.json)$/.test(word) ? `${at.directory}/${word}` : word,
    );
    const { code, out, err } = await at.net(...argv, '--json');
    expect([line.join(' '), code, err]).toEqual([line.join(' '), 0, '']);
    const entry = entryAt(line[0] ?? '', line[1]);
    const told = (await entry?.load())?.json ?? {};
    const answer = JSON.parse(out) as Record<string, unknown>;
    expect([line.join(' '), Object.keys(answer)]).toEqual([line.join(' '), Object.keys(told)]);
    for (const [field, what] of Object.entries(told))
      expect([line.join(' '), field, unlike(answer[field], shapeOf(what))]).toEqual([
        line.join(' '),
        field,
        null,
      ]);
    seen.add(entry?.name ?? '');
  }
  expect([...seen].sort()).toEqual(REGISTRY.map(({ name }) => name).sort());
});

test('an error answers with the fields that the documentation tells', async () => {
  const { out } = await desk().net('show', 'nobody', '--json');
  const { error } = JSON.parse(out) as { error: object };
  expect(Object.keys(error)).toEqual(Object.keys(ERROR_FIELDS));
});
