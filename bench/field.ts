import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CalendarDate } from '../src/domain/days/day.ts';
import { OURS } from '../src/store/opening.ts';
import { gardensIn } from './gardens.ts';
import { BINARY } from './goals.ts';
import { fileSystem, freeBytes, isInMemory } from './machine.ts';
import { binaryBuild, nodeBuild } from './programs.ts';
import type { Field } from './races.ts';
import { FAR } from './sizes.ts';
import { survey } from './survey.ts';
import { grouped } from './table.ts';

/** What a network of a million people takes on the disk, with room to sort its indexes. */
const ROOM = 10e9;

/**
 * Puts together all that is measured with, from what stands here and what is found on the machine. `missing` is what was not found, `far`
 * whether there is room for a million people. `tell` says what takes long.
 */
export function fieldIn(
  place: string,
  today: CalendarDate,
  environment: Readonly<Record<string, string>>,
  tell: (text: string) => void,
): {
  readonly field: Field;
  readonly missing: readonly string[];
  readonly versions: Readonly<Record<string, string>>;
  readonly far: boolean;
} {
  tell(`in ${place}, ${fileSystem(place)}: building`);
  const node = nodeBuild(place, environment);
  const binary = binaryBuild(place, environment);
  const builds = typeof binary === 'string' ? [node] : [node, binary];
  const { found, missing, versions } = survey(environment);
  const plan = (file: string) => {
    const [program = '', ...args] = [...node.begins, 'today'];
    const { status, stderr } = spawnSync(program, args, {
      env: { ...environment, NET_DB: file },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`net today: ${stderr}`);
  };
  // Of another day or schema none is of use.
  const kind = createHash('sha256').update(OURS.text).digest('hex').slice(0, 8);
  const networks = join(place, `${today}-${kind}`);
  fs.mkdirSync(networks, { recursive: true });
  const gardens = gardensIn(networks, today, { ...environment, SQLITE_TMPDIR: place }, plan, tell);
  const far = freeBytes(place) > ROOM;
  return {
    field: { builds, gardens, found, place, today, environment },
    missing: [
      ...missing,
      ...(typeof binary === 'string' ? [`the ${BINARY}: ${binary}`] : []),
      ...(far ? [] : [`room on the disk for ${grouped(FAR)} people: ${ROOM / 1e9} GB`]),
      ...(isInMemory(fileSystem(place))
        ? ['a disk: files are kept in memory, where a full sync costs nothing']
        : []),
    ],
    versions: {
      Node: process.versions.node,
      ...(typeof binary === 'string' ? {} : { Bun: bunVersion() }),
      ...versions,
    },
    far,
  };
}

/** The one that comes with a checkout. */
function bunVersion(): string {
  const text = fs.readFileSync(fileURLToPath(new URL('../tools/bun/package.json', import.meta.url)), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
