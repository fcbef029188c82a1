import fs from 'node:fs';
import { enableCompileCache } from 'node:module';
import os from 'node:os';
import { join } from 'node:path';

declare const NET_VERSION: string;

/** Compiled code is kept where only the user can write: code that somebody else could plant must never run. */
function cacheCode(): void {
  try {
    const directory = join(process.env.XDG_CACHE_HOME || join(os.homedir(), '.cache'), 'netgarden');
    fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
    enableCompileCache(directory);
  } catch {
    // Without a place for it, net only starts a little slower.
  }
}

cacheCode();
import('./main.ts').then(({ start }) => start(NET_VERSION));
