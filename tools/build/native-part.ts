import type { Plugin } from 'esbuild';

/** Parts of better-sqlite3's interface that net never calls. */
const UNUSED =
  /better-sqlite3[\\/]lib[\\/]methods[\\/](aggregate|backup|explain|function|inspect|serialize|table)\.js$/;

const BINDING = /[\\/](better-sqlite3(?:-multiple-ciphers)?)[\\/]lib[\\/]binding\.js$/;

/**
 * Puts code of our own in the place of a package's search for its native part, which looks at many places and takes its time. `contentsOf`
 * gives it for a package, null where its own search does.
 */
function nativePart(contentsOf: (name: string) => string | null): Plugin {
  return {
    name: 'native-part',
    setup({ onLoad, onResolve }) {
      onLoad({ filter: BINDING }, ({ path }) => {
        const contents = contentsOf(BINDING.exec(path)?.[1] ?? '');
        return contents === null ? null : { contents, loader: 'js' };
      });
      onLoad({ filter: UNUSED }, () => ({ contents: '', loader: 'js' }));
      // What puts net into one executable puts it in as well.
      onResolve({ filter: /\.node$/ }, ({ path }) => ({ path, external: true }));
    },
  };
}

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

export const besidePackage = nativePart(() => BESIDE);

/** The native parts are in the executable itself: `fileOf` gives that of a package. */
export function embedded(fileOf: (name: string) => string): Plugin {
  return nativePart((name) => `exports.getBinding = () => require(${JSON.stringify(fileOf(name))});`);
}
