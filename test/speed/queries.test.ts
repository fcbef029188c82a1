import { beforeAll, describe, expect, test } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import { insert } from '../../src/domain/change.ts';
import { CIRCLES } from '../../src/domain/contact.ts';
import { addDays, type Birthday } from '../../src/domain/days/day.ts';
import { systemClock } from '../../src/host/clock.ts';
import { newId } from '../../src/host/ids.ts';
import { closeFile } from '../../src/store/connect.ts';
import { openFile } from '../../src/store/open.ts';
import { writeChanges } from '../../src/store/operation.ts';
import { scans, statementsOf } from '../support/explain.ts';
import { contactWith, exchangeWith, interactionWith, TODAY } from '../support/people.ts';
import { type Desk, desk } from '../support/world.ts';
import { LIMITS } from './limits.ts';

/** A network of so many people, a third of them kept, with talks, birthdays and what is owed. */
async function network(people: number): Promise<Desk> {
  const at = desk(TODAY);
  const db = await openFile(at.file, { access: 'create', machine: newId, clock: systemClock });
  const changes = Array.from({ length: people }, (_, i) => changesOf(i, newId())).flat();
  writeChanges(db, { id: newId(), at: `${TODAY}T08:00:00.000Z`, command: 'import' }, () => ({ changes }));
  closeFile(db);
  return at;
}

function changesOf(i: number, id: string): Change[] {
  const kept = i % 3 === 0;
  const contact = contactWith({
    id,
    short: id.slice(-8),
    name: `Person Nr${i}`,
    stage: kept ? 'kept' : 'stack',
    keptOn: kept ? addDays(TODAY, -300) : null,
    circle: kept ? (CIRCLES[(i / 3) % CIRCLES.length] ?? null) : null,
    birthday: `--${addDays(TODAY, (i % 30) - 5).slice(5)}` as Birthday,
  });
  const talk = interactionWith({ id: newId(), heldOn: addDays(TODAY, -(i % 200)) });
  const promise = exchangeWith({
    id: newId(),
    contactId: id,
    kind: 'promise',
    dueOn: addDays(TODAY, -(i % 9)),
  });
  const trait = {
    id: newId(),
    contactId: id,
    kind: kept ? 'need' : 'offer',
    text: 'a grant review',
    notedOn: TODAY,
  };
  return [
    insert('contact', contact),
    insert('interaction', talk),
    insert('participant', { id: newId(), interactionId: talk.id, contactId: id, deletedAt: null }),
    insert('trait', { ...trait, deletedAt: null } as never),
    ...(i % 10 === 0 ? [insert('exchange', promise)] : []),
  ];
}

/** In their order: the first list of a week makes its plan. */
const LINES: readonly (readonly [name: keyof typeof LIMITS.statements, argv: readonly string[]])[] = [
  ['today, a new week', ['today']],
  ['today', ['today']],
  ['log', ['log', 'Person Nr3', 'coffee']],
  ['show', ['show', 'Person Nr3']],
  ['list', ['list']],
];

let few: readonly string[][];
let many: readonly string[][];
let file: string;

async function statementsIn(at: Desk): Promise<string[][]> {
  const runs: string[][] = [];
  for (const [, argv] of LINES)
    runs.push(
      await statementsOf(async () => {
        const { code, err } = await at.net(...argv);
        if (code !== 0) throw new Error(err);
      }),
    );
  return runs;
}

beforeAll(async () => {
  few = await statementsIn(await network(50));
  const at = await network(500);
  many = await statementsIn(at);
  file = at.file;
});

describe('net today looks nobody up but by an index', () => {
  test.each([
    ['a new week', 0],
    ['within the week', 1],
  ])('%s', (_, i) => {
    expect(many[i]?.length).toBeGreaterThan(5);
    expect(scans(file, many[i] ?? [])).toEqual([]);
  });
});

test('a table that grows, read from one end to the other, is found', () => {
  const looks = ['SELECT name FROM contact c WHERE c.city = ?', 'SELECT count(*) FROM interaction'];
  expect(scans(file, looks)).toHaveLength(2);
  expect(scans(file, ['SELECT name FROM contact WHERE id = ?', 'SELECT value FROM setting'])).toEqual([]);
});

describe('no command asks more often where there are more people', () => {
  test.each(LINES.map(([name], i) => [name, i] as const))('%s', (name, i) => {
    expect(many[i]?.length).toBe(few[i]?.length);
    expect(many[i]?.length).toBeLessThanOrEqual(LIMITS.statements[name]);
  });
});
