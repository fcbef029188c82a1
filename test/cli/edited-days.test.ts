import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../src/domain/days/day.ts';
import { withDaysRead } from '../../src/steps/edited-sheet.ts';
import { desk } from '../support/world.ts';

const TODAY = '2026-11-22' as CalendarDate;

describe('a birthday is read alike by the option and in the editor', () => {
  test.each([
    ['3 may', '--05-03'],
    ['May 3', '--05-03'],
    ['05-03', '--05-03'],
    ['--05-03', '--05-03'],
    ['24.8.', '--08-24'],
    ['24/8', '--08-24'],
    ['29 february', '--02-29'],
    ['1980-05-03', '1980-05-03'],
    ['3 may 1980', '1980-05-03'],
    ['24.8.1980', '1980-08-24'],
    ['24/8/1980', '1980-08-24'],
    ['24.8.80', '1980-08-24'],
  ])('%s', async (said, stored) => {
    const at = desk();
    await at.net('add', 'Ana', '--birthday', said);
    expect(JSON.parse((await at.net('show', 'ana', '--json')).out).contact.birthday).toBe(stored);
    expect(await withDaysRead(`name: Ana\nbirthday: ${said}\n`, TODAY)).toBe(
      `name: Ana\nbirthday: ${stored}\n`,
    );
  });

  test.each([
    ['3.5.1980', 'may be two days', 'write it as 1980-05-03 or 1980-03-05'],
    ['3/5', 'may be two days', 'write it as 05-03 or 03-05'],
    ['30.2.', 'is not a birthday', 'say it as 3 may, 05-03 or 1980-05-03'],
    ['soon', 'is not a birthday', 'say it as 3 may, 05-03 or 1980-05-03'],
  ])('%s is refused', async (said, what, hint) => {
    const at = desk();
    const { code, err } = await at.net('add', 'Ana', '--birthday', said);
    expect([code, err]).toEqual([5, expect.stringContaining(what)]);
    expect(err).toContain(`hint: ${hint}`);
    await expect(withDaysRead(`name: Ana\nbirthday: ${said}`, TODAY)).rejects.toMatchObject({
      message: expect.stringMatching(new RegExp(`^line 2: birthday: .* ${what}`)),
      hint,
    });
  });
});

test.each([
  ['last: 2 months ago', 'last: 2026-09-22'],
  [' met :  last tuesday ', 'met: 2026-11-17'],
  ['met: 2026-03-14', 'met: 2026-03-14'],
  ['last:', 'last:'],
  ['note: birthday: soon', 'note: birthday: soon'],
  ['# last: soon', '# last: soon'],
])('a day in the editor: %j', async (line, read) => {
  expect(await withDaysRead(`${line}\nname: Ana`, TODAY)).toBe(`${read}\nname: Ana`);
});
