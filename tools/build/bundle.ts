/**
 * Puts the program together: morning.cjs, all that `net` alone needs in one file; complete.cjs, what a shell runs for each tab; main.cjs,
 * which every other command line loads; and the commands, split so that each is small and what they share is loaded once. CommonJS starts
 * faster than modules do.
 */
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin, transform } from 'esbuild';
import { inAscii } from './ascii.ts';
import { atOnce, grouped, separate } from './joining.ts';
import { bundledIn, bundledJson, licensesText } from './licenses.ts';
import { lighter } from './lighter.ts';
import { ENTRIES, LATE, LIBRARIES, OTHERS, SOURCES, WHOLES } from './parts.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { version } = JSON.parse(fs.readFileSync(join(root, 'package.json'), 'utf8'));

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
  const whole = Object.entries(WHOLES).map(([name, { source, atOnce: needed, within }]) =>
    buildWhole(options, name, join(SOURCES, source), [atOnce(needed), separate(within), lighter, ...plugins]),
  );
  const libraries = Object.entries(LIBRARIES).map(([name, entry]) => buildWhole(options, name, entry, []));
  const commands = buildCommands(options, [separate(), grouped, lighter, ...plugins]);
  const built = await Promise.all([...whole, ...libraries, commands]);
  for (const name of fs.readdirSync(into).filter((file) => file.endsWith('.cjs'))) {
    const file = join(into, name);
    fs.writeFileSync(file, inAscii(fs.readFileSync(file, 'utf8')));
  }
  const bundled = bundledIn(built, process.cwd());
  fs.writeFileSync(join(into, 'LICENSES.txt'), licensesText(bundled));
  fs.writeFileSync(join(into, 'bundled.json'), bundledJson(bundled));
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

/** esbuild splits only modules: each chunk is turned into CommonJS afterwards. */
async function buildCommands(options: BuildOptions, plugins: Plugin[]): Promise<Metafile> {
  const own = ['cli/program.ts', ...LATE, ...OTHERS]
    .map((name) => [ENTRIES[name] ?? name, join(SOURCES, name)] as const)
    .filter(([name]) => WHOLES[name] === undefined);
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
