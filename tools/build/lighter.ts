/** What libraries load that few commands need, or none: a good part of what a start costs. */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

const host = fileURLToPath(new URL('../../src/host', import.meta.url));

/** The parts of Node's crypto that are called, if at all, late in a command. */
const CRYPTO = 'createCipheriv createDecipheriv createHash hash randomBytes scrypt'.split(' ');

const CRYPTO_WHEN_CALLED = CRYPTO.map(
  (name) => `export const ${name} = (...given) => process.getBuiltinModule('node:crypto').${name}(...given);`,
).join('\n');

const COMMANDER = /node_modules[\\/]commander[\\/]/;

interface Lighter {
  /** What is imported, and by whom. */
  readonly path: RegExp;
  readonly importer: RegExp;
  readonly contents: string;
}

const LIGHTER: readonly Lighter[] = [
  { path: /^node:crypto$/, importer: /./, contents: CRYPTO_WHEN_CALLED },
  {
    path: /^\.\/rng\.js$/,
    importer: /node_modules[\\/]uuid[\\/]/,
    contents: "export { randomBytes as default } from './random.ts';",
  },
  // Copies of all that is in them, for the few things that are called.
  { path: /^node:fs$/, importer: COMMANDER, contents: "export default process.getBuiltinModule('node:fs');" },
  {
    path: /^node:path$/,
    importer: COMMANDER,
    contents: "export default process.getBuiltinModule('node:path');",
  },
  // What is wanted of it is always there; a copy of it reaches for its streams, which are dear.
  { path: /^node:process$/, importer: /./, contents: 'export default process;' },
  // It is told whether there are colors.
  {
    path: /^#supports-color$/,
    importer: /node_modules[\\/]chalk[\\/]/,
    contents: 'export default { stdout: false, stderr: false };',
  },
  // It could start other programs as commands of its own: net has none.
  { path: /^node:child_process$/, importer: COMMANDER, contents: 'export default {};' },
];

/** Puts something lighter that does the same in the place of an import. */
export const lighter: Plugin = {
  name: 'lighter',
  setup({ onResolve, onLoad }) {
    for (const [i, { path, importer, contents }] of LIGHTER.entries()) {
      const namespace = `lighter-${i}`;
      onResolve({ filter: path }, (args) =>
        importer.test(args.importer) ? { path: args.path, namespace } : undefined,
      );
      onLoad({ filter: /./, namespace }, () => ({ contents, loader: 'js', resolveDir: host }));
    }
  },
};

/** Half a megabyte of tables, for names beyond Latin letters, in a file of its own. An executable has no files, and loads it late anyway. */
export const tablesBeside: Plugin = {
  name: 'tables-beside',
  setup({ onResolve, onLoad }) {
    const namespace = 'tables-beside';
    onResolve({ filter: /^any-ascii$/ }, ({ importer, path }) =>
      importer === '' ? undefined : { path, namespace },
    );
    onResolve({ filter: /^\.\/any-ascii\.cjs$/ }, ({ path }) => ({ path, external: true }));
    const contents = `let load;
      export default function anyAscii(text) { return (load ??= require('./any-ascii.cjs').default)(text); }`;
    onLoad({ filter: /./, namespace }, () => ({ contents, loader: 'js' }));
  },
};
