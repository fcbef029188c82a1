import { beforeAll, beforeEach, expect, test } from 'vitest';
import { buildOnce, type Sitting, sitting } from '../support/sitting.ts';
import { KEYS } from '../support/terminal.ts';

let run: Sitting['run'];
let open: Sitting['open'];

beforeAll(buildOnce);

beforeEach(() => {
  ({ run, open } = sitting());
  run('add', 'Ana Silva', '--circle', 'close');
  run('add', 'Ben Okoye', '--circle', 'close');
});

test('a recommendation asks whether each of both agreed', async () => {
  const first = open('recommend', 'ana', '--to', 'ben', 'she knows every street');
  await first.answer('Did Ana Silva agree?', `y${KEYS.enter}`);
  await first.answer('Did Ben Okoye agree?', KEYS.enter);
  expect((await first.ended()).screen).toContain(
    'Ask Ben Okoye first, then: net recommend ana --to ben --agreed ben.',
  );
  const then = open('recommend', 'ana', '--to', 'ben');
  await then.answer('Did Ben Okoye agree?', `y${KEYS.enter}`);
  expect((await then.ended()).screen).toContain('Ana Silva and Ben Okoye are introduced');
});

test('help to pay forward is chosen from a list', async () => {
  run('log', 'ana', 'coffee', '-r', 'a book', '-r', 'an hour');
  const at = open('forward', 'ana');
  await at.answer('Which help from Ana Silva?', `${KEYS.down}${KEYS.enter}`);
  expect((await at.ended()).screen).toContain(`Ana Silva's "an hour": to be paid forward.`);
});
