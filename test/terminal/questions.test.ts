import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildOnce, type Sitting, sitting } from '../support/sitting.ts';
import { KEYS } from '../support/terminal.ts';

let run: Sitting['run'];
let open: Sitting['open'];

beforeAll(buildOnce);

beforeEach(() => {
  ({ run, open } = sitting());
});

describe('questions about names', () => {
  test('two of one name are a choice', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    run('add', 'Ana Costa', '--circle', 'close');
    const at = open('log', 'ana', 'coffee');
    await at.answer('Which "ana"?', `${KEYS.down}${KEYS.enter}`);
    const { code, screen } = await at.ended();
    expect(code).toBe(0);
    expect(screen).toContain('Logged with Ana Silva');
  });

  test('a surname typed there narrows the choice', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    run('add', 'Ana Costa', '--circle', 'close');
    const at = open('log', 'ana', 'coffee');
    await at.answer('Which "ana"?', 'silv');
    await at.answer('silv', KEYS.enter);
    expect((await at.ended()).screen).toContain('Logged with Ana Silva');
  });

  test('somebody new of a name that others have is the exception', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    run('add', 'Ana Costa', '--circle', 'close');
    const at = open('log', 'ana', 'coffee');
    await at.answer('Which "ana"?', KEYS.down + KEYS.down + KEYS.enter);
    await at.answer('Add somebody new called "ana"?', KEYS.enter);
    expect((await at.ended()).code).toBe(4);
  });

  test('a typo mended on the way means who is there already', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    const at = open('log', 'zoee', 'coffee');
    await at.answer('Add somebody new called "zoee"?', KEYS.enter);
    await at.answer('Their full name', `${KEYS.clear}Ana Silva${KEYS.enter}`);
    await at.answer('Is this somebody you know?', KEYS.enter);
    const { code, screen } = await at.ended();
    expect(code).toBe(0);
    expect(screen).toContain('Logged with Ana Silva: in person, today; "coffee"');
    expect(run('list').match(/Ana Silva/g)).toHaveLength(1);
  });

  test('a misspelled name is asked about, never taken', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    const at = open('show', 'anna');
    await at.answer('Did you mean', KEYS.enter);
    expect((await at.ended()).screen).toContain('close circle');
  });

  test('somebody unknown may be added while logging', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    const at = open('log', 'Zoe', 'coffee');
    await at.answer('Add somebody new called "Zoe"?', KEYS.enter);
    await at.answer('Their full name', ` Marsh${KEYS.enter}`);
    const { code, screen } = await at.ended();
    expect(screen).toContain('Logged with Zoe');
    expect(code).toBe(0);
    expect(run('show', 'zoe')).toContain('coffee');
  });

  test('words that go on as another name are asked about; what was not theirs is text', async () => {
    run('add', 'Ana Costa', '--circle', 'close');
    const at = open('log', 'Ana', 'Silva', 'coffee');
    await at.answer('Nobody is called "Ana Silva". Did you mean', KEYS.enter);
    expect((await at.ended()).screen).toContain('Logged with Ana Costa: in person, today; "Silva coffee"');
  });

  test('none of them may be somebody new', async () => {
    run('add', 'Ana Costa', '--circle', 'close');
    const at = open('log', 'Ana', 'Silva', 'coffee');
    await at.answer('Did you mean', `${KEYS.down}${KEYS.enter}`);
    await at.answer('Add somebody new called "Ana Silva"?', KEYS.enter);
    await at.answer('Their full name', KEYS.enter);
    expect((await at.ended()).screen).toContain('Logged with Ana Silva: in person, today; "coffee"');
  });

  test('none of them may be a third, and what was typed for them is no text', async () => {
    run('add', 'Ana Costa', '--circle', 'close');
    run('add', 'Ben Tan', '--circle', 'close');
    const at = open('log', 'Ana', 'Silva', 'coffee');
    await at.answer('Did you mean', `${KEYS.down}${KEYS.enter}`);
    await at.answer('Add somebody new called "Ana Silva"?', KEYS.enter);
    await at.answer('Their full name', `${KEYS.clear}Ben Tan${KEYS.enter}`);
    await at.answer('Is this somebody you know?', KEYS.enter);
    expect((await at.ended()).screen).toContain('Logged with Ben Tan: in person, today; "coffee"');
  });

  test('a quoted name may be added, too', async () => {
    run('add', 'Ana Costa', '--circle', 'close');
    const at = open('log', 'Zoe Marsh', 'coffee');
    await at.answer('Add somebody new called "Zoe Marsh"?', KEYS.enter);
    await at.answer('Their full name', KEYS.enter);
    expect((await at.ended()).screen).toContain('Logged with Zoe Marsh: in person, today; "coffee"');
  });

  test('no word of a chosen name is left in the text', async () => {
    run('add', 'Ana Costa', '--circle', 'close');
    run('add', 'Ana Sousa', '--circle', 'close');
    const misspelt = open('log', 'anna', 'costa', 'coffee');
    await misspelt.answer('Nobody is called "anna costa". Did you mean', KEYS.enter);
    expect((await misspelt.ended()).screen).toContain('Logged with Ana Costa: in person, today; "coffee"');
    const one = open('log', 'ana', 'csota', 'lunch');
    await one.answer('Which "ana"?', KEYS.enter);
    expect((await one.ended()).screen).toContain('Logged with Ana Costa: in person, today; "lunch"');
  });

  test('who is added while logging was met where the talk was', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    const at = open('log', 'Zoe', 'coffee', '--at', 'DevMeet');
    await at.answer('Add somebody new called "Zoe"?', KEYS.enter);
    await at.answer('Their full name', KEYS.enter);
    expect((await at.ended()).code).toBe(0);
    expect(run('show', 'zoe')).toMatch(/met .*at DevMeet/);
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

describe('with whom, and nothing else', () => {
  test.each([
    ['coffee yesterday, all well', 'Logged with Noor Haddad: in person, yesterday; "coffee, all well"'],
    ['', 'Logged with Noor Haddad: in person, today.'],
  ])('what it was is asked: %j', async (answer, logged) => {
    run('add', 'Noor Haddad', '--circle', 'close');
    const at = open('log', 'noor');
    await at.answer('What was it?', answer + KEYS.enter);
    expect((await at.ended()).screen).toContain(logged);
  });

  test('a coffee to come is said at once', async () => {
    run('add', 'Noor Haddad', '--circle', 'close');
    const at = open('log', 'noor');
    await at.answer('What was it?', `coffee tomorrow${KEYS.enter}`);
    await at.answer('still to come', `${KEYS.clear}coffee${KEYS.enter}`);
    expect((await at.ended()).screen).toContain('Logged with Noor Haddad: in person, today; "coffee"');
  });

  test('whatever was said otherwise is enough', async () => {
    run('add', 'Noor Haddad', '--circle', 'close');
    expect((await open('log', 'noor', '--by', 'call').ended()).screen).toContain(
      'Logged with Noor Haddad: by call',
    );
    expect((await open('log', 'noor', '--no-answer').ended()).screen).toContain('no answer yet');
  });

  test('in a pipe nothing is asked', () => {
    run('add', 'Noor Haddad', '--circle', 'close');
    expect(run('log', 'noor')).toContain('Logged with Noor Haddad: in person');
  });
});

test('whoever chose nobody is not told that nobody is called so', async () => {
  run('add', 'Bruce Wayne', '--circle', 'close');
  run('add', 'Bruce Lee', '--circle', 'close');
  const at = open('show', 'bruce');
  await at.answer('Which "bruce"?', KEYS.down + KEYS.down + KEYS.enter);
  const { code, screen } = await at.ended();
  expect(code).toBe(4);
  expect(screen).toContain('nobody was chosen for "bruce"');
  expect(screen).not.toContain('net add');
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
});
