import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { content } from '../support/content.ts';
import { KEYS, terminal } from '../support/terminal.ts';
import { temporaryDirectory } from '../support/world.ts';

const net = fileURLToPath(new URL('../../bin/net.js', import.meta.url));
let file = '';

function run(...argv: string[]): string {
  return execFileSync(process.execPath, [net, ...argv], {
    env: { ...process.env, NET_DB: file },
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

function open(...argv: string[]) {
  return terminal(argv, { NET_DB: file });
}

beforeAll(() => {
  // Built once, before several programs would each see that the sources are newer.
  execFileSync(process.execPath, [net, '--version']);
});

beforeEach(() => {
  file = join(temporaryDirectory(), 'net.db');
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

describe('questions about names', () => {
  test('two of one name are a numbered choice', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    run('add', 'Ana Costa', '--circle', 'close');
    const at = open('log', 'ana', 'coffee');
    await at.answer('Which "ana"?', `${KEYS.down}${KEYS.enter}`);
    const { code, screen } = await at.ended();
    expect(code).toBe(0);
    expect(screen).toContain('Logged with Ana Silva');
  });

  test('a misspelt name is asked about, never taken', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    const at = open('show', 'anna');
    await at.answer('Did you mean', KEYS.enter);
    expect((await at.ended()).screen).toContain('close circle');
  });

  test('somebody unknown may be added while logging', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    const at = open('log', 'Zoe', 'coffee');
    await at.answer('Nobody is called "Zoe". Add them?', KEYS.enter);
    await at.answer('Their full name', ` Marsh${KEYS.enter}`);
    const { code, screen } = await at.ended();
    expect(screen).toContain('Logged with Zoe');
    expect(code).toBe(0);
    expect(run('show', 'zoe')).toContain('coffee');
  });

  test('a namesake is asked about before somebody is added', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    const same = open('add', 'Ana Silva');
    await same.answer('Is this somebody you know?', KEYS.enter);
    expect((await same.ended()).screen).toContain('Ana Silva stays as they are.');
    const other = open('add', 'Ana Silva');
    await other.answer('Is this somebody you know?', `${KEYS.down}${KEYS.enter}`);
    expect((await other.ended()).screen).toContain('is growing, 1 of 2');
  });
});

describe('what cannot go unasked', () => {
  test('a promise that is due gets a new day instead of a snooze', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    run('promise', 'ana', 'the deck', '--due', 'today');
    const at = open('snooze', 'ana');
    await at.answer('By when instead?', `in 2 weeks${KEYS.enter}`);
    const { code, screen } = await at.ended();
    expect(code).toBe(0);
    expect(screen).toContain('"the deck" is now due');
  });

  test('moving on tells open promises first', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    run('promise', 'ana', 'the deck');
    const no = open('moveon', 'ana');
    await no.answer('Move on from Ana Silva anyway?', `n${KEYS.enter}`);
    expect((await no.ended()).code).toBe(130);
    const yes = open('moveon', 'ana');
    await yes.answer('Promised Ana Silva: "the deck"', '');
    await yes.answer('anyway?', `y${KEYS.enter}`);
    expect((await yes.ended()).code).toBe(0);
  });

  test('the editor changes somebody; a text that cannot be read may be edited again or stays', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    const directory = temporaryDirectory();
    const editor = join(directory, 'editor.sh');
    fs.writeFileSync(
      editor,
      `#!/bin/sh\nsed -i 's/^city:.*/city: Lisbon/; s/^circle:.*/circle: best/' "$1"\n`,
      { mode: 0o700 },
    );
    const bad = terminal(['edit', 'ana'], { NET_DB: file, EDITOR: editor });
    await bad.answer('Edit again?', `n${KEYS.enter}`);
    const left = await bad.ended();
    expect(left.code).toBe(5);
    expect(left.screen.replace(/\s+/g, ' ')).toMatch(/your text is in .*person\.txt/);

    fs.writeFileSync(editor, `#!/bin/sh\nsed -i 's/^city:.*/city: Lisbon/' "$1"\n`, { mode: 0o700 });
    const good = terminal(['edit', 'ana'], { NET_DB: file, EDITOR: editor });
    expect((await good.ended()).code).toBe(0);
    expect(run('show', 'ana')).toContain('Lisbon');

    const failing = terminal(['edit', 'ana'], { NET_DB: file, EDITOR: 'false; touch pwned' });
    expect((await failing.ended()).code).toBe(5);
    expect(fs.existsSync('pwned')).toBe(false);
  });
});
