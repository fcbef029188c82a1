import { expect, test } from 'vitest';
import { insert, update } from '../../src/domain/change.ts';
import { day } from '../../src/domain/days/day.ts';
import { plainGathering } from '../../src/domain/groups/gathering.ts';
import { all } from '../../src/store/db.ts';
import { writeChanges } from '../../src/store/operation.ts';
import { inFile } from '../support/content.ts';
import { type Desk, desk } from '../support/world.ts';

const NOW = '2026-11-22T08:00:00.000Z';

/** A group of which people were met at a gathering a year ago and one was held this week, and an introduction of a month ago. */
async function withGroup(at: Desk): Promise<void> {
  await inFile(at.file, (db) => {
    const people = all<{ id: string; name: string }>(db, 'SELECT id, name FROM contact ORDER BY id');
    const idOf = (name: string) => people.find((person) => person.name === name)?.id ?? '';
    const held = (id: string, on: string) => ({ ...plainGathering(id, 'Lunch', day(on)), groupId: 'g-1' });
    const changes = [
      insert('network_group', {
        id: 'g-1',
        name: 'Rotary',
        kind: 'networking',
        joinedOn: day('2025-01-01'),
        fee: null,
        feePer: null,
        currency: null,
        renewsOn: null,
        trialUntil: null,
        why: null,
        reviewedOn: null,
        leftOn: null,
        createdAt: NOW,
        deletedAt: null,
      }),
      insert('gathering', held('h-1', '2025-10-01')),
      insert('gathering', { ...held('h-2', '2026-11-20'), minutes: 180, commute: 40 }),
      ...['Ana Silva', 'Ben Okoye'].map((name) =>
        update('contact', idOf(name), { gatheringId: 'h-1', metOn: day('2025-10-01') }),
      ),
      insert('recommendation', {
        id: 'r-1',
        contactId: idOf('Ana Silva'),
        toId: idOf('Eva Berg'),
        text: null,
        madeOn: day('2026-10-01'),
        contactAgreedOn: null,
        toAgreedOn: null,
        introducedOn: day('2026-10-20'),
        outcome: null,
        outcomeOn: null,
        createdAt: NOW,
        deletedAt: null,
      }),
    ];
    writeChanges(db, { id: 'o-1', at: NOW, command: 'group' }, () => ({ changes }));
  });
}

test('groups have their place in the garden and in the week', async () => {
  const at = desk();
  for (const name of ['Ana Silva', 'Ben Okoye', 'Eva Berg', 'Lee Chen', 'Zoe Marsh']) {
    await at.net('add', name, '--circle', 'close');
    await at.net('log', name.split(' ')[0] ?? '', 'coffee', '-g', 'the deck', '-r', 'an intro');
  }
  for (let i = 0; i < 7; i++) await at.net('log', 'ana', 'called', '--on', `2026-11-0${i + 1}`);
  // In the year after they were met.
  await at.net('log', 'ana, ben', 'lunch', '--on', '2025-10-15');
  await withGroup(at);
  const garden = (await at.net('garden')).out;
  expect(garden).toContain('3 of 5 are outside Rotary, your largest group');
  expect(garden).toContain(
    '9 of 12 touches since 2025-11-23 go through Rotary: there are other gatherings, too.',
  );
  expect(garden).toMatch(/^in touch a year after you met, by group\nRotary +█+ +2 of 2$/m);
  const { through, groups } = JSON.parse((await at.net('garden', '--json')).out) as Record<string, unknown>;
  expect([through, groups]).toEqual([
    { name: 'Rotary', touches: 9, of: 12 },
    [{ group: 'Rotary', alive: 2, of: 2 }],
  ]);
  const week = (await at.net('week')).out;
  expect(week).toMatch(/^in groups +220 of 240 minutes a week$/m);
  expect(week).toMatch(/^what came of +Ana Silva for Eva Berg, introduced on 2026-10-20$/m);
});

test('an introduction is asked about after two weeks, for a while', async () => {
  const at = desk();
  for (const name of ['Ana Silva', 'Ben Okoye', 'Eva Berg']) await at.net('add', name, '--circle', 'close');
  await withGroup(at);
  const introduced = async (on: string) => {
    at.day = day(on);
    return (await at.net('week')).out.includes('what came of');
  };
  expect(await introduced('2026-11-03')).toBe(false);
  expect(await introduced('2026-11-04')).toBe(true);
  expect(await introduced('2027-01-18')).toBe(true);
  expect(await introduced('2027-01-19')).toBe(false);
});

test.each(['ana', 'eva'])('nothing is followed with somebody moved on from: %s', async (who) => {
  const at = desk();
  for (const name of ['Ana Silva', 'Ben Okoye', 'Eva Berg']) await at.net('add', name, '--circle', 'close');
  await withGroup(at);
  expect((await at.net('week')).out).toContain('what came of');
  await at.net('moveon', who, '--yes');
  expect((await at.net('week')).out).not.toContain('what came of');
});
