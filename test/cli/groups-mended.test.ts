import { describe, expect, test } from 'vitest';
import type { Prompt } from '../../src/host/prompt.ts';
import { words } from '../support/golden.ts';
import { desk } from '../support/world.ts';

/** A desk at which lines are typed as in a shell; each answer is told with its code. */
function sitting(today = '2026-11-22') {
  const at = desk(today);
  const type = async (...lines: readonly string[]) => {
    let ran = { code: 0, out: '', err: '' };
    for (const line of lines) ran = await at.net(...words(line).slice(1));
    return { ...ran, said: ran.out + ran.err };
  };
  return { at, type };
}

const answers = (given: Partial<Prompt>): Prompt => ({
  text: ({ message }) => Promise.reject(new Error(`asked: ${message}`)),
  confirm: (message) => Promise.reject(new Error(`asked: ${message}`)),
  select: (message) => Promise.reject(new Error(`asked: ${message}`)),
  search: (message) => Promise.reject(new Error(`asked: ${message}`)),
  ...given,
});

test('what is to be pasted of a kind that was assumed works as it stands', async () => {
  const { type } = sitting();
  const { said } = await type('net group add TechGrow');
  expect(said).not.toContain('|');
  expect(said).toContain('net group edit TechGrow --kind community. ');
  expect(said).toContain('community, volunteering, online or work');
});

describe('a currency', () => {
  test('another one is refused once something was noted in the first', async () => {
    const { type } = sitting();
    await type('net group add TechGrow --fee "€40/month"', 'net group log techgrow --cost €5');
    const { code, said } = await type("net group edit techgrow --fee '$45/month'");
    expect(code).toBe(5);
    expect(said).toContain('TechGrow has costs in €');
    expect((await type('net group edit techgrow --fee "€45/month"')).code).toBe(0);
  });

  test('another one is taken while nothing was', async () => {
    const { type } = sitting();
    await type('net group add TechGrow --fee "€40/month"');
    expect((await type("net group edit techgrow --fee '$45/month'")).said).toContain('$45 a month');
  });

  test('stays where none is said, and may be said where none was', async () => {
    const { type } = sitting();
    await type('net group add TechGrow --fee "€40/month"');
    expect((await type('net group edit techgrow --fee 45/month')).said).toContain('€45 a month');
    await type('net group add choir --fee 4/month', 'net group log choir --cost 5');
    expect((await type('net group edit choir --fee "€4/month"')).said).toContain('€4 a month');
  });

  test('is the first that is named, by a cost too', async () => {
    const { type } = sitting();
    await type('net group add choir --fee 4/month');
    expect((await type("net group log choir --cost '$5'")).said).toContain('$5');
    expect((await type('net group edit choir --fee "€4/month"')).code).toBe(5);
  });

  test('fees are counted at the fee of today, and say so', async () => {
    const { at, type } = sitting('2026-01-05');
    await type('net group add TechGrow --fee "€40/month"');
    at.day = '2026-12-04' as typeof at.day;
    const { said } = await type('net group edit techgrow --fee 60/month', 'net group review techgrow');
    expect(said).toContain("€660 in fees (at today's €60 a month)");
  });
});

describe('a report', () => {
  test('of a kind, a day and a text is one', async () => {
    const { type } = sitting();
    await type('net group add TechGrow', 'net group log techgrow --ambush');
    const again = await type('net group log techgrow --ambush');
    expect(again.code).toBe(4);
    expect(again.said).toContain('is noted already');
    expect((await type('net group log techgrow her boss came --ambush')).code).toBe(0);
    expect((await type('net group log techgrow Her Boss came --ambush')).code).toBe(4);
    expect((await type('net group log techgrow --ambush --on yesterday')).code).toBe(0);
  });

  test('what is new beside one that is known is noted', async () => {
    const { type } = sitting();
    await type('net group add TechGrow', 'net group log techgrow --ambush');
    const { code, said } = await type('net group log techgrow --ambush --bad-mouths');
    expect(code).toBe(0);
    expect(said).toContain('others were spoken ill of');
    expect(said).not.toContain('a talk of two');
  });

  test('under two kinds of a pitch counts as one pitch', async () => {
    const { type } = sitting();
    await type('net group add TechGrow', 'net group log techgrow "all at once" --pitch --recruit');
    expect((await type('net group check techgrow')).said).toMatch(/1 pitch\b/);
  });
});

describe('what names no group', () => {
  const groups = async () => {
    const { type } = sitting();
    await type('net group add Artists', 'net group add On Stage', 'net group add Choir');
    return type;
  };

  test.each([
    'net group log a talk on pricing --minutes 60',
    'net group log on tuesday we met',
    'net group leave a',
    'net group leave on',
    'net group review ch',
  ])('%s', async (line) => {
    const type = await groups();
    const { code, said } = await type(line);
    expect(code).toBe(4);
    expect(said).toContain('no group is called');
    expect((await type('net group list')).out).not.toMatch(/left|1 gathering/);
  });

  test('a name, a word of it and three letters do', async () => {
    const type = await groups();
    expect((await type('net group log on stage a talk')).said).toContain('On Stage, on 2026-11-22: "a talk"');
    expect((await type('net group log stage a play --on yesterday')).said).toContain('On Stage');
    expect((await type('net group log cho a mass')).said).toContain('Choir');
  });

  test('the hint of a leave that names none leaves nothing where it is pasted', async () => {
    const type = await groups();
    const { said } = await type('net group leave');
    expect(said).not.toContain('net group leave Artists');
    expect(said).toContain('Artists, Choir or On Stage');
  });
});

describe('a review', () => {
  test('of a group where nobody was met', async () => {
    const { type } = sitting();
    await type('net group add TechGrow', 'net group log techgrow --minutes 60');
    expect((await type('net group review techgrow')).said).toContain('nobody was met there');
    const { said } = await type('net group review');
    expect(said).not.toContain('0 of 0');
    expect(said).toContain('nobody was met there');
  });

  test('divides what it took since it was joined by whom it ever gave', async () => {
    const { at, type } = sitting('2024-11-01');
    await type('net group add choir', 'net add Ana --at choir', 'net log ana coffee -g "a" -r "b"');
    await type('net group log choir --minutes 600');
    at.day = '2026-11-20' as typeof at.day;
    await type('net log ana call', 'net group log choir --minutes 60');
    const { said } = await type('net group review choir');
    expect(said).toMatch(/time +1 gathering: 1 hour there/);
    expect(said).toContain('ever met there (Ana): since 2024-11-01 it took 11 hours for each');
  });

  test('tells introductions of its days alone', async () => {
    const { at, type } = sitting('2024-11-01');
    await type('net group add choir', 'net add Ana --at choir', 'net add Lee --via ana');
    at.day = '2026-11-20' as typeof at.day;
    expect((await type('net group review choir')).said).not.toContain('introduced');
    expect((await type('net add Zoe --via ana', 'net group review choir')).said).toContain(
      'Ana introduced Zoe: 1 person',
    );
  });

  test.each([40, 80])('and the list lose nothing on %i columns', async (columns) => {
    const { at, type } = sitting();
    await type(
      'net group add A Long Name Of A Club --fee "€40/month" --renews 2026-12-05',
      'net group log long --minutes 60',
      'net group log long --ambush',
      'net group log long again --ambush',
      'net group add choir',
      'net group leave choir --yes',
    );
    at.terminal = { columns };
    const flat = (text: string) => text.replace(/\s+/g, ' ');
    expect(flat((await type('net group list --all')).out)).toMatch(/renews .*€40 a month.*left today/);
    expect(flat((await type('net group review')).out)).toMatch(/amber.*1 gathering.*1 hour/);
  });

  test('says the renewal that is to come', async () => {
    const { at, type } = sitting('2026-08-05');
    await type('net group add TechGrow --fee "€40/month" --renews 2026-11-05');
    at.day = '2027-01-29' as typeof at.day;
    const { said } = await type('net group review techgrow');
    expect(said).toContain('renews on 2027-02-05');
    expect(said).not.toContain('2026-11-05');
    expect((await type('net group edit techgrow --why x')).said).toContain('renews on 2027-02-05');
  });

  test('with --keep asks which group on a terminal', async () => {
    const { at, type } = sitting();
    await type('net group add TechGrow', 'net group add choir');
    at.prompt = answers({ select: async (_, choices) => choices[1]?.value as never });
    const { code, said } = await type('net group review --keep');
    expect([code, said]).toEqual([0, expect.stringContaining('You stay in TechGrow')]);
  });

  test('with --keep says when it is asked about again: by the quarter where it is paid by the month', async () => {
    const { at, type } = sitting('2026-11-22');
    await type('net group add TechGrow --fee "€40/month" --renews 2026-11-25', 'net add Ana --circle inner');
    expect((await type('net today')).said).toContain('TechGrow renews on 2026-11-25');
    const { said } = await type('net group review techgrow --keep');
    expect(said).toContain('It renews on 2026-11-25; you are asked again from 2027-02-18 on.');
    at.day = '2026-12-22' as typeof at.day;
    expect((await type('net today')).said).not.toContain('renews');
    at.day = '2027-02-18' as typeof at.day;
    await type('net log ana call');
    expect((await type('net today')).said).toContain('TechGrow renews on 2027-02-25');
  });
});

test('whoever says no to leaving stays', async () => {
  const { at, type } = sitting();
  await type('net group add "Founder\'s Club"');
  at.prompt = answers({ confirm: async () => false });
  const { code, said } = await type('net group leave founder');
  expect(code).toBe(130);
  expect(said.toLowerCase()).toContain("you stay in founder's club; nothing was changed");
});

describe('--worth alone', () => {
  test('completes the last gathering that does not say', async () => {
    const { at, type } = sitting('2026-11-20');
    await type('net group add TechGrow', 'net group log techgrow --minutes 60');
    at.day = '2026-11-21' as typeof at.day;
    const { said } = await type('net group log techgrow --worth yes --aim meet');
    expect(said).toContain('Logged more of TechGrow, on 2026-11-20: 1 hour there; to meet; worth it.');
    expect((await type('net group list')).out).toContain('1 gathering');
    const none = await type('net group log techgrow --worth no');
    expect(none.code).toBe(5);
    expect(none.said).toContain('net group log TechGrow --on 2026-11-20 --worth no');
  });

  test('is refused where nothing was held in two weeks', async () => {
    const { at, type } = sitting('2026-11-01');
    await type('net group add TechGrow', 'net group log techgrow --minutes 60');
    at.day = '2026-11-16' as typeof at.day;
    expect((await type('net group log techgrow --worth yes')).code).toBe(5);
    at.day = '2026-11-15' as typeof at.day;
    expect((await type('net group log techgrow --worth yes')).code).toBe(0);
  });

  test('changes the mind about today', async () => {
    const { type } = sitting();
    await type('net group add TechGrow', 'net group log techgrow --minutes 60 --worth yes');
    expect((await type('net group log techgrow --worth no')).said).toContain('not worth it');
  });

  test('of a group that was left says so', async () => {
    const { at, type } = sitting();
    await type('net group add TechGrow', 'net group log techgrow --minutes 60', 'net group leave techgrow');
    at.day = '2026-11-24' as typeof at.day;
    const { code, said } = await type('net group log techgrow --worth yes');
    expect(code).toBe(0);
    expect(said).toContain('You left TechGrow on 2026-11-22.');
  });
});

describe('a trial or a renewal that has been', () => {
  test('is taken of a group joined before it, and nothing is asked of the trial', async () => {
    const { type } = sitting();
    const { code, said } = await type(
      'net group add Choir --joined 2026-08-25 --trial-until 2026-11-20 --renews 2026-09-25 --fee 5/month',
    );
    expect([code, said]).toEqual([0, expect.stringContaining('renews on 2026-11-25')]);
    await type('net add Ana');
    expect((await type('net today')).said).not.toContain('trial');
    expect((await type('net group edit choir --trial-until 2026-10-01')).code).toBe(0);
  });

  test('is refused before it was joined', async () => {
    const { type } = sitting();
    const { code, said } = await type('net group add Choir --joined 2026-08-25 --trial-until 2026-08-01');
    expect([code, said]).toEqual([5, expect.stringContaining('joined on 2026-08-25')]);
    expect((await type('net group add Choir --renews 2026-08-01')).said).toContain('--joined');
  });
});

test('a check says the verdict first, then the figures, then what raises it', async () => {
  const { type } = sitting();
  await type('net group add TechGrow', 'net group log techgrow --minutes 60');
  const { said } = await type('net group check techgrow');
  expect(said).toContain(
    'not raised  given, and nothing back: in 180 days 0 gives, 1 hour, nothing back; raised from 3 gives or 10 hours on',
  );
});

test('time alone raises no sign where one volunteers, and still counts', async () => {
  const { type } = sitting();
  await type(
    'net group add food bank --kind volunteering',
    'net group log food bank --minutes 300 --on 2026-11-11',
    'net group log food bank --minutes 300 --on 2026-11-18',
  );
  const { said } = await type('net group check food bank');
  expect(said).toContain('food bank: clear, 0 of 5 signs raised.');
  expect(said).toContain('2 weeks running over the budget');
  expect(said).toContain('Groups took 5 hours of the last seven days, and had 4 hours.');
});
