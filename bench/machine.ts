import fs from 'node:fs';
import os from 'node:os';

/** What a measurement was made on, one fact a line. */
export function machineFacts(scratch: string, versions: Readonly<Record<string, string>>): string[] {
  const cpus = os.cpus();
  return [
    `processor: ${cpus[0]?.model.trim() ?? 'unknown'}, ${cpus.length} cores`,
    `memory: ${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    `system: ${os.type()} ${os.release()}, ${os.arch()}`,
    `disk of the files: ${fileSystem(scratch)}`,
    ...Object.entries(versions).map(([name, version]) => `${name}: ${version}`),
  ];
}

/** The kind of file system that a place is on, where the machine tells it. */
export function fileSystem(place: string): string {
  try {
    return kindIn(fs.readFileSync('/proc/self/mounts', 'utf8'), fs.realpathSync(place));
  } catch {
    return 'unknown';
  }
}

/** The same by a list of mounts: that of the longest place that holds it. */
export function kindIn(mounts: string, place: string): string {
  const holding = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, at = '']) => at !== '' && `${place}/`.startsWith(at.endsWith('/') ? at : `${at}/`));
  const [longest] = holding.toSorted((a, b) => (b[1]?.length ?? 0) - (a[1]?.length ?? 0));
  return longest?.[2] ?? 'unknown';
}

/** Kept in memory, where a FULL sync costs nothing. */
export function isInMemory(kind: string): boolean {
  return kind === 'tmpfs' || kind === 'ramfs';
}

export function freeBytes(place: string): number {
  const { bavail, bsize } = fs.statfsSync(place);
  return bavail * bsize;
}
