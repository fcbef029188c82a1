/**
 * Puts the program together: morning.cjs, all that `net` alone needs in one file; complete.cjs, what a shell runs for each tab; main.cjs,
 * which every other command line loads; and the commands, split so that each is small and what they share is loaded once. CommonJS starts
 * faster than modules do.
 */
import fs from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin, transform } from 'esbuild';
import { EVERYDAY } from './everyday.ts';
import { bundledIn, bundledJson, licensesText } from './licenses.ts';
import { lighter } from './lighter.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const src = join(root, 'src');
const { version } = JSON.parse(fs.readFileSync(join(root, 'package.json'), 'utf8'));

const OTHERS = fs
  .readdirSync(join(src, 'commands'))
  .filter((name) => name !== 'today.ts')
  .map((name) => `commands/${name}`);

/** What is loaded only where it is needed. */
const LATE = [
  'domain/words/fold.ts',
  'host/inquirer.ts',
  'host/progress-bar.ts',
  'render/chalk.ts',
  'render/string-width.ts',
  'steps/change.ts',
  'steps/completing/groups.ts',
  'steps/damage-behind.ts',
  'steps/damaged.ts',
  'steps/place.ts',
  'steps/unlock.ts',
  'steps/who.ts',
  'store/encrypted.ts',
  'store/migrate.ts',
  'store/operation.ts',
  'store/plan-writing.ts',
  'store/upgrade.ts',
];

/** What is a file of its own in dist/, under which name. */
const ENTRIES: Readonly<Record<string, string>> = {
  'main.ts': 'main',
  'chrono-node/en': 'chrono',
  'commands/today.ts': 'today',
  'cli/program.ts': 'program',
  ...Object.fromEntries(OTHERS.map((name) => [name, name.replace(/^commands\/|\.ts$/g, '')])),
  ...Object.fromEntries(LATE.map((name) => [name, name.replace(/^.*\/|\.ts$/g, '')])),
};

/** What a command of every day needs at once of what others need late, or never. */
const AT_ONCE = ['cli/program.ts', 'steps/change.ts', 'steps/who.ts', 'store/operation.ts'];

/** What most commands need: loaded by each of them, so that it is one chunk instead of dozens. */
const SHARED = [
  'steps/ask-who.ts',
  'steps/change.ts',
  'steps/choose.ts',
  'steps/details.ts',
  'steps/newcomer.ts',
  'steps/people.ts',
  'steps/told.ts',
  'steps/touch.ts',
  'steps/week.ts',
  'store/undo.ts',
];

/** Entries are loaded from each other's files, never bundled into one another. */
const separate: Plugin = {
  name: 'separate',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ path, resolveDir, kind }) => {
      const entry = ENTRIES[path.startsWith('.') ? named(join(resolveDir, path)) : path];
      return kind === 'dynamic-import' && entry !== undefined
        ? { path: `./${entry}.cjs`, external: true }
        : undefined;
    });
  },
};

const LATE_IMPORT = /\bimport\('(\.[^']+)'\)/g;

/** What others load late is in the same file for whoever needs it at once: no module of its own, and loaded with the rest. */
function atOnce(names: readonly string[]): Plugin {
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
  return relative(src, path).split(sep).join('/');
}

/** esbuild makes a chunk of each set of modules that the same entries reach: every command reaches all that is shared. */
const grouped: Plugin = {
  name: 'grouped',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const name = named(path);
      const own = /^(commands|steps|store)\//.test(name) && (OTHERS.includes(name) || LATE.includes(name));
      const shared = own ? SHARED.filter((other) => other !== name) : [];
      const imports = shared.map((other) => `import ${JSON.stringify(join(src, other))};`);
      return { contents: imports.join('') + fs.readFileSync(path, 'utf8'), loader: 'ts' };
    });
  },
};

/** Where a build goes, what else takes part in it, as who finds native parts, and what is no part of it. */
export interface Build {
  readonly into: string;
  readonly plugins: readonly Plugin[];
  readonly external: readonly string[];
}

const OPTIONS: BuildOptions = {
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node22.14',
  minify: true,
  legalComments: 'linked',
  metafile: true,
  define: { NET_VERSION: JSON.stringify(version) },
  supported: { 'dynamic-import': false },
  logLevel: 'warning',
};

/** Bundles everything into an empty directory. */
export async function bundle({ into, plugins, external }: Build): Promise<void> {
  const options = { ...OPTIONS, outdir: into, external: [...external] };
  const built = [
    await buildWhole(options, 'main', join(src, 'main.ts'), [separate, lighter, ...plugins]),
    await buildWhole(options, 'complete', join(src, 'complete.ts'), [separate, lighter, ...plugins]),
    await buildWhole(options, 'today', join(src, 'commands', 'today.ts'), [separate, lighter, ...plugins]),
    await buildWhole(options, 'morning', join(src, 'main.ts'), [
      atOnce(['commands/today.ts']),
      separate,
      lighter,
      ...plugins,
    ]),
    ...(await Promise.all(EVERYDAY.map((name) => buildEveryday(options, name, plugins)))),
    await buildWhole(options, 'any-ascii', 'any-ascii', []),
    await buildWhole(options, 'chrono', 'chrono-node/en', []),
    await buildCommands(options, [separate, grouped, lighter, ...plugins]),
  ];
  const libraries = bundledIn(built, process.cwd());
  fs.writeFileSync(join(into, 'LICENSES.txt'), licensesText(libraries));
  fs.writeFileSync(join(into, 'bundled.json'), bundledJson(libraries));
}

/** One file with everything that is not loaded late. */
async function buildWhole(
  options: BuildOptions,
  name: string,
  entry: string,
  plugins: Plugin[],
): Promise<Metafile> {
  const { metafile } = await build({
    ...options,
    entryPoints: { [name]: entry },
    format: 'cjs',
    plugins,
  });
  return told(metafile);
}

function buildEveryday(options: BuildOptions, name: string, plugins: readonly Plugin[]): Promise<Metafile> {
  const own = [atOnce([...AT_ONCE, `commands/${name}.ts`]), separate, lighter, ...plugins];
  return buildWhole(options, `everyday-${name}`, join(src, 'main.ts'), own);
}

/** esbuild splits only modules: each chunk is turned into CommonJS afterwards. */
async function buildCommands(options: BuildOptions, plugins: Plugin[]): Promise<Metafile> {
  const own = ['cli/program.ts', ...LATE, ...OTHERS].map((name) => [ENTRIES[name] ?? name, join(src, name)]);
  const { outputFiles, metafile } = await build({
    ...options,
    supported: {},
    entryPoints: Object.fromEntries(own),
    chunkNames: '[name]-[hash]',
    splitting: true,
    format: 'esm',
    plugins,
    write: false,
  });
  for (const { path, text } of outputFiles)
    fs.writeFileSync(path, path.endsWith('.cjs') ? await commonJs(text) : text);
  return told(metafile);
}

async function commonJs(module: string): Promise<string> {
  const { platform, target, minify, supported } = OPTIONS;
  const options = { platform, target, minify, supported, format: 'cjs' };
  return (await transform(module, options as Parameters<typeof transform>[1])).code;
}

function told(metafile: Metafile | undefined): Metafile {
  if (metafile === undefined) throw new Error('esbuild does not tell what it has put together');
  return metafile;
}
