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

/** The choice at a card: keep, grow, rest, move on, skip, quit. */
const [KEEP, GROW, REST, MOVE_ON, SKIP, QUIT] = [0, 1, 2, 3, 4, 5].map(
  (down) => KEYS.down.repeat(down) + KEYS.enter,
) as [string, string, string, string, string, string];

/** Two grow; Carla, Dele, Eva and Farid wait, the last one first. */
function met(...names: readonly string[]): void {
  for (const name of ['Ana', 'Ben', ...names]) run('add', name, '--new', '--at', 'DevMeet');
}

const stack = () => (JSON.parse(run('stack', '--json')) as { waiting: { name: string }[] }).waiting;

describe('one card after the other', () => {
  test('each decision is an operation of its own', async () => {
    met('Carla', 'Dele', 'Eva');
    run('edit', 'eva', '--role', 'CTO', '--needs', 'a mentor');
    const at = open('stack');
    await at.answer('3 cards wait to be looked at.', '');
    await at.answer('a mentor', '');
    await at.answer('Eva?', KEEP);
    await at.answer('How often do you want to be in touch with Eva?', KEYS.down + KEYS.enter);
    await at.answer('Eva: kept, inner circle.', '');
    await at.answer('Dele?', REST);
    await at.answer('Carla?', MOVE_ON);
    const { code, screen } = await at.ended();
    expect(code).toBe(0);
    expect(screen).toContain('1 kept, 1 resting, 1 moved on.');
    expect(screen).toMatch(/3 people to tend: that is 2 a week, and a week has room for 5\./);
    expect(stack()).toEqual([]);
    run('undo');
    expect(stack().map(({ name }) => name)).toEqual(['Carla']);
    run('undo', '2');
    expect(stack()).toHaveLength(3);
  });

  test('the letter that a choice begins with jumps to it', async () => {
    met('Carla', 'Dele', 'Eva');
    const at = open('stack');
    await at.answer('Eva? (1 of 3)', `r${KEYS.enter}`);
    await at.answer('Eva: in the stack.', '');
    await at.answer('Dele? (2 of 3)', `m${KEYS.enter}`);
    await at.answer('Carla? (3 of 3)', `s${KEYS.enter}`);
    expect((await at.ended()).screen).toContain('1 resting, 1 moved on.');
  });

  test('full slots are said, and the card is asked about again', async () => {
    met('Carla');
    const at = open('stack');
    await at.answer('Carla?', GROW);
    await at.answer('Ana and Ben are growing, and 2 at once are enough.', '');
    await at.answer('Carla?', SKIP);
    const { code, screen } = await at.ended();
    expect(code).toBe(0);
    expect(screen).toContain('Nothing was decided.');
    expect(stack()).toHaveLength(1);
    run('rest', 'ana');
    const again = open('stack');
    await again.answer('Carla?', GROW);
    await again.answer('Carla: growing, 2 of 2.', '');
    expect((await again.ended()).screen).toContain('1 growing.');
  });

  test('an open promise is told before somebody is moved on from', async () => {
    met('Carla');
    run('promise', 'carla', 'the deck');
    const at = open('stack');
    await at.answer('"the deck"', '');
    await at.answer('Carla?', MOVE_ON);
    await at.answer('You promised Carla "the deck". Move on anyway?', KEYS.enter);
    await at.answer('Carla?', MOVE_ON);
    await at.answer('Move on anyway?', `y${KEYS.enter}`);
    expect((await at.ended()).screen).toContain('1 moved on.');
  });
});

describe('leaving loses nothing', () => {
  test('by quit, what was decided stands and the rest waits', async () => {
    met('Carla', 'Dele', 'Eva');
    const at = open('stack');
    await at.answer('Eva?', REST);
    await at.answer('Dele?', QUIT);
    const { code, screen } = await at.ended();
    expect([code, screen]).toEqual([0, expect.stringContaining('1 resting.')]);
    expect(screen).toContain('2 cards wait to be looked at.');
    expect(stack().map(({ name }) => name)).toEqual(['Dele', 'Carla']);
  });

  test('by Ctrl-C, at a card and at its circle', async () => {
    met('Carla', 'Dele', 'Eva', 'Farid');
    const at = open('stack');
    await at.answer('Farid?', REST);
    await at.answer('Eva?', KEEP);
    await at.answer('How often', KEYS.enter);
    await at.answer('Dele?', KEEP);
    await at.answer('How often', KEYS.ctrlC);
    const { code, screen } = await at.ended();
    expect(code).toBe(130);
    expect(screen).toContain('1 kept, 1 resting.');
    expect(screen).toContain('2 cards wait to be looked at. Each net undo takes one decision back.');
    expect(stack().map(({ name }) => name)).toEqual(['Dele', 'Carla']);
    expect(run('list', 'eva')).toContain('active');
  });

  test('by Ctrl-C before anything was decided, nothing is changed', async () => {
    met('Carla', 'Dele');
    const before = await content(file);
    const at = open('stack');
    await at.answer('Dele?', SKIP);
    await at.answer('Carla?', KEYS.ctrlC);
    const { code, screen } = await at.ended();
    expect([code, screen]).toEqual([130, expect.stringContaining('left; nothing was changed')]);
    expect(await content(file)).toEqual(before);
  });
});

describe('the sixth from one gathering', () => {
  const five = ['Carla', 'Dele', 'Eva'];

  test('is a choice: two grow, the rest rests', async () => {
    met(...five);
    const at = open('add', 'Farid', '--at', 'DevMeet');
    await at.answer('6 people from DevMeet. Choose two to grow now, and let the rest rest?', KEYS.enter);
    await at.answer('❯ Ana (growing already)', KEYS.down + KEYS.enter);
    await at.answer('Who is to grow? (2 of 2)', KEYS.down + KEYS.enter);
    const { code, screen } = await at.ended();
    expect(code).toBe(0);
    expect(screen).toContain('Ben and Farid: growing, 2 of 2.');
    expect(screen).toContain('Ana, Eva, Dele and Carla: in the stack.');
    expect(stack()).toEqual([]);
    expect(run('list', 'growing')).toMatch(/Ben[\s\S]*Farid/);
    run('undo');
    expect(run('list', 'growing')).toMatch(/Ana[\s\S]*Ben/);
    expect(stack()).toHaveLength(4);
  });

  test('may be left for later: whoever was added stays', async () => {
    met(...five);
    const left = open('add', 'Farid', '--at', 'DevMeet');
    await left.answer('Choose two to grow now', KEYS.ctrlC);
    const { code, screen } = await left.ended();
    expect(code).toBe(130);
    expect(screen).toContain('6 people from DevMeet: choose two to grow with net stack --at DevMeet.');
    expect(stack()).toHaveLength(4);
    const seventh = await open('add', 'Greta', '--at', 'DevMeet').ended();
    expect(seventh.screen).toContain('7 people from DevMeet: choose two to grow');
    const at = open('stack', '--at', 'DevMeet');
    await at.answer('7 people from DevMeet.', KEYS.enter);
    await at.answer('Who is to grow? (1 of 2)', KEYS.enter);
    await at.answer('Who is to grow? (2 of 2)', KEYS.up + KEYS.enter);
    expect((await at.ended()).screen).toContain('Ana: growing, 1 of 2.');
  });
});

test('which target is meant is a choice', async () => {
  run('target', 'add', 'science', 'journalists');
  run('target', 'add', 'local', 'journalists');
  const at = open('add', 'Ana', '--target', 'journalists');
  await at.answer('Which "journalists"?', KEYS.down + KEYS.enter);
  expect((await at.ended()).screen).toContain('for "local journalists", 1 of 1 found');
  const done = open('target', 'done');
  await done.answer('Which one?', KEYS.down + KEYS.enter);
  expect((await done.ended()).screen).toContain('"local journalists": closed');
});
