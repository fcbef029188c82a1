import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Exchange, isOutcome } from '../../src/domain/exchange.ts';
import { giverFactor, giverLabel } from '../../src/domain/giver.ts';
import { DEFAULTS } from '../../src/domain/settings.ts';
import { pastAsks } from '../../src/reports/asks.ts';
import { balances } from '../../src/reports/balances.ts';
import { cherishReport } from '../../src/reports/cherish.ts';
import { ago, exchangeWith, personWith, TODAY } from '../support/people.ts';
import { typist } from '../support/typist.ts';

test('B1 an ask is open until its outcome is noted, and each outcome is kept with it', async () => {
  const { types } = typist('2026-09-01');
  await types('net add Ana Silva --circle close');
  const outcomes = ['helped', 'partly', 'busy', 'ignored', 'declined'];
  for (const outcome of outcomes) await types('net ask ana "a favor"', `net outcome ana ${outcome}`);
  await types('net ask ana "the name of her lawyer"');
  const said = await types('net show ana');
  expect(said).toContain('asked 6 (helped 1, partly 1, busy 1, ignored 1, declined 1 and open 1)');
  expect(said).toMatch(/asked +"the name of her lawyer" on 2026-09-01, open/);
});

test('B2 before an ask the past ones give a range and their number, and one gives no verdict', async () => {
  const { types } = typist('2026-09-01');
  await types('net add Ana Silva --circle close', 'net ask ana "a review"', 'net outcome ana ignored');
  expect(await types('net ask ana')).toContain(
    'asked once (ignored 1). Too few answers to expect anything from.',
  );
  await types(
    'net ask ana "an hour"',
    'net outcome ana helped',
    'net ask ana "a call"',
    'net outcome ana helped',
  );
  expect(await types('net ask ana "the deck"')).toContain(
    'asked three times (helped 2 and ignored 1). Expect help 3 to 9 times in 10.',
  );
});

test('B3 no label before there is evidence, and never without its count; closeness is another figure', async () => {
  const { types, on } = typist('2026-09-01');
  await types('net add Ana Silva --circle close', 'net ask ana "a review"', 'net outcome ana helped');
  const early = await types('net balance ana');
  expect(early).toContain('helpfulness  helped 1 of 1 ask: too little to tell yet');
  expect(early).toContain('closeness    too little logged to tell yet');
  on('2026-09-10');
  await types('net ask ana "an hour"', 'net outcome ana helped');
  expect(await types('net balance ana')).toContain('helpfulness  giver: helped 2 of 2 asks');
  on('2026-09-20');
  await types('net log ana coffee');
  const known = await types('net balance ana');
  expect(known).toContain('closeness    warm (in touch on 3 days)');
  expect(known).toContain('helpfulness  giver: helped 2 of 2 asks');
  expect(await types('net show ana')).toContain('warm (in touch on 3 days); giver: helped 2 of 2 asks');
  await types('net add Ben Okoye --circle close');
  for (const what of ['a review', 'an hour', 'a call'])
    await types(`net ask ben "${what}"`, 'net outcome ben ignored');
  expect(await types('net balance ben')).toContain('one-sided so far: helped 0 of 3 asks');
});

test('B4 what others did and one miss change nothing of a giver', async () => {
  const { types } = typist('2026-09-01');
  await types('net add Ana Silva --circle close', 'net add Ben Okoye --circle close');
  for (const what of ['a review', 'an hour'])
    await types(`net ask ana "${what}"`, 'net outcome ana helped', 'net thank ana --which 1');
  const before = await types('net balance ana');
  expect(before).toContain('giver: helped 2 of 2 asks');
  for (const what of ['a review', 'an hour', 'a call'])
    await types(`net ask ben "${what}"`, 'net outcome ben ignored');
  expect(await types('net balance ana')).toBe(before);
  await types('net ask ana "a call"', 'net outcome ana ignored');
  expect(await types('net cherish')).toContain('Ana Silva: helped 2 of 3 asks, since 2');
});

/** What may come of one ask, or be received without one. */
const anEvent = fc.constantFrom(
  'helped',
  'partly',
  'busy',
  'ignored',
  'declined',
  'open',
  'received',
  'give',
);

test('over any history of two people the figures of one are those of their own alone (B4)', () => {
  const history = fc.array(fc.tuple(fc.constantFrom('ana', 'ben'), anEvent, fc.nat({ max: 300 })), {
    maxLength: 24,
  });
  const situation = { settings: DEFAULTS, pauses: [], today: TODAY };
  const rowsOf = (id: string, events: readonly (readonly [string, string, number])[]) =>
    events.flatMap(([whose, event, days], i) =>
      whose !== id
        ? []
        : [
            exchangeWith({
              id: `${id}-${i}`,
              contactId: id,
              kind: event === 'received' || event === 'give' ? event : 'ask',
              outcome: isOutcome(event) ? event : null,
              outcomeOn: isOutcome(event) ? ago(days) : null,
              madeOn: ago(days),
            }),
          ],
    );
  const figures = (exchanges: readonly Exchange[], contacts: readonly string[]) => {
    const people = contacts.map((id) =>
      personWith(
        { id, short: id, name: id },
        [],
        exchanges.filter((e) => e.contactId === id),
      ),
    );
    const all = balances(
      people.map(({ contact }) => contact),
      exchanges,
    );
    const cherished = cherishReport(
      people,
      ({ contact }) => exchanges.filter((e) => e.contactId === contact.id),
      situation,
    );
    return people.map(({ contact, summary }) => ({
      balance: all.people.find((row) => row.contact.id === contact.id)?.balance,
      label: giverLabel(summary, false),
      factor: giverFactor(summary, false),
      asks: pastAsks(summary),
      cherished: cherished.people.find(({ person }) => person.contact.id === contact.id)?.asks,
    }));
  };
  fc.assert(
    fc.property(history, (events) => {
      const [ana, ben] = [rowsOf('ana', events), rowsOf('ben', events)];
      const [together, other] = figures([...ana, ...ben], ['ana', 'ben']);
      expect([together]).toEqual(figures(ana, ['ana']));
      expect([other]).toEqual(figures(ben, ['ben']));
    }),
    { numRuns: 500, seed: 20261122 },
  );
});

test('B5 who is moved on from is off every list, nothing is deleted, and they come back', async () => {
  const { types, asks, on } = typist('2026-09-01');
  await types('net add Ana Silva --circle close', 'net log ana coffee -r "a book" -r "an hour"');
  on('2026-11-01');
  expect(await types('net today')).toContain('Ana Silva');
  await types('net moveon ana --yes');
  expect(await types('net today')).not.toContain('Ana Silva');
  expect((await asks<{ count: number }>('net list')).count).toBe(0);
  expect(await types('net cherish')).not.toContain('Ana Silva');
  expect(await types('net balance')).not.toContain('Ana Silva');
  expect(await types('net balance')).toContain('1 person moved on from is counted here and not listed.');
  expect(await types('net show ana')).toContain('received "a book"');
  await types('net keep ana');
  expect(await types('net cherish')).toContain('Ana Silva: gave twice unasked, since 2');
});

test('B6 proven givers are cherished: told once, thanked, and thanked again when it bore fruit', async () => {
  const { types, on } = typist('2026-09-01');
  await types('net add Ana Silva --circle close', 'net log ana coffee -r "a book" -r "her notes"');
  await types(
    'net ask ana "a review"',
    'net outcome ana helped',
    'net promise ana "the photos" --due friday',
  );
  const cherished = await types('net cherish');
  expect(cherished).toContain('Ana Silva: helped 1 of 1 ask and gave twice unasked, since 2');
  expect(cherished).toMatch(/promised +"the photos", due 2026-09-04\n +thank for +"a review": net thank ana/);
  expect(cherished).toMatch(/told +not yet: net thank ana/);
  await types('net promise ana --kept', 'net thank ana --which 1');
  on('2026-09-20');
  expect(await types('net today')).toContain('tell them what their help means to you');
  await types('net thank ana');
  expect(await types('net cherish')).toMatch(/told +on 2026-09-20/);
  await types('net outcome ana --fruit "the talk was accepted" --which 3');
  expect(await types('net cherish')).toMatch(/thank again +"the talk was accepted": net thank ana/);
  on('2026-10-05');
  expect(await types('net today')).toContain('thank them again, and say what it led to');
});

test('B7 a request of theirs is a promise and leads the list, and who helped never falls out of view', async () => {
  const { types, on } = typist('2026-09-01');
  await types(
    'net add Ana Silva --every 3y --last today',
    'net add Zoe Marsh --circle inner --last "2 months ago"',
  );
  expect(await types('net log ana coffee --they-asked "a look at her CV by friday"')).toContain(
    'they asked for "a look at her CV", a promise now, due 2026-09-04',
  );
  expect(await types('net today')).toMatch(/^1 +Ana Silva +you promised "a look at her CV", due 2026-09-04/);
  await types('net promise ana --kept', 'net log ana coffee -r "a book" -r "her notes"', 'net thank ana');
  on('2027-03-10');
  expect(await types('net show ana')).toContain('every 180 days intended');
  expect(await types('net today')).toContain('Ana Silva');
});

test('B8 help that cannot be returned is paid forward by the next give to anybody', async () => {
  const { types } = typist('2026-09-01');
  await types('net add Ana Silva --circle close', 'net add Ben Okoye --at DevMeet', 'net ask ana "a review"');
  await types('net outcome ana helped', 'net forward ana');
  expect(await types('net forward')).toMatch(
    /To be paid forward: 1\.[\s\S]*Ana Silva +"a review" on 2026-09-01/,
  );
  expect(await types('net give ben "an hour" --no-forward')).not.toContain('pays forward');
  expect(await types('net log ben coffee -g "a book"')).toContain(
    `This pays forward Ana Silva's "a review".`,
  );
  const after = await types('net forward');
  expect(after).toContain('Nothing waits to be paid forward.');
  expect(after).toContain('"a review": paid forward to Ben Okoye on 2026-09-01 with "a book"');
  await types('net log ana call -r "a lamp"', 'net forward ana', 'net promise ben "the deck"');
  expect(await types('net promise ben --kept')).toContain(`This pays forward Ana Silva's "a lamp".`);
});

test('B9 four gives with nothing back are a note, and nothing is taken from anybody for it', async () => {
  const { types, asks } = typist('2026-09-01');
  await types('net add Ana Silva --circle close', 'net add Mom --circle close --no-score');
  const why = async () =>
    (await asks<{ lines: { score: number }[] }>('net today --refill')).lines.map(({ score }) => score);
  for (const what of ['a book', 'an hour', 'her favorite tea'])
    await types(`net give ana "${what}"`, `net give mom "${what}"`);
  const before = await why();
  expect(await types('net balance ana')).not.toContain('a note');
  await types('net give ana "a lamp"', 'net give mom "a lamp"');
  const note =
    'You gave four times since 2026-09-01 and nothing came back yet. That is a note, nothing more.';
  expect(await types('net balance ana')).toContain(note);
  expect(await types('net balance ana')).toMatch(/given +4 .*\n[\s\S]*received +0\nasked +0\nhelped +0/);
  expect(await types('net show ana')).toContain(note);
  expect(await types('net balance mom')).not.toContain('That is a note');
  expect(await why()).toEqual(before);
  await types('net log ana coffee -r "a cake"');
  expect(await types('net balance ana')).not.toContain('That is a note');
});

test('B10 a give to anybody counts, in the stack and without a score too', async () => {
  const { types } = typist('2026-09-01');
  await types('net add Ana Silva --at DevMeet', 'net rest ana', 'net add Mom --circle inner --no-score');
  expect(await types('net give ana "the slides"')).toContain('Gave Ana Silva a resource');
  await types('net give mom "an afternoon in the garden"');
  const said = await types('net balance');
  expect(said).toMatch(/Ana Silva +1 +0 +0 +0/);
  expect(said).toMatch(/Mom +1 +0 +0 +0/);
  expect(said).toContain(
    'In all: given 2, received 0, asked 0, helped 0; 2 exchanges since 2026-09-01 with 2 people.',
  );
  expect(said).toContain('What you gave: time 1, resource 1.');
});

test('B11 warm people who were never asked for anything are known', async () => {
  const { types, on } = typist('2026-09-01');
  await types(
    'net add Ana Silva --circle close',
    'net add Ben Okoye --circle close',
    'net add Zoe Marsh --circle close',
  );
  for (const day of ['2026-09-02', '2026-09-04', '2026-09-06']) {
    on(day);
    await types('net log ana, ben lunch');
  }
  await types('net ask ben "an hour"', 'net log zoe coffee');
  const said = await types('net balance --untested');
  expect(said).toContain('Whom you never asked: 1 of 2 warm people.');
  expect(said).toMatch(/Ana Silva +in touch on 3 days/);
  expect(said).not.toMatch(/Ben|Zoe/);
});

test('B12 after two messages without an answer I wait, until they reply or for long', async () => {
  const { types, on } = typist('2026-09-01');
  await types('net add Ana Silva --every 10d --last 2026-08-01', 'net log ana messaged, no answer');
  on('2026-09-20');
  expect(await types('net today')).toContain('Ana Silva');
  await types('net log ana messaged, no answer');
  on('2026-10-08');
  expect(await types('net today')).not.toContain('Ana Silva');
  expect(await types('net show ana')).toContain('waiting for a reply');
  on('2026-10-21');
  expect(await types('net today')).toContain('Ana Silva');
});
