import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildOnce, type Sitting, sitting } from '../support/sitting.ts';
import { KEYS } from '../support/terminal.ts';

let run: Sitting['run'];
let open: Sitting['open'];

beforeAll(buildOnce);

beforeEach(() => {
  ({ run, open } = sitting());
});

describe('groups on a terminal', () => {
  test('a new one is asked for its name and kind', async () => {
    const at = open('group', 'add', '--fee', '10/month');
    await at.answer('Name', `Food Bank${KEYS.enter}`);
    await at.answer('What is Food Bank?', `${KEYS.down}${KEYS.down}${KEYS.enter}`);
    const { code, screen } = await at.ended();
    expect(code).toBe(0);
    expect(screen).toContain('Food Bank: a place to volunteer, joined today; 10 a month.');
    expect(screen).not.toContain('no kind was said');
  });

  test('a beginning of two names is a choice', async () => {
    run('group', 'add', 'TechGrow');
    run('group', 'add', 'Tech Talks');
    const at = open('group', 'log', 'tech', '--minutes', '60');
    await at.answer('Which "tech"?', `${KEYS.down}${KEYS.enter}`);
    expect((await at.ended()).screen).toContain('Logged TechGrow, today: 1 hour there.');
  });

  test('before leaving one sees whom to keep, and may stay', async () => {
    run('group', 'add', 'TechGrow');
    run('add', 'Ana Silva', '--at', 'TechGrow');
    run('log', 'ana', 'lunch', '-r', 'a client', '-r', 'a song');
    run('rest', 'ana');
    const first = open('group', 'leave', 'techgrow');
    await first.answer('Leave TechGrow?', KEYS.enter);
    const stayed = await first.ended();
    expect(stayed.code).toBe(130);
    expect(stayed.screen).toContain('giver: came through twice');
    expect(stayed.screen).toContain('net keep ana');
    const second = open('group', 'leave', 'techgrow');
    await second.answer('Leave TechGrow?', `y${KEYS.enter}`);
    const left = await second.ended();
    expect(left.screen).toContain('You left TechGrow today.');
    expect(left.screen.match(/giver/g)).toHaveLength(1);
  });
});
