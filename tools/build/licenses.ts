/** Which libraries esbuild has put into dist/, and under which licenses: their texts go along. */
import fs from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** A library parts of which are in dist/. */
export interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly source: string;
  /** What its package says of its license, word by word. */
  readonly texts: readonly string[];
}

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const TEXT = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

/** The libraries of which something is in what was built, by name. Throws for one whose package holds no text of its license. */
export function bundledIn(metafiles: readonly Metafile[], root: string): readonly Bundled[] {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    ),
  );
  const directories = new Set(inputs.flatMap((path) => PACKAGE.exec(path)?.[1] ?? []));
  return [...directories]
    .map((directory) => libraryAt(join(root, directory)))
    .sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

export function libraryAt(directory: string): Bundled {
  const { name, version, license, repository } = JSON.parse(
    fs.readFileSync(join(directory, 'package.json'), 'utf8'),
  );
  const texts = fs
    .readdirSync(directory)
    .filter((file) => TEXT.test(file))
    .sort()
    .map((file) => fs.readFileSync(join(directory, file), 'utf8').replace(/\r\n?/g, '\n').trim());
  if (typeof license !== 'string' || texts.length === 0)
    throw new Error(`${name} ${version} may not go into dist/: its package does not say under which license`);
  return { name, version, license, source: sourceOf(repository), texts };
}

/** Where its source is: `git+https://…git`, `git://…`, `owner/name` and `github:owner/name` are all written by somebody. */
function sourceOf(repository: { readonly url?: string } | string | undefined): string {
  const url = (typeof repository === 'string' ? repository : repository?.url) ?? '';
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(url)?.[1];
  if (short !== undefined) return `https://github.com/${short}`;
  return url
    .replace(/^git\+/, '')
    .replace(/^git:\/\//, 'https://')
    .replace(/^(?:ssh:\/\/)?git@([^:/]+)[:/]/, 'https://$1/')
    .replace(/\.git$/, '');
}

const RULE = '-'.repeat(80);

/** dist/LICENSES.txt */
export function licensesText(libraries: readonly Bundled[]): string {
  const head = `net itself is under the MIT license: see LICENSE. The files beside this one also hold parts of the libraries below, each under its own.\n`;
  const parts = libraries.map(({ name, version, license, source, texts }) =>
    [RULE, [`${name} ${version}, ${license}`, source].filter(Boolean).join('\n'), ...texts].join('\n\n'),
  );
  return `${[head, ...parts].join('\n\n')}\n`;
}

/** dist/bundled.json: the same for programs, as the bill of materials needs it. */
export function bundledJson(libraries: readonly Bundled[]): string {
  const told = libraries.map(({ name, version, license }) => ({ name, version, license }));
  return `${JSON.stringify(told, null, 2)}\n`;
}
