import fs from 'node:fs';
import { join } from 'node:path';
import { type Installed, install, runInstalled } from '../support/installed.ts';
import { type Call, killingAt, WRITING, watching, withoutStrace, writingIn } from '../support/strace.ts';
import { copyOf, FILE, judge, type Scene, sceneOf, VICTIMS } from '../support/victims.ts';
import type { Family } from './family.ts';

/** The calls at which a command can be cut off: of those that open a file, only such as may make one. */
async function callsOf(net: Installed, { victim, template }: Scene): Promise<Call[]> {
  const directory = copyOf(template);
  const log = join(directory, 'strace');
  const { code, err } = await runInstalled(
    net,
    join(directory, FILE),
    victim.argv(directory),
    watching(WRITING, log),
  );
  if (code !== 0) throw new Error(`${victim.name} ended with ${code}: ${err}`);
  const calls = writingIn(log);
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
    // As careless as can be: what is left when a command is killed is private all the same.
    process.umask(0);
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
