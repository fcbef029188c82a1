/** package-lock.json as values: which packages there are, and which of them a package means. */
import fs from 'node:fs';

/** One place in node_modules, as npm writes it down. */
export interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** By the path of the place from the checkout on; the checkout itself is ''. */
export type Lockfile = Readonly<Record<string, Locked>>;

export function readLockfile(root: URL): Lockfile {
  return JSON.parse(fs.readFileSync(new URL('package-lock.json', root), 'utf8')).packages;
}

/** The name of the package that stands at a place: `node_modules/a/node_modules/@b/c` is `@b/c`. */
export function nameAt(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** Where Node finds a package that is named at a place, as it looks for it: nearest first; null where there is none. */
export function placeOf(lockfile: Lockfile, from: string, name: string): string | null {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (lockfile[place] !== undefined) return place;
    if (at === '') return null;
  }
}

/** What a package asks to be installed with it: never what a user may add, nor what it only needs to be built. */
export function needsOf({ dependencies, optionalDependencies, ...locked }: Locked): Record<string, string> {
  const peers = Object.entries(locked.peerDependencies ?? {}).filter(
    ([name]) => locked.peerDependenciesMeta?.[name]?.optional !== true,
  );
  return { ...dependencies, ...optionalDependencies, ...Object.fromEntries(peers) };
}

/** The places of all that whoever installs net gets along with it. Throws where the lockfile lacks one. */
export function installedWith(lockfile: Lockfile): readonly string[] {
  const found = new Set<string>();
  const visit = (from: string) => {
    for (const name of Object.keys(needsOf(lockfile[from] ?? {}))) {
      const place = placeOf(lockfile, from, name);
      if (place === null) throw new Error(`the lockfile lacks ${name}, which ${from || 'net'} needs`);
      if (found.has(place)) continue;
      found.add(place);
      visit(place);
    }
  };
  visit('');
  return [...found].sort();
}
