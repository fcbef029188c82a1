import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Prompt } from '../../src/host/prompt.ts';
import { content } from '../support/content.ts';
import { type Desk, desk } from '../support/world.ts';

async function names(file: string): Promise<string[]> {
  const at = desk();
  const { out } = await at.net('list', '--json', '--db', file);
  return (JSON.parse(out) as { people: { name: string }[] }).people.map(({ name }) => name).sort();
}

describe('another program writes while somebody is asked', () => {
  /** Answers the first question only after something else has happened. */
  function meanwhile(
    happens: () => Promise<unknown>,
    answers: Partial<Prompt>,
  ): { prompt: Prompt; asked: () => number } {
    let asked = 0;
    const first = async () => {
      if (asked++ === 0) await happens();
    };
    const prompt: Prompt = {
      text: async (question) => {
        await first();
        return answers.text?.(question) ?? '';
      },
      confirm: async (message, preset) => {
        await first();
        return answers.confirm?.(message, preset) ?? preset;
      },
      select: async (message, choices) => {
        await first();
        return answers.select?.(message, choices) ?? (choices[0]?.value as never);
      },
      search: async (message, find) => {
        await first();
        return answers.search?.(message, find) ?? (find('')[0]?.value as never);
      },
    };
    return { prompt, asked: () => asked };
  }

  async function onTerminal(at: Desk, prompt: Prompt, ...argv: string[]) {
    at.terminal = { columns: 100 };
    at.prompt = prompt;
    const ran = await at.net(...argv);
    at.terminal = null;
    at.prompt = null;
    return ran;
  }

  function other(at: Desk): Desk {
    const second = desk(at.day, 0xb000);
    second.file = at.file;
    return second;
  }

  test('the work is done again with the answers given, and nothing of either is lost', async () => {
    const at = desk();
    await at.net('add', 'Ana Silva', '--circle', 'close');
    await at.net('add', 'Ana Costa', '--circle', 'close');
    const { prompt, asked } = meanwhile(() => other(at).net('add', 'Ben Okoye'), {});
    const { code, out } = await onTerminal(at, prompt, 'log', 'ana', 'coffee');
    expect([code, asked()]).toEqual([0, 1]);
    expect(out).toContain('Logged with Ana Costa');
    expect(await names(at.file)).toEqual(['Ana Costa', 'Ana Silva', 'Ben Okoye']);
  });

  test('a question that has become another is asked again', async () => {
    const at = desk();
    await at.net('add', 'Ana Silva', '--circle', 'close');
    await at.net('add', 'Ana Costa', '--circle', 'close');
    await at.net('add', 'Ana Berg', '--circle', 'close');
    const { prompt, asked } = meanwhile(() => other(at).net('moveon', 'ana berg'), {});
    const { code, out } = await onTerminal(at, prompt, 'log', 'ana', 'coffee');
    expect([code, asked()]).toEqual([0, 2]);
    expect(out).toContain('Logged with Ana Costa');
  });

  test('somebody who is gone by then is not logged', async () => {
    const at = desk();
    await at.net('add', 'Ben Okoye', '--circle', 'close');
    await at.net('add', 'Ana Silva', '--circle', 'close');
    const { prompt } = meanwhile(() => other(at).net('undo'), {
      confirm: async () => false,
    });
    const { code } = await onTerminal(at, prompt, 'log', 'anna', 'coffee');
    expect(code).toBe(4);
    expect((await content(at.file)).interaction).toEqual([]);
  });

  test('a promise that was dropped meanwhile cannot be kept too', async () => {
    const at = desk();
    await at.net('add', 'Ana Silva', '--circle', 'close');
    await at.net('promise', 'ana', 'the deck');
    await at.net('promise', 'ana', 'the photos');
    const { prompt } = meanwhile(() => other(at).net('promise', 'ana', '--drop', '--which', '1'), {});
    await onTerminal(at, prompt, 'promise', 'ana', '--kept');
    const rows = (await content(at.file)).exchange as { kept_on: string | null; dropped_on: string | null }[];
    expect(rows.filter((row) => row.kept_on !== null && row.dropped_on !== null)).toEqual([]);
  });

  test('a file that was replaced by another one is read anew, and keeps what it holds', async () => {
    const at = desk();
    await at.net('add', 'Ana Silva', '--circle', 'close');
    const replacement = desk();
    await replacement.net('add', 'Ana Silva', '--circle', 'close');
    await replacement.net('add', 'Mia Wolf', '--circle', 'close');
    const { prompt } = meanwhile(async () => fs.renameSync(replacement.file, at.file), {
      text: async () => 'Zoe Marsh',
    });
    const { code } = await onTerminal(at, prompt, 'log', 'zoe', 'coffee');
    expect(code).toBe(0);
    expect(await names(at.file)).toEqual(['Ana Silva', 'Mia Wolf', 'Zoe Marsh']);
  });
});
