import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { type Installed, install, runInstalled } from '../support/installed.ts';
import { copyInto, FILE, judge, type Scene, sceneOf, VICTIMS } from '../support/victims.ts';
import { temporaryDirectory } from '../support/world.ts';
import { type Family, lost, type Wrong } from './family.ts';

const DISK = 6 * 2 ** 20;
const PAGE = 4096;

/** How much room is left, in pages: from none to more than any of the commands needs. */
const ROOM = [0, 1, 2, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 160, 192, 256, 320, 400, 500];

/** A small disk of its own; null, or why there is none. */
function mountDisk(at: string): string | null {
  if (process.getuid?.() !== 0) return 'only root can mount a small disk';
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', at], {
    encoding: 'utf8',
  });
  return status === 0 ? null : (error?.message ?? stderr.trim());
}

/** Fills a disk up to some pages. */
function fill(at: string, pages: number): void {
  const { bavail, bsize } = fs.statfsSync(at);
  const bytes = Math.max(0, bavail * bsize - pages * PAGE);
  fs.writeFileSync(join(at, 'filler'), Buffer.alloc(bytes));
}

async function tried(net: Installed, scene: Scene, at: string, pages: number): Promise<Wrong | null> {
  const directory = join(at, 'files');
  fs.rmSync(directory, { recursive: true, force: true });
  copyInto(directory, scene.template);
  fill(at, pages);
  const ended = await runInstalled(net, join(directory, FILE), scene.victim.argv(directory));
  fs.rmSync(join(at, 'filler'));
  const { code, err } = ended;
  if (code !== 0 && code !== 3 && !(code === 16 && /^net: [^\n]+\nhint: [^\n]+\n$/.test(err)))
    return lost(`it ended with ${code}: ${err}`);
  return judge(scene, directory, ended);
}

/** Commands on a disk that is really full, or becomes so in the midst: one clear line, nothing lost, and once there is room all is normal. */
export const family: Family = {
  name: 'full',
  run: async (attempt, skip) => {
    const at = temporaryDirectory();
    const why = mountDisk(at);
    if (why !== null) return skip('full', why);
    try {
      const net = install();
      for (const victim of VICTIMS) {
        const scene = await sceneOf(victim);
        for (const pages of ROOM)
          await attempt('full', `${victim.name} with room for ${pages} pages`, () =>
            tried(net, scene, at, pages),
          );
      }
    } finally {
      spawnSync('umount', [at]);
    }
  },
};
