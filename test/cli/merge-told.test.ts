import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { mergedMeeting } from '../../src/domain/acts/merge/meeting.ts';
import { day } from '../../src/domain/days/day.ts';
import { contactWith } from '../support/people.ts';
import { type Desk, desk } from '../support/world.ts';

let at: Desk;

beforeEach(() => {
  at = desk();
});

/** What a merge of two cards, with these lines in each, says of how they were met: its row, and the field for other programs. */
async function met(first: string, other: string): Promise<{ row: string | undefined; field: unknown }> {
  const card = (uid: number, lines: string) =>
    `BEGIN:VCARD\nVERSION:3.0\nUID:${uid}\nFN:Mark Evans ${uid}\n${lines}\nEND:VCARD\n`;
  const file = join(at.directory, 'two.vcf');
  fs.writeFileSync(file, card(1, first) + card(2, other));
  await at.net('import', file);
  const merge = ['merge', 'mark evans 1,', 'mark evans 2', '--dry-run'];
  const { out } = await at.net(...merge);
  const fields = (JSON.parse((await at.net(...merge, '--json')).out) as { fields: { field: string }[] })
    .fields;
  return {
    row: out.split('\n').find((line) => line.startsWith('met')),
    field: fields.find(({ field }) => field === 'met'),
  };
}

test('where only the other was met on a day, it comes from them', async () => {
  const { row, field } = await met('NOTE:x', 'X-NET-MET:2019-02-15');
  expect(row).toMatch(/^met +2019-02-15 +\(from \w+\)$/);
  expect(field).toEqual({ field: 'met', kept: null, other: '2019-02-15', becomes: 'filled' });
});

test('of two days the earlier one wins', async () => {
  const { row, field } = await met('X-NET-MET:2020-01-01', 'X-NET-MET:2019-02-15');
  expect(row).toMatch(/^met +2019-02-15 +\(the earlier one wins\)$/);
  expect(field).toMatchObject({ becomes: 'won' });
});

test('where only the first was met on a day, nothing is said', async () => {
  const { row, field } = await met('X-NET-MET:2019-02-15', 'NOTE:x');
  expect([row, field]).toEqual([undefined, undefined]);
});

test('a day fills a meeting whose place is known, and is told as theirs', () => {
  const first = contactWith({ id: 'a', gatheringId: 'devmeet', metOn: null, origin: 'event', viaId: null });
  const other = contactWith({
    id: 'b',
    gatheringId: null,
    metOn: day('2019-02-15'),
    origin: null,
    viaId: null,
  });
  const names = { gathering: () => 'DevMeet', person: () => '', introducers: () => [] };
  expect(mergedMeeting(first, other, names).fields).toEqual([
    { field: 'met', kept: '2019-02-15 at DevMeet', other: '2019-02-15', becomes: 'filled' },
  ]);
});
