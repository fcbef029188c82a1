import fs from 'node:fs';
import { join } from 'node:path';
import { type Ended, ended, type Installed, install } from '../support/installed.ts';
import { asOrdinaryUser, ORDINARY } from '../support/ordinary.ts';
import { copyOf, FILE, judge, notPrivate, type Scene, sceneOf, VICTIMS } from '../support/victims.ts';
import { type Family, lost, type Wrong } from './family.ts';

const UMASKS = ['000', '022', '077'];

/** What is not allowed, and whether anything may then be done. */
const RIGHTS: Readonly<Record<string, { readonly file: number; readonly directory: number }>> = {
  all: { file: 0o600, directory: 0o700 },
  'a file to be read only': { file: 0o400, directory: 0o700 },
  'a file that may not even be read': { file: 0o000, directory: 0o700 },
  'a directory to be read only': { file: 0o600, directory: 0o500 },
};

const DENIED = 15;

function own(path: string): void {
  fs.chownSync(path, ORDINARY.uid, ORDINARY.gid);
  if (fs.statSync(path).isDirectory()) for (const name of fs.readdirSync(path)) own(join(path, name));
}

function run(net: Installed, umask: string, scene: Scene, directory: string): Promise<Ended> {
  const argv = scene.victim.argv(directory);
  return ended(['sh', '-c', `umask ${umask}; exec "$@"`, 'sh', ...net.command, ...argv], {
    env: { ...net.env, HOME: directory, NET_DB: join(directory, FILE) },
    ...asOrdinaryUser(),
  });
}

async function tried(net: Installed, umask: string, right: string, scene: Scene): Promise<Wrong | null> {
  const { file, directory: ofDirectory } = RIGHTS[right] ?? { file: 0, directory: 0 };
  const directory = copyOf(scene.template);
  const path = join(directory, FILE);
  if (process.getuid?.() === 0) own(directory);
  if (fs.existsSync(path)) fs.chmodSync(path, file);
  fs.chmodSync(directory, ofDirectory);
  const end = await run(net, umask, scene, directory);
  fs.chmodSync(directory, 0o700);
  const open = notPrivate(directory);
  if (fs.existsSync(path)) fs.chmodSync(path, 0o600);
  if (open !== null) return { kind: 'escaped', what: open };
  const { code, err } = end;
  if (right === 'all' && code !== 0) return lost(`it ended with ${code}: ${err}`);
  const denied = code === DENIED && /^net: [^\n]+\nhint: [^\n]+\n$/.test(err);
  if (code !== 0 && !denied) return lost(`it ended with ${code}: ${err}`);
  const wrong = await judge(scene, directory, end);
  fs.rmSync(directory, { recursive: true, force: true });
  return wrong;
}

/** An ordinary user under each umask, with and without the rights: what is theirs is theirs alone, and what may not be done is said. */
export const family: Family = {
  name: 'permissions',
  run: async (attempt, skip) => {
    const net = install();
    const probe = await ended([...net.command, '--version'], {
      env: { ...net.env, HOME: '/nonexistent' },
      ...asOrdinaryUser(),
    });
    if (probe.code !== 0) return skip('permissions', `an ordinary user cannot run net here: ${probe.err}`);
    for (const victim of VICTIMS) {
      const scene = await sceneOf(victim);
      for (const umask of UMASKS)
        for (const right of Object.keys(RIGHTS))
          await attempt('permissions', `${victim.name} under umask ${umask}, ${right}`, () =>
            tried(net, umask, right, scene),
          );
    }
  },
};
