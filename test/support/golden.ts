import fs from 'node:fs';
import { join } from 'node:path';
import type { CalendarDate } from '../../src/domain/days/day.ts';
import { type Desk, desk, type Ran } from './world.ts';

/**
 * Runs a golden session and gives back what it should read: the same text, with the outputs as they are now.
 *
 *   # a word to the reader          @ 2026-11-25        the clock moves
 *   % env EDITOR true               a variable of the environment; DIR is the directory in it, too
 *   $ net log ana coffee            % terminal 60       people read it, 60 columns wide; % pipe: programs do
 *   what is printed                 % write people.csv  the lines after it, each behind "| ", are a file
 *   ! what is said on the error stream
 *   = 4                             the exit code, where it is not 0
 */
export async function replay(
  text: string,
  runner: (desk: Desk, argv: readonly string[]) => Promise<Ran> = runOn,
): Promise<string> {
  const at = desk();
  const result: string[] = [];
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const [mark, rest] = [line.slice(0, 2), line.slice(2)];
    if (mark === '$ ') {
      const { code, out, err } = await runner(at, words(rest).slice(1));
      result.push(
        line,
        ...printed(out, at, ''),
        ...printed(err, at, '! '),
        ...(code === 0 ? [] : [`= ${code}`]),
      );
    } else if (
      mark === '# ' ||
      mark === '@ ' ||
      mark === '% ' ||
      mark === '| ' ||
      line === '|' ||
      line === ''
    ) {
      direct(at, mark, rest, lines.slice(i + 1));
      result.push(line);
    }
  }
  return `${result.join('\n').replace(/\n+$/, '')}\n`;
}

function runOn(at: Desk, argv: readonly string[]): Promise<Ran> {
  return at.net(...argv.map((word) => word.replaceAll('DIR', at.directory)));
}

function direct(at: Desk, mark: string, rest: string, following: readonly string[]): void {
  const [what, value = '', ...words] = rest.split(' ');
  if (mark === '@ ') at.day = rest.trim() as CalendarDate;
  if (mark !== '% ') return;
  if (what === 'terminal') at.terminal = { columns: Number(value) };
  if (what === 'pipe') at.terminal = null;
  if (what === 'env') at.env[value] = words.join(' ').replaceAll('DIR', at.directory);
  if (what === 'write') {
    const end = following.findIndex((line) => !line.startsWith('| ') && line !== '|');
    const content = following.slice(0, end < 0 ? undefined : end).map((line) => `${line.slice(2)}\n`);
    fs.writeFileSync(join(at.directory, value), content.join(''));
  }
}

/** An empty line of output, told apart from one between commands. */
const EMPTY = '·';

function printed(text: string, at: Desk, before: string): string[] {
  if (text === '') return [];
  const lines = text.replaceAll(at.directory, 'DIR').replace(/\n$/, '').split('\n');
  return lines.map((line) => `${before}${line}`.trimEnd() || EMPTY);
}

/** The words of a command line, with single and double quotes as a shell has them. */
export function words(line: string): string[] {
  const parts = line.match(/(?:[^\s"']+|"(?:[^"\\]|\\.)*"|'[^']*')+/g) ?? [];
  return parts.map((part) =>
    part.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g, (_, double?: string, single?: string) =>
      (double ?? single ?? '').replace(/\\(["\\$])/g, '$1'),
    ),
  );
}
