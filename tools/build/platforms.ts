/** A platform for which net is made as one executable. */
export interface Platform {
  readonly system: NodeJS.Platform;
  /** What better-sqlite3 calls the platform. */
  readonly native: string;
  /** What Bun's npm packages call it. */
  readonly bun: string;
  /** What the packages of the keychain call it. */
  readonly keyring: string;
}

/** Those for which better-sqlite3 and Bun both have what it takes. */
export const PLATFORMS: readonly Platform[] = [
  { system: 'linux', native: 'linux-x64', bun: 'linux-x64', keyring: 'linux-x64-gnu' },
  { system: 'linux', native: 'linux-arm64', bun: 'linux-aarch64', keyring: 'linux-arm64-gnu' },
  { system: 'linux', native: 'linuxmusl-x64', bun: 'linux-x64-musl', keyring: 'linux-x64-musl' },
  { system: 'linux', native: 'linuxmusl-arm64', bun: 'linux-aarch64-musl', keyring: 'linux-arm64-musl' },
  { system: 'darwin', native: 'darwin-x64', bun: 'darwin-x64', keyring: 'darwin-x64' },
  { system: 'darwin', native: 'darwin-arm64', bun: 'darwin-aarch64', keyring: 'darwin-arm64' },
  { system: 'win32', native: 'win32-x64', bun: 'windows-x64', keyring: 'win32-x64-msvc' },
  { system: 'win32', native: 'win32-arm64', bun: 'windows-aarch64', keyring: 'win32-arm64-msvc' },
];

/** That of this machine. Throws where there is none. */
export function ownPlatform(): Platform {
  const musl = process.platform === 'linux' && !hasGlibc() ? 'musl' : '';
  return platformNamed(`${process.platform}${musl}-${process.arch}`);
}

/** By the name that better-sqlite3 has for it. Throws for one that is none. */
export function platformNamed(name: string): Platform {
  const found = PLATFORMS.find(({ native }) => native === name);
  if (found === undefined)
    throw new Error(
      `there is no executable for ${name}, only for ${PLATFORMS.map(({ native }) => native).join(', ')}`,
    );
  return found;
}

function hasGlibc(): boolean {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime !== undefined;
}
