import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { NetError } from '../domain/error.ts';
import type { Env } from './paths.ts';
import { temporaryPath } from './temporary.ts';
import { writingFailure } from './write-file.ts';

/** A text in an editor of the user's. Its file is private, and stays until it is closed. */
export interface EditedText {
  readonly path: string;
  readonly text: string;
  readonly discard: () => void;
}

/** What systems have where nobody has said otherwise. */
const USUAL = ['vi', 'nano'];

/** The editor that was chosen, else the usual one of the system, looked up without a shell. */
export function editorOf(env: Env): readonly string[] {
  const chosen = (env.VISUAL || env.EDITOR || '').split(/\s+/).filter((word) => word !== '');
  if (chosen.length > 0) return chosen;
  const places = (env.PATH ?? '').split(delimiter).filter(isAbsolute);
  const found = USUAL.flatMap((name) => places.map((place) => join(place, name))).find(isProgram);
  return found === undefined ? [] : [found];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens `$VISUAL`, `$EDITOR` or the system's usual editor on a text and waits. The program is started directly: no shell reads its name.
 * Throws `usage` where there is none, and `rejected` where it fails; what was written then stays in its file.
 */
export function editText(text: string, env: Env): EditedText {
  const [program, ...args] = editorOf(env);
  if (program === undefined) {
    throw new NetError(
      'usage',
      'no editor is set',
      'set EDITOR, or say what to change: net edit ana --city Lisbon',
    );
  }
  const path = temporaryPath('person.txt');
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw writingFailure(error, path);
  }
  const { status, signal, error } = undisturbed(() =>
    spawnSync(program, [...args, path], { stdio: 'inherit' }),
  );
  if (error !== undefined || status !== 0) {
    const why = error === undefined ? `it ended with ${status ?? signal}` : 'it could not be started';
    throw new NetError(
      'rejected',
      `the editor ${program} failed: ${why}; nothing was changed`,
      `your text is in ${path}`,
    );
  }
  return {
    path,
    text: written(path, program),
    discard: () => rmSync(dirname(path), { recursive: true, force: true }),
  };
}

/** Meanwhile Ctrl-C is for the editor alone: the terminal sends it to both. */
function undisturbed<A>(work: () => A): A {
  const ignore = () => {};
  for (const signal of KEYBOARD) process.on(signal, ignore);
  try {
    return work();
  } finally {
    for (const signal of KEYBOARD) process.removeListener(signal, ignore);
  }
}

const KEYBOARD = ['SIGINT', 'SIGQUIT'] as const;

function written(path: string, program: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new NetError(
      'rejected',
      `the editor ${program} left no text; nothing was changed`,
      `it was to be in ${path}`,
    );
  }
}
