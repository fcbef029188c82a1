import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

const loader = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'src', 'host', 'embedded-part.ts');

/** Parts of better-sqlite3's interface that net never calls. */
const UNUSED =
  /better-sqlite3[\\/]lib[\\/]methods[\\/](aggregate|backup|explain|function|inspect|serialize|table)\.js$/;

const BINDING = /[\\/](better-sqlite3(?:-multiple-ciphers)?)[\\/]lib[\\/]binding\.js$/;
const KEYRING = /@napi-rs[\\/]keyring[\\/]index\.js$/;

/** The native part of better-sqlite3 stays in its package, beside net's own files; the package's own search for it comes last. */
const BESIDE = `
  const path = require('path');
  let addon;
  exports.getBinding = () => (addon ??= near() ?? require(path.join(path.dirname(found()), 'binding.js')).getBinding());
  function found() {
    return require('module').createRequire(__filename).resolve('better-sqlite3');
  }
  function near() {
    const systems = process.platform === 'linux' ? ['linux', 'linuxmusl'] : [process.platform];
    for (const place of ['../node_modules', '../..']) {
      for (const system of systems) {
        const file = path.join(__dirname, place, 'better-sqlite3', 'prebuilds', system + '-' + process.arch + '.node');
        const native = { exports: {} };
        try {
          process.dlopen(native, file);
          return native.exports;
        } catch {
          // Installed elsewhere, or made for the other C library.
        }
      }
    }
  }`;

/** Code of our own comes in the place of the package's search for its native part, which looks at many places and takes its time. */
export const besidePackage: Plugin = {
  name: 'beside-package',
  setup({ onLoad }) {
    onLoad({ filter: BINDING }, () => ({ contents: BESIDE, loader: 'js' }));
    onLoad({ filter: UNUSED }, () => ({ contents: '', loader: 'js' }));
  },
};

/** The files with the native parts of the packages that have one, for one platform. */
export interface NativeParts {
  readonly 'better-sqlite3': string;
  readonly 'better-sqlite3-multiple-ciphers': string;
  readonly keyring: string;
}

/**
 * The native parts go into the executable: they are laid beside what is built, under names that tell what they consist of, for what makes
 * the executable to find. No path of this machine goes along.
 */
export function embedded(parts: NativeParts, into: string): Plugin {
  const names = new Map(Object.entries(parts).map(([kind, file]) => [kind, laid(kind, file, into)]));
  const bound = (kind: string) => `
    import { embeddedPart } from ${JSON.stringify(loader)};
    import part from ${JSON.stringify(`./${names.get(kind)}`)};`;
  return {
    name: 'embedded',
    setup({ onLoad, onResolve }) {
      onLoad({ filter: BINDING }, ({ path }) => ({
        contents: `${bound(BINDING.exec(path)?.[1] ?? '')}
          let addon;
          export const getBinding = () => (addon ??= embeddedPart(part));`,
        loader: 'js',
      }));
      onLoad({ filter: KEYRING }, () => ({
        contents: `${bound('keyring')}
          export const { AsyncEntry } = embeddedPart(part);`,
        loader: 'js',
      }));
      onLoad({ filter: UNUSED }, () => ({ contents: '', loader: 'js' }));
      onResolve({ filter: /\.node$/ }, ({ path }) => ({ path, external: true }));
    },
  };
}

function laid(kind: string, file: string, into: string): string {
  const bytes = fs.readFileSync(file);
  const name = `${kind}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.node`;
  fs.writeFileSync(join(into, name), bytes);
  return name;
}
