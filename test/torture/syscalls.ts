import fs from 'node:fs';
import { join } from 'node:path';
import { type Installed, install, runInstalled } from '../support/installed.ts';
import { type Call, callsIn, killingAt, watching, withoutStrace } from '../support/strace.ts';
import { copyOf, FILE, judge, type Scene, sceneOf, VICTIMS } from '../support/victims.ts';
import type { Family } from './family.ts';

/** Every call that changes something on a disk. */
export const WRITES =
  'write,pwrite64,writev,pwritev,pwritev2,fsync,fdatasync,ftruncate,fallocate,copy_file_range,rename,renameat,renameat2,unlink,unlinkat,link,linkat,symlink,mkdir,mkdirat,rmdir,chmod,fchmod,fchmodat,chown,fchown,openat'.split(
    ',',
  );

/** The calls at which a command can be cut off: of those that open a file, only such as may make one. */
async function callsOf(net: Installed, { victim, template }: Scene): Promise<Call[]> {
  const directory = copyOf(template);
  const log = join(directory, 'strace');
  const { code, err } = await runInstalled(
    net,
    join(directory, FILE),
    victim.argv(directory),
    watching(WRITES, log),
  );
  if (code !== 0) throw new Error(`${victim.name} ended with ${code}: ${err}`);
  const calls = callsIn(log).filter(({ name, text }) => name !== 'openat' || text.includes('O_CREAT'));
  fs.rmSync(directory, { recursive: true });
  return calls;
}

/** Commands that are killed as they begin each call that writes: before or after, never half. */
export const family: Family = {
  name: 'syscalls',
  run: async (attempt, skip) => {
    const why = withoutStrace();
    if (why !== null) return skip('syscalls', why);
    const net = install();
    for (const victim of VICTIMS) {
      const scene = await sceneOf(victim);
      // Once without a fault, so that its compiled code is cached.
      await callsOf(net, scene);
      for (const call of await callsOf(net, scene))
        await attempt('syscalls', `${victim.name} killed at ${call.name} ${call.nth}`, async () => {
          const directory = copyOf(scene.template);
          const argv = victim.argv(directory);
          const ended = await runInstalled(net, join(directory, FILE), argv, killingAt(call));
          const wrong = await judge(scene, directory, ended);
          fs.rmSync(directory, { recursive: true, force: true });
          return wrong;
        });
    }
  },
};
