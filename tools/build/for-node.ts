import fs from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { bundle } from './bundle.ts';
import { calledIn } from './called.ts';
import { eager } from './eager.ts';
import { tablesBeside } from './lighter.ts';
import { besidePackage } from './native-part.ts';

/** Packages that only those add who want them. */
const OPTIONAL = ['better-sqlite3-multiple-ciphers', '@napi-rs/keyring'];

/** Builds the program for Node into an empty directory, with what is called every day compiled as it is loaded. `more` take part in it. */
export async function buildForNode(into: string, more: readonly Plugin[] = []): Promise<void> {
  await bundle({ into, plugins: [besidePackage, tablesBeside, ...more], external: OPTIONAL });
  const calledOf = calledIn(into);
  for (const file of fs.readdirSync(into).filter((name) => name.endsWith('.cjs'))) {
    const path = join(into, file);
    fs.writeFileSync(path, eager(fs.readFileSync(path, 'utf8'), calledOf(file)));
  }
}
