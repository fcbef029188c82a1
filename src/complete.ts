import { writeSync } from 'node:fs';
import { askedOn, type Offer } from './cli/completing/line.ts';
import { bashWord, joined, readWord, type Shell } from './domain/words/shell.ts';
import { type Env, filePath } from './host/paths.ts';
import { safe } from './render/safe.ts';
import { lookedUp } from './steps/completing.ts';

/** A longer explanation is cut: beside it the word is to be seen. */
const LONGEST = 70;

/**
 * What a shell offers where a line ends: `words` or, where it is to complete the name of a file, `files`; then each word that fits, a tab,
 * and what it is. `raw` are the words after the name of the program as they stand there.
 */
export async function complete(shell: Shell, raw: readonly string[], env: Env): Promise<string> {
  const whole = shell === 'bash' ? joined(raw) : raw;
  const { text: typed, quote } = readWord(whole.at(-1) ?? '');
  // The others have taken the quotes off the words before.
  const before = whole.slice(0, -1).map((word) => (shell === 'bash' ? readWord(word).text : word));
  const asked = askedOn([...before, typed]);
  const { lookUp, kept } = asked;
  const fitting = asked.words.filter(({ value }) => value.startsWith(asked.typed));
  const found =
    lookUp === null || lookUp === 'file' || lookUp === 'backup'
      ? []
      : await lookedUp(await filePath(atHome(asked.db, env), env), lookUp, asked);
  // Where bash has made words of one, it completes only what stands behind the last = of it.
  const isApart = raw.at(-1) !== whole.at(-1);
  const stays = isApart ? kept.slice(kept.lastIndexOf('=') + 1) : kept;
  const lines = [...fitting, ...found].flatMap(({ value, about }: Offer) => {
    const word = shell === 'bash' ? bashWord(stays + value, quote) : stays + value;
    return word === null || word !== safe(word)
      ? []
      : [`${word}\t${[...safe(about)].slice(0, LONGEST).join('')}\n`];
  });
  return `${lookUp === 'file' || lookUp === 'backup' ? 'files' : 'words'}\n${lines.join('')}`;
}

/** A path as the shell will hand it over: it has not expanded the line yet. */
function atHome(path: string | undefined, { HOME: home }: Env): string | undefined {
  return home === undefined ? path : path?.replace(/^~(?=\/)/, () => home);
}

/** What the scripts of `net completion` run for each tab: `__complete SHELL WORD...`. It says nothing of what goes wrong. */
export async function start(): Promise<void> {
  try {
    const [, shell, ...raw] = process.argv.slice(2);
    write(await complete(shell as Shell, raw, process.env));
  } catch {
    // Nobody asked for anything: whoever types goes on typing.
  }
}

function write(text: string): void {
  for (let rest = Buffer.from(text); rest.length > 0; ) rest = rest.subarray(writeSync(1, rest));
}
