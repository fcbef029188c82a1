import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NetError } from '../domain/error.ts';
import type { Env } from './paths.ts';

/** A text in an editor of the user's. Its file is private, and stays until it is closed. */
export interface EditedText {
  readonly path: string;
  readonly text: string;
  readonly discard: () => void;
}

/**
 * Opens `$VISUAL` or `$EDITOR` on a text and waits. The program is started directly: no shell reads its name. Throws `rejected` where
 * there is none or it fails; what was written then stays in its file.
 */
export function editText(text: string, env: Env): EditedText {
  const [program, ...args] = (env.VISUAL || env.EDITOR || '').split(/\s+/).filter((word) => word !== '');
  if (program === undefined) {
    throw new NetError(
      'usage',
      'no editor is set',
      'set EDITOR, or say what to change: net edit ana --city Lisbon',
    );
  }
  const directory = mkdtempSync(join(tmpdir(), 'net-'));
  const path = join(directory, 'person.txt');
  writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
  const { status, error } = spawnSync(program, [...args, path], { stdio: 'inherit' });
  if (error !== undefined || status !== 0) {
    const why = error === undefined ? `it ended with ${status}` : 'it could not be started';
    throw new NetError(
      'rejected',
      `the editor ${program} failed: ${why}; nothing was changed`,
      `your text is in ${path}`,
    );
  }
  return {
    path,
    text: readFileSync(path, 'utf8'),
    discard: () => rmSync(directory, { recursive: true, force: true }),
  };
}
