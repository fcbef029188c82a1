import fs from 'node:fs';
import { delimiter, join, sep } from 'node:path';

/** What would change how a program runs or what it reads: Node's, Bun's and npm's switches, where the user's own files are. */
const OTHERS = /^(NODE_|npm_|BUN_|NET_|XDG_|TASK|KHARD|ABOOK|LEDGER|HLEDGER|SQLITE_|FORCE_COLOR)/;

/**
 * An environment without any NODE_ variable, and without npm's: one of them can make bare Node dearer and flatter every ratio. Nor does a
 * directory of npm's own programs stand in the path.
 */
export function clearEnvironment(
  from: NodeJS.ProcessEnv,
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const kept = Object.entries(from).filter(
    (entry): entry is [string, string] => !OTHERS.test(entry[0]) && entry[1] !== undefined,
  );
  const path = (from.PATH ?? '').split(delimiter).filter((place) => !isNpms(place));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter), ...extra };
}

function isNpms(place: string): boolean {
  return place.endsWith(join('node_modules', '.bin')) || place.includes(`${sep}node-gyp-bin`);
}

/** Where a program stands in a path, or null. */
export function programNamed(name: string, path: string): string | null {
  const places = path.split(delimiter).filter((place) => place !== '');
  return places.map((place) => join(place, name)).find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
