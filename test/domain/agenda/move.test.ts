import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgendaLine } from '../../../src/domain/agenda/agenda.ts';
import { isMostlyRemote, type Move, movesFor, type Resources } from '../../../src/domain/agenda/move.ts';
import type { Term } from '../../../src/domain/agenda/term.ts';
import { CHANNELS, type Channel } from '../../../src/domain/channel.ts';
import type { Contact, Trait, TraitKind } from '../../../src/domain/contact.ts';
import type { Person } from '../../../src/domain/person.ts';
import { DEFAULTS, peopleWithin, type Settings } from '../../../src/domain/settings.ts';
import { aPerson } from '../../support/arbitrary.ts';
import { ago, exchangeWith, personWith, TODAY } from '../../support/people.ts';

const RUNS = { numRuns: 1000, seed: 20261122 };
const HERE: Settings = { ...DEFAULTS, city: 'São Paulo' };
const GIVING = { ...HERE, offers: ['chess lessons', 'legal templates'], interests: ['chess'] };
const NOTHING: Resources = { traits: [], offers: [] };

const weight = { value: 1, points: 1 };
const FADING: Term = { ...weight, kind: 'fading', days: 9, gap: 99, cadence: 90, band: 'cold', logged: true };
const FOLLOW_UP: Term = { ...weight, kind: 'follow-up', since: ago(3) };
const DORMANT: Term = { ...weight, kind: 'dormant', days: 9, gap: 400 };
const BIRTHDAY: Term = { ...weight, kind: 'date', occasion: 'birthday', on: TODAY };
const EXCHANGE = exchangeWith({ text: 'an intro', fruit: 'a job' });

function lineOf(person: Person, ...terms: readonly Term[]): AgendaLine {
  const line = {
    position: 1,
    contactId: person.contact.id,
    as: 'fading',
    reasons: [],
    listedOn: TODAY,
    touchedOn: null,
  } as const;
  return { line, person, terms, score: 1, done: false };
}

/** Somebody whose last touches went by these channels, newest first. */
function reachedBy(channels: readonly Channel[], contact: Partial<Contact> = {}): Person {
  return personWith(
    { stage: 'kept', city: 'sao paulo', ...contact },
    channels.map((channel, i) => ({ heldOn: ago(100 + i), channel })),
  );
}

function trait(kind: TraitKind, text: string): Trait {
  return { id: 't', contactId: 'c-000', kind, text, notedOn: ago(9), deletedAt: null };
}

function moveFor(
  person: Person,
  term: Term,
  traits: readonly Trait[] = [],
  offers: Resources['offers'] = [],
  settings = HERE,
): Move | undefined {
  return movesFor([lineOf(person, term)], { traits, offers }, settings)[0];
}

describe('what is owed asks for itself', () => {
  test.each([
    [{ kind: 'promise', exchange: EXCHANGE, due: TODAY }, 'keep-promise', 'an intro'],
    [{ kind: 'thanks', exchange: EXCHANGE, since: TODAY }, 'thank', 'an intro'],
    [{ kind: 'thank-again', exchange: EXCHANGE }, 'thank-again', 'a job'],
    [{ kind: 'tell', times: 3 }, 'tell', null],
    [{ kind: 'ask', exchange: EXCHANGE, days: 9, nudged: false }, 'nudge', 'an intro'],
    [{ kind: 'ask', exchange: EXCHANGE, days: 9, nudged: true }, 'record', 'an intro'],
  ] as const)('%j: %s', (facts, kind, about) => {
    const needs = [trait('need', 'a legal template')];
    const move = moveFor(reachedBy(Array(5).fill('call')), { ...weight, ...facts }, needs, [], GIVING);
    const act = about === null ? { kind } : { kind, about };
    expect(move).toEqual({ act, medium: 'message', minutes: 10 });
  });
});

describe('give, then introduce, then listen', () => {
  const need = trait('need', 'a legal template');
  const interest = trait('interest', 'chess');
  const lee = { contactId: 'c-lee', name: 'Lee', text: 'legal templates' };
  const ana = { ...lee, contactId: 'c-000' };
  const known = { askAbout: 'how is the new job?' };
  const gives = { kind: 'give', about: 'a legal template', offer: 'legal templates' };
  const introduces = { kind: 'introduce', about: 'a legal template', to: lee };
  const asks = { kind: 'question', about: 'how is the new job?' };

  test.each([
    ['what I offer for what they need', [need, interest], [lee], GIVING, gives],
    ['who offers what they need', [need, interest], [lee], HERE, introduces],
    ['nobody to themselves', [need], [ana], HERE, asks],
    ['nobody for what they offer', [trait('offer', 'legal templates')], [lee], GIVING, asks],
    ['the stored question before a shared interest', [interest], [], GIVING, asks],
  ])('%s', (_, traits, offers, settings, act) => {
    expect(moveFor(reachedBy([], known), FADING, traits, offers, settings)?.act).toEqual(act);
  });

  test('a shared interest, or else to listen', () => {
    const opener = { kind: 'opener', about: 'chess' };
    expect(moveFor(reachedBy([]), FADING, [interest], [], GIVING)?.act).toEqual(opener);
    const other = [trait('interest', 'sailing')];
    expect(moveFor(reachedBy([]), FADING, other, [], GIVING)?.act).toEqual({ kind: 'listen', to: 'others' });
    expect(moveFor(reachedBy([]), DORMANT)?.act).toEqual({ kind: 'listen', to: 'others' });
  });

  test('a date is marked on its day; before it what they need comes first', () => {
    const wishes = { kind: 'congratulate', occasion: 'birthday' };
    expect(moveFor(reachedBy([], known), BIRTHDAY, [need], [], GIVING)?.act).toEqual(wishes);
    const ahead = { ...BIRTHDAY, value: 0.5 };
    expect(moveFor(reachedBy([], known), ahead)?.act).toEqual(wishes);
    expect(moveFor(reachedBy([], known), ahead, [need], [], GIVING)?.act.kind).toBe('give');
  });
});

describe('how to be in touch', () => {
  const remote = ['call', 'email', 'in-person', 'message', 'video'] as const;

  test.each([
    ['four of five remote, both in reach', remote, {}, FADING, 'coffee'],
    ['five of five remote, both in reach', Array(5).fill('email'), {}, FOLLOW_UP, 'coffee'],
    ['four remote touches in all', Array(4).fill('email'), {}, FADING, 'message'],
    ['three of five remote', ['email', 'email', 'email', 'in-person', 'in-person'], {}, FADING, 'message'],
    ['four of five remote in another city', remote, { city: 'Lisbon' }, FADING, 'message'],
    ['four of five remote in a city not known', remote, { city: null }, FADING, 'message'],
    ['four of five remote, a birthday', remote, {}, BIRTHDAY, 'message'],
    ['dormant', remote, {}, DORMANT, 'message'],
    ['who usually calls', ['call', 'video', 'email'], {}, FADING, 'call'],
    ['who calls half of the time', ['call', 'video', 'email', 'email'], {}, FADING, 'message'],
    ['met online, never talked', ['social', 'email'], { origin: 'online', stage: 'growing' }, FADING, 'call'],
    [
      'met online, never talked, to follow up',
      ['social'],
      { origin: 'online', stage: 'growing' },
      FOLLOW_UP,
      'call',
    ],
    ['met online, and a friend by now', ['social'], { origin: 'online', stage: 'kept' }, FADING, 'message'],
    ['met online, talked since', ['social', 'video'], { origin: 'online' }, FADING, 'message'],
  ] as const)('%s', (_, channels, contact, term, medium) => {
    expect(moveFor(reachedBy(channels, contact), term)?.medium).toBe(medium);
  });

  test('coffee is to meet, and a first talk with those met online is a real one', () => {
    expect(moveFor(reachedBy(remote), FADING)?.act).toEqual({ kind: 'meet' });
    expect(moveFor(reachedBy(['email'], { origin: 'online', stage: 'growing' }), FADING)?.act).toEqual({
      kind: 'real-talk',
    });
  });

  test('my city is not known: nobody is in reach', () => {
    expect(moveFor(reachedBy(remote), FADING, [], [], DEFAULTS)?.medium).toBe('message');
  });

  test.each(['Lisbon', null])('somebody usually met in person who lives in %j is not met', (city) => {
    const person = reachedBy(['in-person', 'in-person', 'in-person'], { city });
    expect(moveFor(person, FADING)?.medium).not.toBe('coffee');
  });

  test.each([
    ['when the minutes only carry a message', FADING, { ...HERE, minutes: 20 }],
    ['to somebody dormant', DORMANT, HERE],
  ] as const)('no real talk by message %s', (_, term, settings) => {
    const move = moveFor(reachedBy(['email'], { origin: 'online' }), term, [], [], settings);
    expect(move?.medium).toBe('message');
    expect(move?.act.kind).not.toBe('real-talk');
  });

  test('mostly remote is four of exactly the last five', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CHANNELS), { maxLength: 5 }), (channels) => {
        const met = channels.filter((channel) => channel === 'in-person').length;
        expect(isMostlyRemote(channels)).toBe(channels.length === 5 && met <= 1);
      }),
      RUNS,
    );
  });
});

describe('the minutes of the week', () => {
  const far = reachedBy(['email', 'email', 'email', 'email', 'email']);

  test.each([
    [1, 150, 'coffee'],
    [3, 150, 'coffee coffee call'],
    [5, 150, 'coffee coffee message message message'],
    [2, 60, 'call call'],
    [2, 70, 'coffee message'],
    [2, 20, 'message message'],
  ])('%i people in %i minutes: %s', (people, minutes, media) => {
    const lines = Array.from({ length: people }, () => lineOf(far, FADING));
    const moves = movesFor(lines, NOTHING, { ...HERE, minutes });
    expect(moves.map(({ medium }) => medium).join(' ')).toBe(media);
  });

  test('are never passed, and everybody has a move', () => {
    const line = fc.tuple(aPerson, fc.constantFrom(FADING, FOLLOW_UP, DORMANT, BIRTHDAY));
    const minutes = fc.integer({ min: 20, max: 600 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), minutes, (given, most) => {
        const settings = { ...HERE, minutes: most };
        const near = ({ contact }: Person) => ({ ...contact, city: 'São Paulo' });
        const lines = given
          .slice(0, peopleWithin(settings))
          .map(([person, term]) => lineOf({ ...person, contact: near(person) }, term));
        const moves = movesFor(lines, NOTHING, settings);
        expect(moves).toHaveLength(lines.length);
        expect(moves.reduce((sum, move) => sum + move.minutes, 0)).toBeLessThanOrEqual(most);
        for (const move of moves) expect(move.minutes).toBe(settings.ranking.moveMinutes[move.medium]);
      }),
      RUNS,
    );
  });
});
