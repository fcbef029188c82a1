import fs from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { content } from '../support/content.ts';
import { buildOnce, type Sitting, sitting } from '../support/sitting.ts';
import { KEYS } from '../support/terminal.ts';

let file: Sitting['file'];
let run: Sitting['run'];
let open: Sitting['open'];

beforeAll(buildOnce);

beforeEach(() => {
  ({ file, run, open } = sitting());
});

describe('without what they need, on a terminal', () => {
  test('add asks for name, gathering, need and question', async () => {
    const at = open('add');
    await at.answer('Name', `Ana Silva${KEYS.enter}`);
    await at.answer('Where did you meet?', `DevMeet${KEYS.enter}`);
    await at.answer('What do they need?', `a co-founder${KEYS.enter}`);
    await at.answer('A question for next time?', KEYS.enter);
    const { code, screen } = await at.ended();
    expect(code).toBe(0);
    expect(screen).toContain('Ana Silva');
    expect(screen).toMatch(/is growing, 1 of 2: met today at DevMeet/);
    expect(run('show', 'ana')).toContain('a co-founder');
  });

  test('an empty name is asked for again', async () => {
    const at = open('add');
    await at.answer('Name', KEYS.enter);
    await at.answer('somebody has a name', `Ben${KEYS.enter}`);
    for (const question of ['Where did you meet?', 'What do they need?', 'A question'])
      await at.answer(question, KEYS.enter);
    expect((await at.ended()).code).toBe(0);
  });

  test('log finds the person while one types, and asks the rest', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    run('add', 'Ben Okoye', '--circle', 'close');
    const at = open('log');
    await at.answer('Who was it with?', 'oko');
    await at.answer('❯ Ben Okoye', KEYS.enter);
    await at.answer('How were you in touch?', `${KEYS.down}${KEYS.down}${KEYS.enter}`);
    await at.answer('When?', `yesterday${KEYS.enter}`);
    await at.answer('What was it about?', `his new flat${KEYS.enter}`);
    await at.answer('Did you give something?', `a lamp${KEYS.enter}`);
    await at.answer('Did you receive something?', KEYS.enter);
    await at.answer('Did you ask for something?', KEYS.enter);
    await at.answer('Did you promise something?', `the drill by friday${KEYS.enter}`);
    const { code, screen } = await at.ended();
    expect(code).toBe(0);
    expect(screen).toContain(
      'Logged with Ben Okoye: by call, yesterday; "his new flat"; gave "a lamp"; promised "the drill"',
    );
  });

  test('log refuses at once what it would refuse at the end, and keeps what was answered', async () => {
    run('add', 'Ben Okoye', '--circle', 'close');
    const at = open('log');
    await at.answer('❯ Ben Okoye', KEYS.enter);
    await at.answer('How were you in touch?', KEYS.enter);
    await at.answer('When?', `tomorrow${KEYS.enter}`);
    await at.answer('is still to come', `${KEYS.clear}yesterday${KEYS.enter}`);
    await at.answer('What was it about?', KEYS.enter);
    await at.answer('Did you give something?', KEYS.enter);
    await at.answer('Did you receive something?', KEYS.enter);
    await at.answer('Did you ask for something?', KEYS.enter);
    await at.answer('Did you promise something?', `by friday${KEYS.enter}`);
    await at.answer('does not say what you promised', `${KEYS.clear}the deck tomorrow${KEYS.enter}`);
    const { code, screen } = await at.ended();
    expect(code).toBe(0);
    expect(screen).toContain(
      'Logged with Ben Okoye: in person, yesterday; promised "the deck", due tomorrow.',
    );
  });

  test('log adds somebody whose name is not there', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    const at = open('log');
    await at.answer('Who was it with?', 'zoe');
    await at.answer('❯ somebody new: add "zoe"', KEYS.enter);
    await at.answer('Their full name', ` Marsh${KEYS.enter}`);
    for (const question of ['How were you', 'When?', 'What was it', 'give', 'receive', 'ask for', 'promise'])
      await at.answer(question, KEYS.enter);
    const { code, screen } = await at.ended();
    expect(code).toBe(0);
    expect(screen).toContain('Logged with zoe Marsh');
  });

  test('ask says where nobody is called as one types, and may be left', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    const at = open('ask');
    await at.answer('❯ Ana Silva', 'zed');
    await at.answer('❯ nobody is called "zed": leave', KEYS.enter);
    const { code, screen } = await at.ended();
    expect(code).toBe(4);
    expect(screen).toContain('add them: net add zed');
  });

  test('ask shows what past asks say before it asks what for', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    const at = open('ask');
    await at.answer('❯ Ana Silva', KEYS.enter);
    await at.answer('never asked for anything yet', '');
    await at.answer('What do you ask for?', `a review${KEYS.enter}`);
    const { code, screen } = await at.ended();
    expect(code).toBe(0);
    expect(screen).toContain('Asked Ana Silva: "a review".');
  });

  test('promise asks to whom, what, by when', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    const at = open('promise');
    await at.answer('Whom did you promise something?', KEYS.enter);
    await at.answer('What?', `the deck${KEYS.enter}`);
    await at.answer('By when?', `tomorrow${KEYS.enter}`);
    const { code, screen } = await at.ended();
    expect(code).toBe(0);
    expect(screen).toContain('Promised Ana Silva: "the deck", due tomorrow.');
  });

  test('promise with a name asks what; its day is the one by which, unless another is said', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    const at = open('promise', 'ana');
    await at.answer('What?', `the deck tomorrow${KEYS.enter}`);
    await at.answer('By when? (tomorrow)', KEYS.enter);
    expect((await at.ended()).screen).toContain('Promised Ana Silva: "the deck", due tomorrow.');
  });

  test('promise refuses a day that has been while it asks for it', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    const at = open('promise', 'ana');
    await at.answer('What?', `the deck by yesterday${KEYS.enter}`);
    await at.answer('has been already', `${KEYS.clear}the deck${KEYS.enter}`);
    await at.answer('By when?', `yesterday${KEYS.enter}`);
    await at.answer('name a day from today on', `${KEYS.clear}${KEYS.enter}`);
    const { code, screen } = await at.ended();
    expect(code).toBe(0);
    expect(screen).toMatch(/Promised Ana Silva: "the deck", due .+ \(in a week, as no day was said\)\./);
  });
});

describe('left by Ctrl-D', () => {
  test.each(['add', 'log', 'ask'])(
    '%s changes nothing, says so, and shows the cursor again',
    async (command) => {
      run('add', 'Ana Silva', '--circle', 'close');
      const before = await content(file);
      const at = open(command);
      await at.answer('?', KEYS.ctrlD);
      const { code, screen, raw } = await at.ended();
      expect(code).toBe(130);
      expect(screen).toContain('left; nothing was changed');
      expect(raw.lastIndexOf('\u001b[?25h')).toBeGreaterThanOrEqual(raw.lastIndexOf('\u001b[?25l'));
      expect(await content(file)).toEqual(before);
    },
  );
});

describe('left by Ctrl-C', () => {
  test('add makes no file', async () => {
    const at = open('add');
    await at.answer('Name', `Ana${KEYS.enter}`);
    await at.answer('Where did you meet?', KEYS.ctrlC);
    const { code, screen } = await at.ended();
    expect(code).toBe(130);
    expect(screen).toContain('left; nothing was changed');
    expect(fs.existsSync(file)).toBe(false);
  });

  test.each(['log', 'ask', 'promise'])(
    '%s changes nothing, at its first question and later',
    async (command) => {
      run('add', 'Ana Silva', '--circle', 'close');
      const before = await content(file);
      const first = open(command);
      await first.answer('?', KEYS.ctrlC);
      expect((await first.ended()).code).toBe(130);
      const later = open(command);
      await later.answer('?', KEYS.enter);
      await later.answer('?', KEYS.ctrlC);
      expect((await later.ended()).code).toBe(130);
      expect(await content(file)).toEqual(before);
    },
  );
});
