import { expect, test } from 'vitest';
import { typist } from '../support/typist.ts';

// D1: begin
// An hour here, a contact there, and after half a year nothing came back. What comes back is counted, and one thing is enough.
test('D1 given to a group and nothing back, told with what was given and when', async () => {
  const { types, on } = typist('2026-03-02');
  await types('net group add TechGrow --kind networking --fee 40/month', 'net add Rita Voss --at TechGrow');
  await types(
    'net give rita "an hour on her deck"',
    'net log rita call -g "an intro to Lee" -g "a designer"',
  );
  on('2026-05-04');
  const said = await types('net group check techgrow');
  expect(said).toContain(
    'raised      given, and nothing back: in 180 days 3 gives, 0 hours, 120, nothing back; raised from 3 gives or 10 hours on',
  );
  expect(said).toContain('2026-03-02: gave Rita Voss "an hour on her deck"');
  expect(await types('net log rita call -r "the name of a buyer"', 'net group check techgrow')).toContain(
    'not raised  given, and nothing back: in 180 days 3 gives, 0 hours, 120, something back once',
  );
});
// D1: end

// D2: begin
// Five voice mails and a host of emails after one evening.
test('D2 more recruiting than relationships', async () => {
  const { types, on } = typist('2026-03-02');
  await types('net group add TechGrow --kind networking', 'net add Rita Voss --at TechGrow');
  await types('net group log techgrow --minutes 90 --with rita');
  on('2026-03-10');
  await types('net group log techgrow voice mail about the gold plan --recruit');
  expect(await types('net group log techgrow another one --recruit', 'net group check techgrow')).toContain(
    'not raised  more recruiting than relationships: in 90 days 2 pitches, 1 touch with its people',
  );
  const said = await types(
    'net group log techgrow bring two friends --asked-to-recruit',
    'net group check techgrow',
  );
  expect(said).toContain(
    'raised      more recruiting than relationships: in 90 days 3 pitches, 1 touch with its people',
  );
  expect(said).toContain('2026-03-10: a try to recruit you "voice mail about the gold plan"');
});
// D2: end

// D3: begin
test('D3 a talk of two that turned into a crowd, said from the second on', async () => {
  const { types } = typist();
  await types('net group add TechGrow --kind networking');
  await types('net group log techgrow "a coffee, and five of them came" --ambush --on 2026-11-02');
  expect(await types('net group check techgrow')).toContain(
    'not raised  talks of two that turned into a crowd: in 365 days 1 report; raised from 2 reports on',
  );
  await types('net group log techgrow "her boss sat there too" --ambush');
  const said = await types('net group check techgrow');
  expect(said).toContain('raised      talks of two that turned into a crowd: in 365 days 2 reports;');
  expect(said).toContain(
    '2026-11-02: a talk of two that turned into a crowd "a coffee, and five of them came"',
  );
});
// D3: end

// D4: begin
test('D4 others spoken ill of, said from the second report on', async () => {
  const { types } = typist();
  await types('net group add TechGrow --kind networking');
  await types('net group log techgrow "the chamber is for losers" --bad-mouths --on 2026-10-01');
  expect(await types('net group check techgrow')).toContain(
    'not raised  others spoken ill of: in 365 days 1 report; raised from 2 reports on',
  );
  const said = await types(
    'net group log techgrow "stay away from them" --bad-mouths',
    'net group check techgrow',
  );
  expect(said).toContain('raised      others spoken ill of: in 365 days 2 reports;');
  expect(said).toContain('2026-10-01: others were spoken ill of "the chamber is for losers"');
});
// D4: end

// D5: begin
// The budget is for all groups together; what is over it is taken from the people of the next list.
test('D5 groups that take more than their minutes, two weeks running', async () => {
  const { types, asks } = typist('2026-11-22');
  await types(
    'net group add TechGrow --kind networking',
    'net group add choir --kind community',
    'net config group-minutes 120',
  );
  for (const name of ['Ana', 'Ben', 'Eva', 'Lee', 'Zoe']) await types(`net add ${name} --circle inner`);
  await types(
    'net group log techgrow --minutes 150 --commute 30 --on 2026-11-11',
    'net group log choir --minutes 60 --on 2026-11-12',
  );
  expect(await types('net group check techgrow')).toContain(
    'not raised  more time than groups were given: in 90 days 1 week running over the budget; raised from 2 weeks on',
  );
  const said = await types(
    'net group log techgrow --minutes 150 --on 2026-11-18',
    'net group check techgrow',
  );
  expect(said).toContain(
    'raised      more time than groups were given: in 90 days 2 weeks running over the budget;',
  );
  expect(said).toContain('week from 2026-11-09: 4 hours in groups');
  expect(said).toContain(
    'Groups took 2.5 hours of the last seven days, and had 2 hours. A new list holds 4 people instead of 5.',
  );
  expect(await types('net group check choir')).toContain('not raised  more time than groups were given');
  expect((await asks<{ lines: unknown[] }>('net today')).lines).toHaveLength(4);
});
// D5: end

// D6: begin
test('D6 one sign is amber, two are red, each with its evidence; online groups alike', async () => {
  const { types } = typist();
  await types('net group add Growth Forum --kind online');
  await types(
    'net group log growth "a call of two, and eight joined" --ambush',
    'net group log growth --ambush --on 2026-09-01',
  );
  expect(await types('net group check growth')).toContain('Growth Forum: amber, 1 of 5 signs raised.');
  await types(
    'net group log growth "they laughed about the others" --bad-mouths',
    'net group log growth --bad-mouths --on 2026-09-01',
  );
  const said = await types('net group check growth');
  expect(said).toContain('Growth Forum: red, 2 of 5 signs raised.');
  expect(said).toContain(
    '2026-11-22: a talk of two that turned into a crowd "a call of two, and eight joined"',
  );
  expect(said.match(/^(not )?raised /gm)).toHaveLength(5);
  expect(await types('net group check')).toMatch(
    /Growth Forum +red, 2 of 5 signs raised +talks of two .* and others spoken ill of/,
  );
});
// D6: end

// D7: begin
test('D7 hours and money for each relationship that lasted and each help, and at each renewal the question', async () => {
  const { types, on } = typist('2026-01-10');
  await types('net group add TechGrow --kind networking --fee "€40/month" --renews 2027-01-10');
  await types('net add Ana Silva --at TechGrow', 'net add Ben Okoye --at TechGrow');
  await types(
    'net group log techgrow --minutes 120 --commute 60 --cost 15',
    'net log ana coffee -g "a review" -r "a client"',
  );
  on('2026-06-10');
  await types(
    'net log ana lunch',
    'net group log techgrow --minutes 150 --commute 60',
    'net group log techgrow --worth no',
  );
  on('2026-06-12');
  const said = await types('net group review techgrow');
  expect(said).toContain('2 gatherings: 4.5 hours there, 2 hours on the way');
  expect(said).toContain("€240 in fees (at today's €40 a month), €15 at gatherings");
  expect(said).toContain(
    '1 of 2 people ever met there (Ana Silva): since 2026-01-10 it took 6.5 hours and €255 for each',
  );
  expect(said).toContain('once from the 2 people of it that you know: 6.5 hours and €255 for each');
  expect(said).toContain('is that worth it to you?');
  on('2027-01-02');
  await types('net log ben call');
  on('2027-01-05');
  const asked = 'TechGrow renews on 2027-02-10: net group review TechGrow';
  await types('net group edit techgrow --renews 2027-02-10');
  expect(await types('net today')).not.toContain(asked);
  on('2027-02-01');
  await types('net log ben call');
  on('2027-02-04');
  expect(await types('net today')).toContain(asked);
  expect(await types('net group review techgrow --keep', 'net today')).not.toContain('net group review');
});
// D7: end

// D8: begin
test('D8 relationships gained for each gathering', async () => {
  const { types } = typist('2026-11-22');
  await types(
    'net group add choir --kind community',
    'net add Ana Silva --at choir',
    'net add Ben Okoye --at choir',
  );
  await types('net group log choir --minutes 90 --on 2026-11-15', 'net group log choir --minutes 90');
  expect(await types('net group review choir')).toContain(
    'met     2 people; it goes both ways with none of them yet',
  );
  await types('net log ana coffee -g "her part, copied" -r "a song"');
  expect(await types('net group review choir')).toContain(
    '2 people; it goes both ways with 1 of them now, 0.5 for each gathering',
  );
});
// D8: end

// D9: begin
// Other events are worth going to as well: where most goes through one group that is said, with how much it rests on.
test('D9 more than 60 % of ten touches through one group is said', async () => {
  const { types, asks } = typist('2026-11-22');
  await types(
    'net group add choir --kind community --joined 2026-01-10',
    'net add Ana Silva --at choir --on 2026-01-10',
  );
  await types('net add Ben Okoye --at "book fair" --on 2026-01-10');
  for (const month of ['03', '04', '05', '06', '07', '08'])
    await types(`net log ana call --on 2026-${month}-01`);
  await types('net log ben call --on 2026-03-01');
  expect(await types('net group review choir')).not.toContain('share');
  await types('net log ben call --on 2026-04-01', 'net give ben "the list of the spring readings"');
  expect(await types('net group review choir')).toContain(
    'share   64 % of your touches came through it (7 of 11)',
  );
  // An event passed on is a give.
  const given = async () =>
    (await asks<{ balance: { given: { n: number } } }>('net balance ben')).balance.given.n;
  expect(await given()).toBe(1);
  expect(await types('net give ben --event "the spring readings"')).toContain(
    'passed on the spring readings',
  );
  expect(await given()).toBe(2);
});
// D9: end

// D10: begin
test('D10 who introduced whom, and whom beyond the group', async () => {
  const { types } = typist('2026-11-22');
  await types(
    'net group add choir --kind community',
    'net add Ana Silva --at choir',
    'net add Ben Okoye --at choir --via ana',
  );
  expect(await types('net group review choir')).toContain(
    'introduced  Ana Silva introduced Ben Okoye: 1 person, 0 of them beyond the group',
  );
  await types('net add Lee Chen --via ana', 'net add Zoe Marsh --via ben');
  const said = await types('net group review choir');
  expect(said).toContain(
    'Ana Silva introduced Ben Okoye and Lee Chen; Ben Okoye introduced Zoe Marsh: 3 people, 2 of them beyond the group',
  );
  expect(said).toContain('2 introductions beyond the group');
});
// D10: end

// D11: begin
// If the good people are lost with a group, only the others are left.
test('D11 leaving a group first says whom to keep, givers first', async () => {
  const { types, desk } = typist('2026-11-22');
  await types(
    'net group add TechGrow --kind networking',
    'net add Ben Okoye --at TechGrow',
    'net add Ana Silva --at TechGrow',
  );
  await types(
    'net log ana coffee -r "a client" -r "an hour on my talk"',
    'net log ben lunch -g "a review" -r "a book"',
    'net rest ana, ben',
  );
  await types('net promise ben "the photos" --due 2026-11-27');
  const refused = await desk.net('group', 'leave', 'techgrow');
  expect([refused.code, refused.err]).toEqual([
    5,
    expect.stringContaining('keep them first: net keep ana, ben'),
  ]);
  await types('net keep ana, ben');
  const said = await types('net group leave techgrow');
  expect(said).toMatch(
    /To think of first:\nAna Silva +kept +giver: came through twice\nBen Okoye +kept +it goes both ways; promised "the photos", due 2026-11-27/,
  );
  expect(said).toContain('You left TechGrow on 2026-11-22. What was logged stays.');
  expect(await types('net group')).toContain('No groups.');
});
// D11: end
