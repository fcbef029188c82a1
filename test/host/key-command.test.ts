import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandPassphrase } from '../../src/host/key-command.ts';
import { temporaryDirectory } from '../support/world.ts';

function script(lines: string): string {
  const path = join(temporaryDirectory(), 'key');
  fs.writeFileSync(path, `#!/bin/sh\n${lines}\n`, { mode: 0o700 });
  return path;
}

const given = (command: string, patience?: number) =>
  commandPassphrase({ NET_KEY_COMMAND: command }, patience);

describe('the passphrase of NET_KEY_COMMAND', () => {
  test.each<[string, string, string]>([
    ['is the first line', 'echo "four words"; echo more; echo and more', 'four words'],
    ['needs no line end', 'printf "four words"', 'four words'],
    ['may end as on Windows', 'printf "four words\\r\\nmore"', 'four words'],
    ['keeps its spaces', 'echo " four  words "', ' four  words '],
    ['may be of any letters', 'echo "čtyři slova 🌱"', 'čtyři slova 🌱'],
  ])('%s', (_, lines, passphrase) => {
    expect(given(script(lines))).toBe(passphrase);
  });

  test('is none where no command is set', () => {
    expect(commandPassphrase({})).toBe(null);
    expect(commandPassphrase({ NET_KEY_COMMAND: ' ' })).toBe(null);
  });

  test.each<[string, string, string]>([
    ['fails', 'echo four words; exit 3', 'it ended with 3'],
    ['is killed', 'kill -9 $$', 'it ended with SIGKILL'],
    ['prints nothing', 'exit 0', 'its first line is empty'],
    ['begins with an empty line', 'echo; echo four words', 'its first line is empty'],
    ['prints without an end', 'yes', 'it prints without an end'],
  ])('one that %s is an error', (_, lines, why) => {
    expect(() => given(script(lines))).toThrow(why);
  });

  test('one that hangs is ended', () => {
    expect(() => given(script('exec sleep 1000'), 200)).toThrow('did not end within');
  });

  test('one that cannot be started is an error that has its name alone', () => {
    expect(() => given('/no/such/program with words')).toThrow(
      'NET_KEY_COMMAND gave no passphrase: /no/such/program: it could not be started',
    );
  });

  test('50 no shell reads it', () => {
    const directory = temporaryDirectory();
    expect(given(`echo words; touch ${directory}/harm`)).toBe(`words; touch ${directory}/harm`);
    expect(given(`echo $(touch ${directory}/harm)`)).toBe(`$(touch ${directory}/harm)`);
    expect(fs.readdirSync(directory)).toEqual([]);
  });
});
