import type { Plugin } from 'esbuild';

/**
 * The native part of better-sqlite3 stays in its package, beside net's own files; the package's own search for it looks at more
 * places, which takes longer, and comes last.
 */
export const nativePart: Plugin = {
  name: 'native-part',
  setup({ onLoad }) {
    const contents = `
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
    onLoad({ filter: /better-sqlite3[\\/]lib[\\/]binding\.js$/ }, () => ({ contents, loader: 'js' }));
    // Parts of its interface that net never calls.
    const unused =
      /better-sqlite3[\\/]lib[\\/]methods[\\/](aggregate|backup|explain|function|inspect|serialize|table)\.js$/;
    onLoad({ filter: unused }, () => ({ contents: '', loader: 'js' }));
  },
};
