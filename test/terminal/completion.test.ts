import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type IPty, spawn } from '@lydell/node-pty';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Shell } from '../../src/domain/words/shell.ts';
import { completionScript } from '../../src/render/completion.ts';
import { buildOnce } from '../support/sitting.ts';
import { desk, temporaryDirectory } from '../support/world.ts';

const net = fileURLToPath(new URL('../../bin/net.js', import.meta.url));
const place = temporaryDirectory();
const log = join(place, 'called');
const pwned = join(place, 'pwned');

/** What no name may do. */
const HOSTILE = [
  `Zack $(touch ${pwned})`,
  `Zack \`touch ${pwned}\` Berg`,
  `Zack "; touch ${pwned}; "`,
  `Zack '; touch ${pwned}; '`,
  `Zack \u001b]0;pwned\u0007Title`,
  'Zack %n %F{red} : \\n {a,b} * ~ !! \\$HOME',
  'Zack\u202eback',
];
const GATHERINGS = [`Zoo $(touch ${pwned})`, 'Zoo \u001b]0;pwned\u0007', "Zoë's & Co"];

let file: string;

beforeAll(async () => {
  buildOnce();
  const at = desk();
  file = at.file;
  await at.net('add', 'José García', '--at', 'Dev Meet');
  await at.net('add', 'Ben Okoye');
  for (const name of HOSTILE) await at.net('add', name, '--new');
  for (const [i, name] of GATHERINGS.entries())
    await at.net('add', `Person Number${i}`, '--at', name, '--new');
  // The program itself for completing; for everything else what tells with which words it was called.
  fs.writeFileSync(
    join(place, 'net'),
    `#!/bin/sh\nif [ "$1" = __complete ]; then exec '${process.execPath}' '${net}' "$@"; fi\n{ printf '%s|' "$@"; echo; } >> '${log}'\n`,
    { mode: 0o755 },
  );
  for (const shell of ['bash', 'zsh', 'fish'] as const)
    fs.writeFileSync(join(place, `net.${shell}`), completionScript(shell, 'net'));
});

/** A shell without anybody's settings, how it reads the script, and how it tells that it waits for a line. */
const SHELLS: Readonly<Record<Shell, { readonly argv: readonly string[]; readonly begin: string }>> = {
  bash: {
    argv: ['--norc', '--noprofile', '-i'],
    begin: `source ${place}/net.bash; PROMPT_COMMAND='echo >> ${place}/prompts'`,
  },
  zsh: {
    argv: ['-f', '-i'],
    // Zsh itself runs what is to be expanded on a line for a tab, unless it is told only to complete.
    begin: `bindkey '^I' complete-word; autoload -Uz compinit; compinit -D -u; source ${place}/net.zsh; precmd() { echo >> ${place}/prompts }`,
  },
  fish: {
    argv: ['--no-config', '-i'],
    begin: `source ${place}/net.fish; function fish_prompt; echo >> ${place}/prompts; end`,
  },
};

const PATIENCE = 15_000;

async function until(ready: () => boolean, what: () => string): Promise<void> {
  for (const end = Date.now() + PATIENCE; !ready(); await pause(5))
    if (Date.now() > end) throw new Error(`it did not come: ${what()}`);
}

function linesOf(name: string): string[] {
  const path = join(place, name);
  return fs.existsSync(path) ? fs.readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];
}

/** A shell in a terminal. */
interface Sitting {
  /** Types a line, and gives back the words with which it called net. */
  readonly call: (keys: string) => Promise<string[]>;
  /** All that came onto the screen. */
  readonly screen: () => string;
  readonly end: () => void;
}

async function sit(shell: Shell): Promise<Sitting> {
  const { argv, begin } = SHELLS[shell];
  const env = {
    PATH: `${place}:${process.env.PATH}`,
    HOME: place,
    TERM: 'xterm',
    LC_ALL: 'C.UTF-8',
    NET_DB: file,
  };
  const pty: IPty = spawn(shell, [...argv], { name: 'xterm', cols: 150, rows: 60, env, cwd: place });
  let screen = '';
  pty.onData((data) => {
    screen += data;
  });
  const call = async (keys: string) => {
    const [called, prompted] = [linesOf('called').length, linesOf('prompts').length];
    pty.write(`${keys}\r`);
    const what = () => `${shell}: ${keys}\n${screen}`;
    await until(() => linesOf('called').length > called, what);
    await until(() => linesOf('prompts').length > prompted, what);
    // It has told that it waits a moment before it does.
    await pause(20);
    return linesOf('called').at(-1)?.split('|').slice(0, -1) ?? [];
  };
  await call(`${begin}; net ready`);
  return { call, screen: () => screen, end: () => pty.kill('SIGKILL') };
}

/** Takes away what was typed. */
const CLEAR = '\u0015';

describe.each(Object.keys(SHELLS) as Shell[])('in a real %s', (shell) => {
  const isHere = spawnSync(shell, ['--version']).status === 0;
  if (!isHere) process.stderr.write(`\nSKIPPED: ${shell} is not here, so nothing is completed in it\n\n`);
  let at: Sitting;
  beforeAll(async () => {
    fs.rmSync(pwned, { force: true });
    if (isHere) at = await sit(shell);
  }, PATIENCE);
  afterAll(() => at?.end());

  test.skipIf(!isHere)('commands, options, values and people', async () => {
    expect(await at.call('net sho\t jo\t')).toEqual(['show', 'jose-garcia']);
    expect(await at.call('net log be\t--by em\t')).toEqual(['log', 'ben-okoye', '--by', 'email']);
    expect(await at.call('net log jose-garcia,be\t lunch')).toEqual([
      'log',
      'jose-garcia,ben-okoye',
      'lunch',
    ]);
    expect(await at.call('net add Lee --via=jo\t')).toEqual(['add', 'Lee', '--via=jose-garcia']);
    expect(await at.call('net group lis\t')).toEqual(['group', 'list']);
    expect(await at.call('net show josé\t')).toEqual(['show', 'josé-garcia']);
  });

  test.skipIf(!isHere)('in quotes, and what holds blanks', async () => {
    expect(await at.call('net show "Ben O\t')).toEqual(['show', 'Ben Okoye']);
    expect(await at.call('net add Lee --at Dev\t')).toEqual(['add', 'Lee', '--at', 'Dev Meet']);
    expect(await at.call('net add Lee --at Zoë\t')).toEqual(['add', 'Lee', '--at', "Zoë's & Co"]);
  });

  test.skipIf(!isHere)('the name of a file', async () => {
    fs.writeFileSync(join(place, 'cards here.vcf'), '');
    expect(await at.call('net import car\t')).toEqual(['import', 'cards here.vcf']);
  });

  test.skipIf(!isHere)('nothing of a name is run, or reaches the terminal as it is', async () => {
    // In a menu the first return takes what is chosen.
    expect(await at.call('net show zack\t\t\r')).toContain('show');
    expect(at.screen()).toContain('zackback');
    expect(at.screen()).not.toContain('\u001b]0;pwned');
    expect(at.screen()).not.toContain('\u202e');
    expect(await at.call('net show zack-0\t')).toEqual(['show', 'zack-0-pwned-title']);
    expect(await at.call('net show zack-n\t')).toEqual(['show', 'zack-n-f-red-n-a-b-home']);
    expect(await at.call('net add Lee --at Zoo\t')).toEqual(['add', 'Lee', '--at', 'Zoo']);
    expect(fs.existsSync(pwned)).toBe(false);
  });

  test.skipIf(!isHere)('nothing of what is typed is run before the line is', async () => {
    const command = `$(touch ${pwned})`;
    expect(await at.call(`net show '${command}\t'`)).toEqual(['show', command]);
    for (const typed of [
      command,
      `"${command}`,
      `\`touch ${pwned}\``,
      `--db ${command} show a`,
      `ana;touch ${pwned};`,
    ])
      expect(await at.call(`net show ${typed}\t${CLEAR}net ready`)).toEqual(['ready']);
    expect(fs.existsSync(pwned)).toBe(false);
  });
});
