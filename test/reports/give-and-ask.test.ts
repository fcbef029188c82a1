import { describe, expect, test } from 'vitest';
import { day } from '../../src/domain/days/day.ts';
import type { Exchange } from '../../src/domain/exchange.ts';
import type { Recommendation } from '../../src/domain/recommendation.ts';
import { DEFAULTS } from '../../src/domain/settings.ts';
import { cherishReport } from '../../src/reports/cherish.ts';
import { forwardReport } from '../../src/reports/forward.ts';
import { recommendationsReport } from '../../src/reports/recommendations.ts';
import { untested } from '../../src/reports/untested.ts';
import { ago, exchangeWith, personWith, TODAY } from '../support/people.ts';

const situation = { settings: DEFAULTS, pauses: [], today: TODAY };
const often = [1, 4, 8].map((n) => ({ heldOn: ago(n) }));
const KEPT = { stage: 'kept', circle: 'close', keptOn: ago(300) } as const;

describe('warm people whom I never asked', () => {
  const asked = [{ kind: 'ask' as const, madeOn: ago(20) }];
  const people = [
    personWith({ id: 'warm', ...KEPT }, often),
    personWith({ id: 'growing', stage: 'growing', grownOn: ago(30) }, often),
    personWith({ id: 'asked', ...KEPT }, often, asked),
    personWith({ id: 'kin', ...KEPT, noScore: true }, often),
    personWith({ id: 'stacked' }, often),
    personWith({ id: 'gone', stage: 'moved on' }, often),
    personWith({ id: 'twice', ...KEPT }, often.slice(1)),
    personWith({ id: 'cold', ...KEPT }, [{ heldOn: ago(700) }, { heldOn: ago(710) }, { heldOn: ago(720) }]),
  ];

  test('are warm, tended, and not those with --no-score', () => {
    const found = untested(people, situation);
    expect(found.people.map(({ contact }) => contact.id)).toEqual(['warm', 'growing']);
    expect(found.warm).toBe(3);
  });
});

describe('those who come through', () => {
  const helped = (n: number): Partial<Exchange> => ({
    kind: 'ask',
    outcome: 'helped',
    outcomeOn: ago(n),
    thankedOn: ago(n),
    madeOn: ago(n),
  });
  const people = [
    personWith({ id: 'quiet', ...KEPT }, [{ heldOn: ago(90) }], [helped(90), helped(95)]),
    personWith({ id: 'near', ...KEPT }, [{ heldOn: ago(3) }], [helped(9), helped(5), helped(4)]),
    personWith({ id: 'owed', ...KEPT }, [{ heldOn: ago(2) }], [helped(9), { ...helped(2), thankedOn: null }]),
    personWith(
      { id: 'promised', ...KEPT },
      [{ heldOn: ago(1) }],
      [helped(9), helped(8), { kind: 'promise' }],
    ),
    personWith({ id: 'once', ...KEPT }, [], [helped(9)]),
    personWith({ id: 'kin', ...KEPT, noScore: true }, [], [helped(9), helped(8)]),
    personWith({ id: 'gone', stage: 'moved on' }, [], [helped(9), helped(8)]),
    personWith({ id: 'none', ...KEPT }),
  ];

  test('what is owed to them first, then the longest silence; never by how often they helped', () => {
    const given = exchangeWith({ madeOn: ago(40) });
    const found = cherishReport(people, ({ contact }) => (contact.id === 'near' ? [given] : []), situation);
    expect(found.people.map(({ person }) => person.contact.id)).toEqual([
      'promised',
      'owed',
      'quiet',
      'near',
    ]);
    expect(found.people.map(({ lastGivenOn }) => lastGivenOn)).toEqual([null, null, null, ago(40)]);
    expect(found.people.map(({ gap }) => gap)).toEqual([1, 2, 90, 3]);
    expect(found.others).toBe(2);
  });
});

describe('what is to be paid forward', () => {
  const help = (id: string, contactId: string) =>
    exchangeWith({ id, contactId, kind: 'received', madeOn: ago(500), forwardOn: ago(500) });
  const give = (id: string, contactId: string, forwardsId: string, n: number) =>
    exchangeWith({ id, contactId, forwardsId, madeOn: ago(n) });

  test('is open until a give pays it; what was paid is told for a year, newest first', () => {
    const helps = [help('a', 'ana'), help('b', 'ben'), help('c', 'eva'), help('d', 'zoe')];
    const found = forwardReport(
      helps,
      [give('1', 'zoe', 'a', 365), give('2', 'zoe', 'b', 364), give('3', 'eva', 'c', 2)],
      TODAY,
    );
    expect(found.open.map(({ id }) => id)).toEqual(['d']);
    expect(found.paid.map(({ help: { id }, returned }) => [id, returned])).toEqual([
      ['c', true],
      ['b', false],
    ]);
    expect(found.since).toBe(ago(364));
  });
});

describe('recommendations', () => {
  const made = (id: string, given: Partial<Recommendation> = {}): Recommendation => ({
    id,
    contactId: 'ana',
    toId: 'ben',
    text: null,
    madeOn: ago(400),
    contactAgreedOn: null,
    toAgreedOn: null,
    introducedOn: null,
    outcome: null,
    outcomeOn: null,
    createdAt: '',
    deletedAt: null,
    ...given,
  });
  const trait = (contactId: string, kind: 'need' | 'offer', text: string) => ({
    id: `${contactId}-${text}`,
    contactId,
    kind,
    text,
    notedOn: day('2026-01-01'),
    deletedAt: null,
  });
  const met = { contactAgreedOn: ago(9), toAgreedOn: ago(9) };

  test('pending, introduced, and what came of those of a year', () => {
    const found = recommendationsReport(
      [
        made('pending'),
        made('met', { ...met, introducedOn: ago(9) }),
        made('helped', { ...met, introducedOn: ago(364), outcome: 'helped' }),
        made('long ago', { ...met, introducedOn: ago(365), outcome: 'helped' }),
        made('gone', { contactId: 'gone', ...met, introducedOn: ago(5) }),
      ],
      { needs: [], offers: [] },
      (id) => id !== 'gone',
      TODAY,
    );
    expect(found.pending.map(({ id }) => id)).toEqual(['pending']);
    expect(found.introduced.map(({ id }) => id)).toEqual(['met']);
    expect(found.outcomes).toEqual({ n: 3, since: ago(364), counts: [{ outcome: 'helped', n: 1 }] });
  });

  test('who could meet: best fit first, five at most, no two people twice or again', () => {
    const need = trait('ana', 'need', 'a grant review');
    const offers = ['ben', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map((id) =>
      trait(id, 'offer', 'grant and tax reviews'),
    );
    const whole = trait('eva', 'offer', 'grant review');
    const found = recommendationsReport(
      [made('known', { contactId: 'ben', toId: 'ana' })],
      {
        needs: [need, trait('eva', 'need', 'tax help')],
        offers: [
          ...offers,
          trait('zoe', 'offer', 'review of books, wine and films'),
          whole,
          trait('ana', 'offer', 'tax help'),
        ],
      },
      () => true,
      TODAY,
    );
    expect(found.couldMeet).toHaveLength(5);
    expect(found.couldMeet.every(({ contactId }) => contactId !== 'ben' && contactId !== 'zoe')).toBe(true);
    const pairs = found.couldMeet.map(({ contactId, toId }) => [contactId, toId].sort().join());
    expect(new Set(pairs).size).toBe(5);
  });
});
