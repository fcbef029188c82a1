import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { terminalPrompt } from '../../src/host/prompt.ts';
import { safe } from '../../src/render/safe.ts';
import { harmIn } from '../support/hostile/boundary.ts';
import { buildOnce, type Sitting, sitting } from '../support/sitting.ts';
import { KEYS } from '../support/terminal.ts';

const asked = vi.hoisted((): unknown[] => []);

vi.mock('../../src/host/inquirer.ts', () => {
  const answer = (result: unknown) => (config: unknown) => {
    asked.push(config);
    return Promise.resolve(result);
  };
  return { input: answer(''), confirm: answer(true), select: answer(0), search: answer(0) };
});

const EVIL = 'Ana\u001b]52;c;cm0=\u0007\u202e\r\u009b2J';

describe('37 escape sequences, and 38 hidden text in a question', () => {
  test('its words, what stands there already, what is preset, each choice, and what is wrong with an answer', async () => {
    const prompt = terminalPrompt(safe);
    const choices = [{ name: EVIL, value: 0 }];
    await prompt.text({ message: EVIL, default: EVIL, check: (answer) => `no "${answer}"` });
    await prompt.text({ message: EVIL, begun: EVIL, check: () => Promise.resolve(EVIL) });
    await prompt.confirm(EVIL, true);
    await prompt.select(EVIL, choices);
    await prompt.search(EVIL, () => choices);
    expect(asked).toHaveLength(5);
    for (const config of asked as Record<string, unknown>[]) {
      const { validate, source, ...shown } = config;
      const more = [
        await (validate as ((answer: string) => unknown) | undefined)?.(EVIL),
        await (source as ((typed: string) => unknown) | undefined)?.(''),
      ];
      const texts = textsIn([shown, more]);
      expect(texts.some((text) => text.includes('Ana\\e]52;c;cm0=\\x07\\u{202e}\\r\\x9b2J'))).toBe(true);
      expect(texts.map((text) => harmIn(text, 'pipe'))).toEqual(texts.map(() => null));
    }
  });
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('37 escape sequences, and 38 hidden text in a real terminal', () => {
  let at: Sitting;
  beforeAll(buildOnce);
  beforeEach(() => {
    at = sitting();
  });

  /** What nobody but the file can have sent. */
  const obeyed = (raw: string) =>
    ['\u001b]52', '\u009b', '\u202e', 'Ana\r'].filter((evil) => raw.includes(evil));

  test('a choice among people who are called so', async () => {
    at.run('add', `${EVIL} Silva`, '--circle', 'close');
    at.run('add', `${EVIL} Costa`, '--circle', 'close', '--new');
    const terminal = at.open('show', 'ana');
    await terminal.answer('Costa', KEYS.enter);
    const { code, raw, screen } = await terminal.ended();
    expect(screen).toContain('Ana\\e]52;c;cm0=\\x07\\u{202e}\\r\\x9b2J Costa');
    expect([code, obeyed(raw)]).toEqual([0, []]);
  });

  test('somebody new who is offered to be added, and whose name stands there to be edited', async () => {
    at.run('add', 'Ben Okoye');
    const terminal = at.open('log', `Zoe\u001b]52;c;cm0=\u0007\u202e`, 'coffee');
    await terminal.answer('Add somebody new called', `y${KEYS.enter}`);
    await terminal.answer('Their full name', `${KEYS.clear}Zoe Marsh${KEYS.enter}`);
    const { code, raw, screen } = await terminal.ended();
    expect([code, obeyed(raw)]).toEqual([0, []]);
    expect(screen).toContain('Logged with Zoe Marsh');
  });

  test('the deck of cards, a list, somebody, and a calendar', async () => {
    for (const name of ['Silva', 'Costa', 'Berg'])
      at.run('add', `${EVIL} ${name}`, '--at', EVIL, '--needs', EVIL, '--new', '--birthday', '11-25');
    at.run('log', 'costa', EVIL, '-p', `${EVIL} by tomorrow`);
    const deck = at.open('stack');
    await deck.answer('Berg', KEYS.ctrlC);
    expect(obeyed((await deck.ended()).raw)).toEqual([]);
    for (const argv of [
      ['today'],
      ['list'],
      ['show', 'costa'],
      ['calendar'],
      ['export', '--format', 'vcard'],
      ['export', '--format', 'csv'],
      ['log', EVIL],
    ]) {
      const terminal = at.open(...argv);
      if (argv[0] === 'log') await terminal.answer('none of them', KEYS.ctrlC);
      const { raw } = await terminal.ended();
      expect([argv[0], obeyed(raw)]).toEqual([argv[0], []]);
      expect(raw).toContain('\\u{202e}');
    }
  });
}, 120_000);
