import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { PASSPHRASE } from '../support/encrypted.ts';
import { buildOnce, type Sitting, sitting } from '../support/sitting.ts';
import { KEYS, terminal } from '../support/terminal.ts';

let file: Sitting['file'];
let run: Sitting['run'];
let open: Sitting['open'];

beforeAll(buildOnce);

beforeEach(() => {
  ({ file, run, open } = sitting());
  run('add', 'Ana Silva', '--circle', 'close');
});

async function encrypted(): Promise<string> {
  const at = open('encrypt');
  await at.answer('Encrypt it?', KEYS.enter);
  await at.answer('A new passphrase:', `short${KEYS.enter}`);
  await at.answer('at least 12 characters', `${KEYS.clear}${PASSPHRASE}${KEYS.enter}`);
  await at.answer('The same once more:', `${PASSPHRASE}${KEYS.enter}`);
  const { code, raw, screen } = await at.ended();
  expect([code, screen]).toEqual([0, expect.stringContaining('Encrypted ')]);
  return raw;
}

test('a passphrase is typed without being shown, and asked for again when it is mistyped', async () => {
  const shown = await encrypted();
  for (const word of [PASSPHRASE, 'short', 'sense']) expect(shown).not.toContain(word);
  const at = open('list');
  await at.answer('Passphrase of', `not the one${KEYS.enter}`);
  await at.answer('That is not its passphrase.', `${PASSPHRASE}${KEYS.enter}`);
  const { code, raw, screen } = await at.ended();
  expect([code, screen]).toEqual([0, expect.stringContaining('Ana Silva')]);
  expect(raw).not.toContain('not the one');
  expect(raw).not.toContain(PASSPHRASE);
});

test('three times another one, or left: nothing is opened', async () => {
  await encrypted();
  const wrong = open('list');
  await wrong.answer('Passphrase of', `wrong${KEYS.enter}`);
  await wrong.answer('That is not its passphrase.', `wrong 0${KEYS.enter}`);
  // Each key shows the question anew: what is typed before the next one is there would be nobody's.
  await wrong.answer('(hidden)\r\n? That is not its passphrase.', `wrong 1${KEYS.enter}`);
  const ended = await wrong.ended();
  expect(ended.code).toBe(15);
  expect(ended.screen).not.toContain('Ana Silva');
  const left = open('list');
  await left.answer('Passphrase of', KEYS.ctrlC);
  expect((await left.ended()).code).toBe(130);
});

test('the passphrase is asked for once, before all questions', async () => {
  await encrypted();
  const at = open('log');
  await at.answer('Passphrase of', `${PASSPHRASE}${KEYS.enter}`);
  await at.answer('Who was it with?', 'ana');
  await at.answer('somebody new', KEYS.enter);
  await at.answer('How were you in touch?', KEYS.enter);
  await at.answer('When?', KEYS.enter);
  await at.answer('What was it about?', `a walk${KEYS.enter}`);
  for (const question of ['Did you give', 'Did you receive', 'Did you ask', 'Did you promise'])
    await at.answer(question, KEYS.enter);
  const { screen } = await at.ended();
  expect(screen.slice(screen.indexOf('Who was it with?'))).not.toContain('Passphrase of');
  expect(screen).toContain('Logged with Ana Silva');
});

test('52 the passphrase and the key are in no command line and in no environment', async () => {
  const directory = dirname(file);
  const spied = join(directory, 'spied');
  // An editor looks at the program that has started it, which has the file open by then.
  const editor = join(directory, 'editor');
  fs.writeFileSync(
    editor,
    `#!/bin/sh\ncat /proc/$PPID/cmdline /proc/$PPID/environ /proc/self/environ > ${spied}\n`,
    { mode: 0o700 },
  );
  await encrypted();
  const at = terminal(['edit', 'ana'], { NET_DB: file, EDITOR: editor });
  await at.answer('Passphrase of', `${PASSPHRASE}${KEYS.enter}`);
  await at.ended();
  const seen = fs.readFileSync(spied, 'latin1');
  expect(seen).toContain('edit\0ana');
  expect(seen).toContain(`NET_DB=${file}`);
  for (const secret of [PASSPHRASE, 'sense']) expect(seen).not.toContain(secret);
  // The key is nowhere in the clear either, so it is looked for by its form.
  expect(seen).not.toMatch(/[0-9a-f]{64}/);
});
