/** What goes into the same file, and what is loaded from another one. */
import fs from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Plugin } from 'esbuild';
import { ENTRIES, LATE, OTHERS, SHARED, SOURCES } from './parts.ts';

/** Entries are loaded from each other's files, never bundled into one another: but for those `within` the same file, which run late there. */
export function separate(within: readonly string[] = []): Plugin {
  return {
    name: 'separate',
    setup({ onResolve }) {
      onResolve({ filter: /./ }, ({ path, resolveDir, kind }) => {
        const name = path.startsWith('.') ? named(join(resolveDir, path)) : path;
        const entry = ENTRIES[name];
        return kind === 'dynamic-import' && entry !== undefined && !within.includes(name)
          ? { path: `./${entry}.cjs`, external: true }
          : undefined;
      });
    },
  };
}

const LATE_IMPORT = /\bimport\('(\.[^']+)'\)/g;

/** What others load late is in the same file for whoever needs it at once: no module of its own, and loaded with the rest. */
export function atOnce(names: readonly string[]): Plugin {
  return {
    name: 'at-once',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const found: string[] = [];
        const source = fs.readFileSync(path, 'utf8').replace(LATE_IMPORT, (late, name: string) => {
          if (!names.includes(named(join(dirname(path), name)))) return late;
          found.push(`import * as atOnce${found.length} from '${name}';`);
          return `Promise.resolve(atOnce${found.length - 1})`;
        });
        return { contents: found.join('') + source, loader: 'ts', resolveDir: dirname(path) };
      });
    },
  };
}

function named(path: string): string {
  return relative(SOURCES, path).split(sep).join('/');
}

/** esbuild makes a chunk of each set of modules that the same entries reach: every command reaches all that is shared. */
export const grouped: Plugin = {
  name: 'grouped',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const name = named(path);
      const own = /^(commands|steps|store)\//.test(name) && (OTHERS.includes(name) || LATE.includes(name));
      const shared = own ? SHARED.filter((other) => other !== name) : [];
      const imports = shared.map((other) => `import ${JSON.stringify(join(SOURCES, other))};`);
      return { contents: imports.join('') + fs.readFileSync(path, 'utf8'), loader: 'ts' };
    });
  },
};
