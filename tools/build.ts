/**
 * Builds dist/: an entry and a chunk for each command. esbuild splits only modules, and CommonJS starts faster, so it bundles to
 * modules first and turns each chunk into CommonJS then. better-sqlite3's JavaScript goes in; its native part stays in its package.
 */
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, transform } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const next = join(root, `dist-${process.pid}`);
const { version } = JSON.parse(fs.readFileSync(join(root, 'package.json'), 'utf8'));

/** The native part is found beside the package's own files, not beside the bundle. */
const nativePart: Plugin = {
  name: 'native-part',
  setup({ onLoad }) {
    onLoad({ filter: /better-sqlite3[\\/]lib[\\/]binding\.js$/ }, ({ path }) => ({
      contents: fs
        .readFileSync(path, 'utf8')
        .replaceAll('__dirname', "path.dirname(require.resolve('better-sqlite3'))"),
      loader: 'js',
    }));
  },
};

const bundled = await build({
  entryPoints: { start: join(root, 'src', 'start.ts') },
  outdir: next,
  outExtension: { '.js': '.cjs' },
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.14',
  minify: true,
  legalComments: 'linked',
  define: { NET_VERSION: JSON.stringify(version) },
  plugins: [nativePart],
  write: false,
  logLevel: 'warning',
});

fs.mkdirSync(next, { recursive: true });
for (const { path, text } of bundled.outputFiles) {
  if (!path.endsWith('.cjs')) {
    fs.writeFileSync(path, text);
    continue;
  }
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node22.14',
    minify: true,
    supported: { 'dynamic-import': false },
  });
  fs.writeFileSync(path, code);
}

const old = `${next}-old`;
if (fs.existsSync(dist)) fs.renameSync(dist, old);
fs.renameSync(next, dist);
fs.rmSync(old, { recursive: true, force: true });
