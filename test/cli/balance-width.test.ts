import { expect, test } from 'vitest';
import { desk } from '../support/world.ts';

test.each([40, 45, 50, 60])(
  'at %d columns everybody has a line, and a note one of its own',
  async (columns) => {
    const at = desk('2026-11-22');
    await at.net('add', 'Ana Silva', '--circle', 'close');
    await at.net('add', 'Maximiliane Oberhuber', '--circle', 'close');
    for (const month of ['06', '07', '08', '09'])
      await at.net('give', 'ana', 'the deck', '--on', `2026-${month}-12`);
    await at.net('give', 'maximiliane', 'a book', '--on', '2026-11-02');
    at.terminal = { columns };
    const [head, first, second, ...rest] = (await at.net('balance')).out.trimEnd().split('\n');
    expect(head).toMatch(/^ +given +received/);
    expect(first).toMatch(/^Maximilian.* +1 +0/);
    expect(second).toMatch(/^Ana Silva +4 +0/);
    const notes = rest.join(' ').replace(/ +/g, ' ');
    expect(notes).toMatch(/^Ana Silva: a note: 4 gives since June 12, nothing back yet\. In all:/);
    for (const line of [head, first, second, ...rest]) expect(line?.length).toBeLessThanOrEqual(columns);
  },
);
