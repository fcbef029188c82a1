/** What kind of program a file is, told by its first bytes as the systems do it: one for another system cannot be run to see. */

/** As `platforms.ts` names it, `linux-x64` and `linuxmusl-x64` apart; null for what is no program of a platform that is known there. */
export function platformOf(bytes: Buffer): string | null {
  if (bytes.length < 64) return null;
  if (bytes.readUInt32BE(0) === 0x7f454c46) return elf(bytes);
  if (bytes.readUInt32LE(0) === 0xfeedfacf) return named('darwin', MACH_O[bytes.readUInt32LE(4)]);
  if (bytes.toString('latin1', 0, 2) === 'MZ') return portable(bytes);
  return null;
}

const ELF: Readonly<Record<number, string>> = { 62: 'x64', 183: 'arm64' };
const MACH_O: Readonly<Record<number, string>> = { 16777223: 'x64', 16777228: 'arm64' };
const PE: Readonly<Record<number, string>> = { 34404: 'x64', 43620: 'arm64' };

/** The C library is told by the loader that the program asks for. */
function elf(bytes: Buffer): string | null {
  const isMusl = bytes.subarray(0, 4096).includes('/ld-musl-');
  return named(isMusl ? 'linuxmusl' : 'linux', ELF[bytes.readUInt16LE(18)]);
}

function portable(bytes: Buffer): string | null {
  const at = bytes.readUInt32LE(60);
  if (at + 6 > bytes.length || bytes.toString('latin1', at, at + 4) !== 'PE\0\0') return null;
  return named('win32', PE[bytes.readUInt16LE(at + 4)]);
}

function named(system: string, processor: string | undefined): string | null {
  return processor === undefined ? null : `${system}-${processor}`;
}
