import { expect, test } from 'vitest';
import { desk } from '../support/world.ts';

test.each([
  [{}, true],
  [{ TERM: 'xterm-256color' }, true],
  [{ TERM: 'dumb' }, false],
  [{ NO_COLOR: '1' }, false],
])('on a terminal with %j there is color: %s', async (env, colored) => {
  const at = desk();
  await at.net('add', 'Ana Silva', '--circle', 'close');
  at.terminal = { columns: 80 };
  at.env = { NO_COLOR: '', ...env };
  expect((await at.net('list')).out.includes('\u001b[')).toBe(colored);
});
