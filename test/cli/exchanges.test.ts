import { beforeEach, describe, expect, test } from 'vitest';
import { words } from '../support/golden.ts';
import { type Desk, desk, type Ran } from '../support/world.ts';

let at: Desk;

/** Types lines as a shell has them; what the last one did. */
async function net(...lines: readonly string[]): Promise<Ran> {
  let ran: Ran = { code: 0, out: '', err: '' };
  for (const line of lines) ran = await at.net(...words(line));
  return ran;
}

beforeEach(async () => {
  at = desk('2026-09-01');
  await net('add "Ana Silva" --circle close', 'add "Ben Okoye" --circle close');
  await net('add "Carla Ruiz" --circle close');
});

describe('a hint is nothing that a shell would take apart', () => {
  const said = /net outcome ana helped, or partly, busy, ignored, declined$/m;

  test('net outcome', async () => {
    const { code, err } = await net('ask ana "a review"', 'outcome ana');
    expect([code, err]).toEqual([2, expect.stringMatching(said)]);
  });

  test('net done of an ask that was nudged', async () => {
    await net('ask ana "a review"');
    at.day = '2026-09-16' as Desk['day'];
    await net('today', 'done 1');
    at.day = '2026-10-05' as Desk['day'];
    await net('today');
    const { code, err } = await net('done ana');
    expect([code, err]).toEqual([2, expect.stringMatching(said)]);
  });
});

test('an event passed on keeps the words that came with it', async () => {
  const { out } = await net('give ana "come with me" --event "Rust meetup"');
  expect(out).toBe('Gave Ana Silva a resource: "passed on Rust meetup: come with me".\n');
});

describe('any give pays forward', () => {
  beforeEach(async () => {
    await net('log ana coffee -r "her old laptop"', 'forward ana');
  });

  const open = async () => (JSON.parse((await net('forward --json')).out) as { open: unknown[] }).open.length;

  test('a promise kept', async () => {
    const { out } = await net('promise ben "the deck"', 'promise ben --kept');
    expect(out).toBe(
      'Promised Ben Okoye: "the deck", kept.\nThis pays forward Ana Silva\'s "her old laptop".\n',
    );
    expect(await open()).toBe(0);
    expect((await net('forward')).out).toContain('paid forward to Ben Okoye on 2026-09-01 with "the deck"');
    await net('undo');
    expect(await open()).toBe(1);
    expect((await net('promise ben --kept --no-forward')).out).not.toContain('pays forward');
    expect(await open()).toBe(1);
  });

  test('a promise kept by net done', async () => {
    const { out } = await net('promise ana "the deck" --due today', 'today', 'done ana');
    expect(out).toContain('Ana Silva\'s "her old laptop": returned after all.');
    expect(await open()).toBe(0);
    await net('undo');
    await net('done ana --no-forward');
    expect(await open()).toBe(1);
  });

  test('a recommendation, one help of it', async () => {
    await net('log ben lunch -r "two hours on the roof"', 'forward ben');
    const ran = await net('recommend carla --to ben --agreed both');
    expect(ran.out).toContain('Ben Okoye\'s "two hours on the roof": returned after all.');
    expect(ran.out).not.toContain('her old laptop');
    expect(await open()).toBe(1);
    await net('undo');
    expect(await open()).toBe(2);
    await net('recommend carla --to ben --agreed both --no-forward');
    expect(await open()).toBe(2);
  });
});

describe('net recommend', () => {
  test.each([
    ['words beside an outcome', 2, 'recommend ana "she knows" --to ben --outcome helped'],
    ['a channel beside an outcome', 2, 'recommend ana --to ben --outcome helped --by email'],
    ['an outcome before the introduction', 5, 'recommend ana --to ben --outcome helped --on 2026-09-02'],
    ['the pair the other way round', 4, 'recommend ben --to ana'],
  ])('refuses %s', async (_, expected, line) => {
    at.day = '2026-09-05' as Desk['day'];
    await net('recommend ana --to ben --agreed both');
    at.day = '2026-09-08' as Desk['day'];
    const { code, out } = await net(line);
    expect([code, out]).toEqual([expected, '']);
  });

  test('refuses consent from before it was recommended, and the other way round', async () => {
    at.day = '2026-09-05' as Desk['day'];
    await net('recommend ana --to ben');
    expect((await net('recommend ana --to ben --agreed both --on 2026-09-03')).code).toBe(5);
    expect((await net('recommend ben --to ana')).code).toBe(4);
  });

  test('introduces on the later of the two days', async () => {
    await net('recommend ana --to ben');
    at.day = '2026-09-08' as Desk['day'];
    await net('recommend ana --to ben --agreed ana');
    const { out } = await net('recommend ana --to ben --agreed ben --on 2026-09-05 --json');
    expect(JSON.parse(out)).toMatchObject({ recommendation: { introducedOn: '2026-09-08' } });
  });

  test('the printed line keeps how they are to be introduced', async () => {
    const { out } = await net('recommend ana --to ben --by email');
    expect(out).toContain('net recommend ana --to ben --agreed both --by email.');
  });

  test('an outcome is corrected, and says what it was; either way round', async () => {
    await net('recommend ana --to ben --agreed both');
    expect((await net('recommend ben --to ana --outcome helped')).out).toBe(
      'Recommending Ana Silva to Ben Okoye: helped.\n',
    );
    expect((await net('recommend ana --to ben --outcome partly')).out).toBe(
      'Recommending Ana Silva to Ben Okoye: partly (before: helped).\n',
    );
  });
});

describe('a line to type is one that works', () => {
  beforeEach(async () => {
    await net('ask ana "one"', 'ask ana "two"', 'outcome ana helped --which 1');
  });

  test('after an outcome', async () => {
    const { err } = await net('outcome ana helped');
    const [typed = ''] = /net thank ana --which \d/.exec(err) ?? [];
    expect((await net(typed.slice(4))).out).toBe('Thanked Ana Silva: "two".\n');
  });

  test('in net cherish', async () => {
    const { out } = await net('outcome ana helped', 'outcome ana --fruit "it sold" --which 1', 'cherish');
    expect(out).toContain('"one": net thank ana --which 1');
    expect(out).toContain('"two": net thank ana --which 2');
    expect(out).toContain('"it sold": net thank ana --which 3');
    expect(out).toContain('not yet: net thank ana --which 4');
    expect((await net('thank ana --which 4')).out).toBe('Told Ana Silva that they come through.\n');
    expect((await net('thank ana')).err).toContain('3 what it led to, "it sold"');
  });

  test('after an outcome that bore fruit', async () => {
    const { err } = await net('outcome ana --fruit "it sold"');
    expect(err).toContain('net thank ana --which 2.');
  });

  test('after a give', async () => {
    await net('promise ben "the deck" --due 2026-09-20', 'promise ben "a link" --due 2026-09-10');
    const { err } = await net('give ben "a book"');
    expect(err).toContain('Was it what you promised ("a link")? net promise ben --kept --which 1.');
    expect((await net('give ben "the deck"')).err).toContain(
      '("the deck")? net promise ben --kept --which 2.',
    );
  });
});

test('what was asked and helped with is told in one way', async () => {
  await net('ask ana one', 'outcome ana partly', 'ask ana two', 'outcome ana declined', 'ask ana three');
  const { out } = await net('balance ana');
  expect(out).toMatch(/^asked +3 \(partly 1, declined 1 and open 1\), on/m);
  expect(out).toMatch(/^helped +1 \(of 1 ask, 1 partly; not counted: 1 honest no and 1 open\), on/m);
  expect(out).toMatch(/^helpfulness +helped 1 of 1 ask, 1 partly: too little to tell yet$/m);
});

test('an ask of an earlier day is judged by that day', async () => {
  at.day = '2026-09-10' as Desk['day'];
  await net('log ana coffee');
  at.day = '2026-11-22' as Desk['day'];
  await net('log ana coffee --on 2026-11-20');
  expect((await net('ask ana "a review" --on 2026-09-15')).out).not.toContain('first contact');
  at.day = '2026-12-20' as Desk['day'];
  const { out } = await net('ask ana "a hand" --on 2026-11-19');
  expect(out).toContain('This would have been the first contact in 2 months.');
});

describe('kind and plain words', () => {
  test('nobody is warm yet', async () => {
    const { out } = await net('balance --untested');
    expect(out).toBe('Nobody is here yet: it takes some days in touch. You can ask anybody at any time.\n');
  });

  test('a day in a sentence', async () => {
    const { out } = await net('give ana "a book"', 'ask ana');
    expect(out).toContain('You last gave them something on 2026-09-01: "a book".');
  });

  test('those who come through, before there is anybody', async () => {
    expect((await net('cherish')).out).toContain('No help is noted so far.');
    await net('log ana coffee -r "a book"');
    expect((await net('cherish')).out).toContain('So far 1 person came through at least once.');
  });

  test('since when, of those who come through', async () => {
    await net('ask ana one', 'outcome ana helped');
    at.day = '2026-10-01' as Desk['day'];
    await net('ask ana two', 'outcome ana helped');
    expect((await net('cherish')).out).toContain('Ana Silva: helped 2 of 2 asks, since 2026-09-01.');
    expect((await net('balance ana')).out).toContain('helped 2 of 2 asks');
  });
});

describe('what is offered after a talk', () => {
  beforeEach(async () => {
    await net('add Dele --origin volunteering', 'rest dele', 'add Eva', 'rest eva');
  });

  test('nothing after a pitch', async () => {
    expect((await net('log dele a talk --pitch them')).err).not.toContain('net grow');
    expect((await net('log eva coffee')).err).toContain('net grow eva');
  });

  test('once to people met volunteering', async () => {
    expect((await net('log dele coffee')).err).toContain('net grow dele');
    expect((await net('log dele coffee')).err).not.toContain('net grow dele');
  });

  test('no question of what somebody without a score needs', async () => {
    await net('add Mom --circle close --no-score');
    expect((await net('log mom call')).err).not.toContain('need');
  });
});
