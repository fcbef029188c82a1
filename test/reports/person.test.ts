import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contact } from '../../src/domain/contact.ts';
import type { Exchange } from '../../src/domain/exchange.ts';
import type { Interaction } from '../../src/domain/interaction.ts';
import { DEFAULTS } from '../../src/domain/settings.ts';
import { type PersonReport, personReport } from '../../src/reports/person.ts';
import { ago, exchangeWith, interactionWith, personWith, TODAY } from '../support/people.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };
const KEPT = { stage: 'kept', circle: 'active', keptOn: ago(900) } as const;

/** The report of somebody from their rows. */
function report(
  contact: Partial<Contact>,
  held: readonly Partial<Interaction>[] = [],
  made: readonly Partial<Exchange>[] = [],
): PersonReport {
  const interactions = held.map((given, i) =>
    interactionWith({ id: `i-${String(i).padStart(3, '0')}`, ...given }),
  );
  const rows = {
    person: personWith(contact, held, made),
    interactions,
    exchanges: made.map((given, i) => exchangeWith({ id: `e-${i}`, ...given })),
    points: [],
    traits: [],
    notes: [],
    paidForward: new Map(),
    gathering: null,
    via: null,
    target: null,
    addedOn: ago(40),
  };
  return personReport(rows, { settings: DEFAULTS, pauses: [], today: TODAY });
}

const touches = (...gaps: readonly number[]) => gaps.map((gap) => ({ heldOn: ago(gap) }));

describe('the usual gap', () => {
  test.each([
    ['is not known without a touch', [], null],
    ['nor from one', [10], null],
    ['nor from one gap', [10, 20], null],
    ['is the middle one of two', [0, 10, 30], 15],
    ['of three', [0, 10, 30, 130], 20],
    ['of four', [0, 1, 11, 13, 113], 6],
    ['counts a day once', [10, 10, 20, 20, 30], 10],
    ['whatever the order of the rows', [30, 0, 130, 10], 20],
    ['rounded', [0, 1, 3], 2],
  ])('%s', (_, gaps, usual) => {
    expect(report(KEPT, touches(...gaps)).usualGap).toBe(usual);
  });

  test('leaves out pitches', () => {
    const held = [...touches(0, 10, 30), { heldOn: ago(11), pitch: 'them' as const }];
    expect(report(KEPT, held).usualGap).toBe(15);
  });
});

describe('who starts', () => {
  test.each([
    [4, 0, null],
    [5, 0, { me: 5, of: 5 }],
    [2, 3, { me: 2, of: 5 }],
    [0, 6, { me: 0, of: 6 }],
  ])('me %i times, they %i: %j', (me, them, started) => {
    const by = (startedBy: 'me' | 'them', times: number) =>
      Array.from({ length: times }, (_, i) => ({ heldOn: ago(i), startedBy }));
    const silent = touches(1, 2, 3, 4, 5);
    expect(report(KEPT, [...by('me', me), ...by('them', them), ...silent]).started).toEqual(started);
  });
});

describe('standing', () => {
  test.each([
    [[0, 10, 20, 30], 'warm'],
    [[7, 17, 27, 37], null],
    [[8, 17, 27, 37], 'cooling'],
    [[130, 140, 150], 'cold'],
    [[0], null],
    [[130, 140], null],
    [[0, 0, 0, 1], null],
    [[], null],
  ])('after touches %j days ago: %s', (gaps, band) => {
    expect(report({ stage: 'stack' }, touches(...gaps)).warmth).toBe(band);
  });

  test.each([
    [{ stage: 'stack' }, 5, 'stack', null],
    [{ stage: 'growing', grownOn: ago(3) }, 5, 'growing', 14],
    [KEPT, 5, 'kept', 90],
    [{ ...KEPT, everyDays: 10 }, 5, 'kept', 10],
    [KEPT, 271, 'dormant', 90],
    [{ stage: 'moved on' }, 5, 'moved on', null],
    [{ stage: 'growing', grownOn: ago(100) }, 95, 'stack', null],
  ] as const)('of %j, touched %i days ago: %s, every %j days', (contact, gap, stage, cadence) => {
    expect(report(contact, touches(gap))).toMatchObject({ stage, cadence, gap, lastOn: ago(gap) });
  });

  test('a label only where it is scored, and waiting after two messages of mine', () => {
    const received = [{ kind: 'received' }, { kind: 'received' }] as const;
    expect(report(KEPT, touches(5), received).label).toBe('giver');
    expect(report({ ...KEPT, noScore: true }, touches(5), received).label).toBeNull();
    const mine = [
      { heldOn: ago(2), noAnswer: true },
      { heldOn: ago(3), noAnswer: true },
    ];
    expect(report(KEPT, mine).waiting).toBe(true);
    expect(report(KEPT, mine.slice(1)).waiting).toBe(false);
    expect(report(KEPT, [...mine, { heldOn: ago(1) }]).waiting).toBe(false);
  });

  test.each([0, 1, 4])('with nothing logged there is no warmth, %i days after growing', (days) => {
    expect(report({ stage: 'growing', grownOn: ago(days) }).warmth).toBeNull();
  });
});

describe('what there was', () => {
  test('the channels, the most used first', () => {
    const by = (...channels: readonly Interaction['channel'][]) =>
      channels.map((channel, i) => ({ heldOn: ago(i), channel }));
    expect(report(KEPT, by('call', 'email', 'email', 'letter', 'email', 'call')).channels).toEqual([
      { channel: 'email', times: 3 },
      { channel: 'call', times: 2 },
      { channel: 'letter', times: 1 },
    ]);
  });

  test('the last five, newest first, what was noted last before the rest of its day', () => {
    const held = [...touches(9, 3, 7, 3, 1, 20), { heldOn: ago(2), pitch: 'me' as const }];
    expect(report(KEPT, held).recent.map(({ id }) => id)).toEqual([
      'i-004',
      'i-006',
      'i-003',
      'i-001',
      'i-002',
    ]);
  });

  test.each([
    [[], null],
    [[{ kind: 'received', madeOn: ago(1) }], null],
    [[{ kind: 'promise', madeOn: ago(9) }], null],
    [
      [
        { kind: 'give', madeOn: ago(9) },
        { kind: 'give', madeOn: ago(5) },
      ],
      ago(5),
    ],
    [
      [
        { kind: 'give', madeOn: ago(9) },
        { kind: 'promise', madeOn: ago(20), keptOn: ago(2) },
      ],
      ago(2),
    ],
  ] as const)('what was given last: %j', (made, lastGivenOn) => {
    expect(report(KEPT, touches(5), made).lastGivenOn).toBe(lastGivenOn);
  });

  test('for any touches, the channels and their days add up', () => {
    const touch = fc.record({
      heldOn: fc.nat({ max: 500 }).map(ago),
      channel: fc.constantFrom('call' as const, 'email' as const, 'in-person' as const),
      pitch: fc.constantFrom(null, null, 'me' as const),
      startedBy: fc.constantFrom(null, 'me' as const, 'them' as const),
    });
    fc.assert(
      fc.property(fc.array(touch, { maxLength: 20 }), (held) => {
        const found = report(KEPT, held);
        const counted = held.filter(({ pitch }) => pitch === null);
        expect(found.channels.reduce((sum, { times }) => sum + times, 0)).toBe(counted.length);
        expect(found.recent).toHaveLength(Math.min(5, held.length));
        expect(found.lastOn).toBe(
          counted
            .map(({ heldOn }) => heldOn)
            .sort()
            .at(-1) ?? null,
        );
        const told = counted.filter(({ startedBy }) => startedBy !== null);
        expect(found.started === null).toBe(told.length < 5);
        if (found.started !== null) expect(found.started.me).toBeLessThanOrEqual(found.started.of);
        expect(report(KEPT, [...held].reverse()).usualGap).toBe(found.usualGap);
      }),
      RUNS,
    );
  });
});
