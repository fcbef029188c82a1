import fs from 'node:fs';
import { expect, test } from 'vitest';
import { typist } from '../support/typist.ts';

test('C1 a move gives first, then introduces, then listens, and never asks', async () => {
  const { types, asks } = typist('2026-09-01');
  type Week = { lines: { number: number; contact: { name: string }; move: { act: string; text: string } }[] };
  const move = async () =>
    (await asks<Week>('net today')).lines.find(({ contact }) => contact.name === 'Ana Silva')?.move;
  await types('net add Ana Silva --circle inner --last "2 months ago"');
  expect(await move()).toMatchObject({ act: 'listen', text: expect.stringContaining('see how they are') });
  await types(
    'net edit ana --needs "a grant review"',
    'net add Ben Okoye --at DevMeet --offers "grant reviews"',
  );
  expect(await move()).toMatchObject({
    act: 'introduce',
    text: expect.stringContaining('introduce them to Ben Okoye'),
  });
  await types('net config offers "a grant review"');
  expect(await move()).toMatchObject({ act: 'give', text: expect.stringContaining('offer a grant review') });
});

test('C2 who begins contact is said from five on', async () => {
  const { types } = typist();
  const four = await types(
    'net add Ana Silva --circle close',
    'net log ana coffee --on 2026-11-01 --started me',
    'net log ana coffee --on 2026-11-03 --started me',
    'net log ana called --on 2026-11-05 --started them',
    'net log ana called --on 2026-11-07 --started me',
    'net show ana',
  );
  expect(four).not.toContain('you started');
  expect(await types('net garden')).not.toContain('you started');
  expect(await types('net log ana called --on 2026-11-09 --started me', 'net show ana')).toContain(
    'you started 4 of 5',
  );
  expect(await types('net garden')).toContain('you started 4 of the 5 that say who did');
});

test('C3 an interest that both share opens the talk', async () => {
  const me = typist('2026-11-22');
  await me.types(
    'net add Ana Silva --interest "running on trails" --circle close --last 2026-07-01',
    'net config interests "trail running, old maps"',
    'net add Ben Okoye --interest chess --circle close --last 2026-07-01',
  );
  expect(await me.types('net show ana')).toMatch(/^interests +running on trails$/m);
  const list = await me.types('net today');
  expect(list).toMatch(/Ana Silva .*\n +open with running on trails, which you share \(message, 10 min\)/);
  expect(list).toMatch(/Ben Okoye .*\n +see how they are \(message, 10 min\)/);
});

test('C4 how far the network reaches beyond my employer and my field', async () => {
  const { types } = typist();
  const friends = [
    ['Ana', 'Acme', 'design'],
    ['Ben', 'ACME', 'law'],
    ['Eva', 'Porto Press', 'design'],
    ['Lee', 'Kete', 'law'],
    ['Zoe', 'Nordlys Lab', 'law'],
  ];
  const known = friends.map(([name, org, tag]) => [
    `net add ${name} Silva --circle close --org "${org}" --tag ${tag}`,
    `net log ${name} coffee -g "the deck" -r "an intro"`,
  ]);
  await types(...known.slice(1).flat());
  expect(await types('net config employer Acme', 'net garden')).not.toContain('work outside');
  expect(await types(...known.slice(0, 1).flat(), 'net garden')).toContain(
    '3 of 5 whose employer is known work outside Acme',
  );
  expect(await types('net garden')).toContain('net config industry TAG: how many are outside your field');
  expect(await types('net config industry Law', 'net garden')).toContain(
    '2 of 5 who have tags are outside your field, Law',
  );
  expect(await types('net garden')).not.toContain('your largest group');
  await types('net group add choir', 'net group log choir --with ana,ben,eva', 'net group add chess');
  expect(await types('net group log chess --with lee', 'net garden')).toContain(
    '2 of 5 are outside choir, your largest group',
  );
});

test('C5 a pitch is noted, whoever made it, and adds no warmth', async () => {
  const me = typist('2026-10-01');
  await me.types('net add Ben Okoye --circle close', 'net log ben coffee --on 2026-07-01');
  const before = await me.asks<Shown>('net show ben');
  await me.types(
    'net log ben lunch, a new fund --pitch them',
    'net log ben "called, my services" --pitch me',
  );
  const after = await me.asks<Shown>('net show ben');
  expect(after.rhythm).toEqual(before.rhythm);
  expect(after.rhythm).toMatchObject({ touches: 1, lastOn: '2026-07-01', gap: 92 });
  expect(after.standing).toEqual(before.standing);
  expect(await me.types('net show ben')).toMatch(/2026-10-01, in person: a pitch; lunch, a new fund/);
  // Quiet since July, and so it stays.
  expect(await me.types('net today')).toContain('Ben Okoye  1 touch, quiet 92 days, you aim for 30');
});

interface Shown {
  readonly rhythm: object;
  readonly standing: object;
}

test('C6 remote and face to face are told, and after four of five remote comes a meeting', async () => {
  const { types, on } = typist('2026-06-01');
  await types(
    'net add Ana Silva --circle close --city Lisbon',
    'net log ana coffee',
    'net config city Lisbon',
  );
  const calls = ['2026-06-10', '2026-06-20', '2026-06-25'];
  on('2026-07-01');
  await types(...calls.map((date) => `net log ana called --on ${date}`));
  on('2026-08-10');
  const three = await types('net today');
  expect(three).toContain('see how they are');
  expect(three).not.toContain('meet in person');
  // The message settles that list; the next one knows of it.
  await types('net log ana messaged --on 2026-08-10');
  on('2026-09-20');
  expect(await types('net today')).toContain('meet in person, and listen');
  expect(await types('net show ana')).toContain('by call 3, by message 1, in person 1');
  expect(await types('net garden')).toContain('in person 1 of 5, remote 4');
  expect(await types('net log ana coffee', 'net week')).toMatch(
    /^channels +in person 1 of 1, remote 0; since 2026-06-23: in person 1 of 3, remote 2$/m,
  );
});

test('C7 somebody met online gets a first real talk', async () => {
  const me = typist('2026-11-20');
  await me.types('net add Ana Silva --origin online', 'net add Ben Okoye --at DevMeet');
  me.on('2026-11-22');
  const list = await me.types('net today');
  expect(list).toMatch(/Ana Silva .*\n +a first real talk \(call, 25 min\)/);
  expect(list).toMatch(/Ben Okoye .*\n +say hello, and ask what they need \(message, 10 min\)/);
  // Once there was one, it is no longer the first.
  await me.types('net log ana called');
  me.on('2026-12-20');
  expect(await me.types('net today')).not.toContain('a first real talk');
});

test('C8 each give says what kind of help it was: said, or told by its words', async () => {
  const { types, asks } = typist('2026-09-01');
  await types('net add Ana Silva --circle close');
  expect(await types('net give ana "intro to Lee"')).toContain(
    'Gave Ana Silva an introduction: "intro to Lee".',
  );
  expect(await types('net give ana "three names" --type referral')).toContain('Gave Ana Silva a referral');
  expect(await types('net log ana coffee -g "advice: on her CV"')).toContain('gave "on her CV" (advice)');
  const { give } = await asks<{ give: { type: string; text: string } }>('net give ana --event "Rust meetup"');
  expect(give).toMatchObject({ type: 'resource', text: 'passed on Rust meetup' });
  await types(
    'net log ana called -g "listened for an hour"',
    'net promise ana "an hour on her grant"',
    'net promise ana --kept',
  );
  expect(await types('net balance ana')).toContain(
    'given        6 (introduction 1, advice 1, time 1, referral 1, resource 1, support 1)',
  );
});

test('C9 the first talk asks once what they need, and what they need comes first', async () => {
  const { types } = typist('2026-09-01');
  await types(
    'net add Ana Silva --circle close --interest climbing',
    'net add Ben Okoye --needs "a designer"',
  );
  const hint = 'What does Ana Silva need? net log ana --they-need "…", when you know.';
  expect(await types('net log ana coffee')).toContain(`${hint}\nTake it back: net undo.`);
  expect(await types('net log ana called')).not.toContain('What does');
  expect(await types('net log ben coffee')).not.toContain('What does');
  await types('net log ana lunch --they-need "a co-founder"');
  expect(await types('net show ana')).toMatch(/^Ana Silva .*\nneeds +a co-founder\n/);
});

test('C10 one command takes out all that was typed, one erases somebody to the last byte, and both stay on this machine', async () => {
  const { types, desk } = typist();
  await types(
    'net add Quorra Zyvex --at DevMeet --needs "a glazier" --email q@tapir.example',
    'net add Ben Okoye --circle close',
    'net log quorra coffee, she told of the wombat -g "the narwhal deck" -p "a dugong by friday"',
    'net log ben, quorra lunch at the pier',
    'net edit ben --note "likes ocelots"',
  );
  const words = [
    'Quorra Zyvex',
    'a glazier',
    'q@tapir.example',
    'the wombat',
    'the narwhal deck',
    'a dugong',
  ];
  const shared = ['Ben Okoye', 'lunch at the pier', 'likes ocelots'];
  const out = await types('net export');
  for (const word of ['DevMeet', ...words, ...shared]) expect(out).toContain(word);
  expect(await types('net purge quorra --dry-run')).toContain(
    'It would erase Quorra Zyvex, with 2 talks with them alone, 2 exchanges, 2 details and 1 gathering',
  );
  const erased = await types('net purge quorra --yes');
  expect(erased).toContain('1 talk with others stays, without them.');
  const bytes = fs.readFileSync(desk.file, 'latin1').toLowerCase();
  for (const word of words) expect([word, bytes.includes(word.toLowerCase())]).toEqual([word, false]);
  const left = await types('net export');
  for (const word of shared) expect(left).toContain(word);
});

// C11: begin
test('C11 volunteering has its own log, and is where people were met', async () => {
  const { types, asks, on } = typist('2026-11-22');
  expect(await types('net group add food bank --kind volunteering --why "nobody goes hungry"')).toContain(
    'food bank: a place to volunteer',
  );
  expect(await types('net group log food bank sorting cans --minutes 180 --aim help')).toContain(
    'Logged food bank, on 2026-11-22: 3 hours there; to help; "sorting cans".',
  );
  const { contact } = await asks<{ contact: { origin: string } }>("net add Vera Lind --at 'food bank'");
  expect(contact.origin).toBe('volunteering');
  expect(await types('net list volunteering')).toContain('Vera Lind');
  const said = await types('net group review food bank');
  expect(said).toContain('time      1 gathering: 3 hours there');
  expect(said).toContain('Does it still further what you believe in?');
  // A year on, its yield stands beside those of the other origins.
  await types('net add Ben Okoye --at "book fair"', 'net add Eva Berg --at "food bank"');
  on('2027-11-30');
  await types('net log vera coffee');
  const garden = await types('net garden');
  expect(garden).toMatch(/^volunteering +█+░+ +1 of 2$/m);
  expect(garden).toMatch(/^event +░+ +0 of 1$/m);
});
// C11: end

// C12: begin
// Connections made there came unsought: nothing is due for them, and no sign is raised for giving.
test('C12 whoever was met volunteering is never followed up, unless that is wanted', async () => {
  const { types, on } = typist('2026-11-22');
  await types('net group add food bank --kind volunteering', 'net add Ben Okoye --at DevMeet');
  expect(await types('net add Vera Lind --at "food bank"')).toMatch(
    /^Vera Lind .* rests in the stack: met on 2026-11-22 at food bank/,
  );
  await types('net group log food bank --minutes 700 --with vera,ben');
  on('2026-12-09');
  const said = await types('net today');
  expect(said).not.toContain('Vera');
  expect(said).toContain('Ben Okoye');
  expect(await types('net group check food bank')).toContain('not raised  given, and nothing back');
  expect(await types('net grow vera')).toContain('Vera Lind');
});
// C12: end

test('C13 two people are recommended once both agree: a give to each, and what came of it is followed', async () => {
  const { types } = typist('2026-09-01');
  await types(
    'net add Ana Silva --circle close --offers "old maps"',
    'net add Ben Okoye --at DevMeet --needs "an old map"',
  );
  expect(await types('net recommend')).toMatch(/could meet[\s\S]*net recommend ana --to ben\n/);
  expect(await types('net recommend ana --to ben "she knows every street"')).toContain(
    'Ask Ana Silva and Ben Okoye first, then: net recommend ana --to ben --agreed both.',
  );
  expect(await types('net recommend ana --to ben --agreed ben')).toContain('Ask Ana Silva first');
  expect(await types('net balance')).toContain('Nothing is noted yet');
  expect(await types('net recommend ana --to ben --agreed ana')).toContain(
    'Ana Silva and Ben Okoye are introduced',
  );
  expect(await types('net balance ana')).toContain(
    '"recommended to Ben Okoye: she knows every street" (referral)',
  );
  expect(await types('net balance ben')).toContain(
    '"recommended Ana Silva to them: she knows every street" (referral)',
  );
  expect(await types('net recommend')).toContain('no outcome yet');
  await types('net recommend ana --to ben --outcome helped');
  expect(await types('net recommend')).toContain(
    '1 introduction in the last 365 days, since 2025-09-02: helped 1.',
  );
});

test('C14 what was intended and what was done stand side by side', async () => {
  const { types, on } = typist('2026-11-16');
  await types(
    'net add Ana Silva --circle inner --last "3 weeks ago"',
    'net add Ben Okoye --circle close --last "2 months ago"',
    'net promise ben "the photos" --due tomorrow',
    'net add Dele Obi --circle inner --last "4 weeks ago"',
    'net add Eva Berg --circle wide --last yesterday',
    'net today',
    'net snooze dele',
  );
  on('2026-11-18');
  const said = await types('net log ana coffee -g "the deck"', 'net log eva called', 'net week');
  expect(said).toContain('From 2026-11-16 to 2026-11-18');
  expect(said).toContain('Intended and done: 1 of 2, and 1 set aside.');
  expect(said).toMatch(/^✓ Ana Silva +be in touch +in person on 2026-11-18, 1 give$/m);
  expect(said).toMatch(/^ {2}Ben Okoye +a promise: "the photos"$/m);
  expect(said).toMatch(/^ {2}Dele Obi +be in touch +set aside$/m);
  expect(said).toContain('And 1 more, not on the list: Eva Berg.');
  expect(said).toMatch(/^carry over +"the photos" for Ben Okoye, due 2026-11-17$/m);
  on('2026-11-23');
  await types('net promise ben --kept', 'net today');
  const last = await types('net week --last');
  expect(last).toContain('From 2026-11-16 to 2026-11-22');
  expect(last).toMatch(/^✓ Ana Silva/m);
  expect(last).toMatch(/^ {2}Dele Obi +be in touch +set aside$/m);
  expect(last).toMatch(/^carry over +nothing$/m);
});

test('C15 selling happens elsewhere, and ends the tending', async () => {
  const me = typist('2026-11-22');
  await me.types(
    'net add Ana Silva --circle inner --last 2026-10-01',
    'net add Ben Okoye --circle inner --last 2026-10-01',
  );
  const said = await me.types('net moveon ben --to sales');
  expect(said).toContain('Ben Okoye: off every list, and on to sales. Nothing is deleted.');
  expect(await me.types('net show ben')).toContain('Ben Okoye (a004)  moved on to sales');
  const { contact } = await me.asks<{ contact: { stage: string; movedTo: string } }>('net show ben');
  expect(contact).toMatchObject({ stage: 'moved on', movedTo: 'sales' });
  const list = await me.types('net today');
  expect(list).toContain('Ana Silva');
  expect(list).not.toContain('Ben Okoye');
  expect(await me.types('net keep ben', 'net show ben')).toContain('kept, inner circle');
});

// C16: begin
test('C16 a gathering has an aim, and afterwards was worth it or not', async () => {
  const { types } = typist('2026-11-22');
  await types('net group add choir --kind community');
  await types(
    'net group log choir --aim learn --worth yes --on 2026-11-01',
    'net group log choir --aim learn --worth no --on 2026-11-08',
  );
  await types('net group log choir --aim meet --on 2026-11-15');
  expect(await types('net group review choir')).toContain(
    'worth it  1 of the 2 that say; gone to learn 2, meet 1',
  );
  await types('net group log choir --worth yes --on 2026-11-15');
  expect(await types('net group review choir')).toContain(
    'worth it  2 of the 3 that say; gone to learn 2, meet 1',
  );
});
// C16: end
