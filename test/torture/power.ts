import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { ended, type Installed, install } from '../support/installed.ts';
import { drawing } from '../support/mutations.ts';
import { examined, says } from '../support/standing.ts';
import { deskOn } from '../support/victims.ts';
import { corrupt, type Family, lost, type Wrong } from './family.ts';

const CUTS = Number(process.env.CUTS ?? 60);
const SEED = Number(process.env.SEED ?? 1);

/** How large the disk is: room for the file, its log and its backups. */
const BYTES = 64 * 2 ** 20;

/** From then on nothing reaches the disk, what the file system itself has not flushed yet included: EXT4_IOC_SHUTDOWN with NOLOGFLUSH. */
const CUT = `open(my $d, '<', $ARGV[0]) or die; my $how = pack('L', 2); ioctl($d, 0x8004587d, $how) or die "$!"`;

function does(program: string, ...argv: readonly string[]): string | null {
  const { status, stderr, error } = spawnSync(program, argv, { encoding: 'utf8' });
  return status === 0 ? null : `${program}: ${error?.message ?? stderr.trim()}`;
}

/** A disk in a file of its own. */
interface Disk {
  readonly image: string;
  readonly at: string;
}

function mount({ image, at }: Disk): string | null {
  return does('mount', '-o', 'loop', image, at);
}

function unmount({ at }: Disk): string | null {
  return does('umount', at);
}

/** Makes an empty disk and mounts it; says what is missing for it. Removed afterwards by `remove`. */
function makeDisk(): Disk | string {
  if (process.getuid?.() !== 0) return 'only root can mount a disk of its own';
  // Beside other files of this machine: a disk in memory could not be mounted.
  const place = fs.mkdtempSync(join(os.tmpdir() === '/dev/shm' ? '/tmp' : '/var/tmp', 'net-power-'));
  const disk = { image: join(place, 'disk'), at: join(place, 'at') };
  fs.mkdirSync(disk.at);
  fs.writeFileSync(disk.image, '');
  fs.truncateSync(disk.image, BYTES);
  const why = does('mkfs.ext4', '-q', '-F', disk.image) ?? mount(disk);
  if (why === null) return disk;
  remove(disk);
  return why;
}

function remove(disk: Disk): void {
  spawnSync('umount', [disk.at]);
  fs.rmSync(join(disk.image, '..'), { recursive: true, force: true });
}

/** Cuts the power, and turns it on again. Null where that is done. */
function cutPower(disk: Disk): string | null {
  return does('perl', '-e', CUT, disk.at) ?? unmount(disk) ?? mount(disk);
}

/** Whether a cut really takes away what was not synced: else nothing would be shown by what is still there. */
function reallyCuts(disk: Disk): string | null {
  const witness = join(disk.at, 'witness');
  fs.writeFileSync(witness, 'never synced');
  const why = cutPower(disk);
  if (why !== null) return why;
  return fs.existsSync(witness) && fs.readFileSync(witness, 'utf8') !== ''
    ? 'a cut of the power takes nothing away'
    : null;
}

/** Another program that has the file open: as long as it has, a command leaves what it wrote in the log, and syncs only that. */
function look(file: string): () => void {
  const other = new Database(file);
  other.prepare('SELECT count(*) FROM contact').get();
  return () => {
    try {
      other.close();
    } catch {
      // Its disk is gone.
    }
  };
}

/** Commands until the power is cut in the midst of one; what of them was acknowledged. */
async function work(net: Installed, file: string, round: number, until: () => boolean): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let n = 0; !until(); n++) {
    const words = `round ${round} talk ${n} end`;
    const argv = n % 3 === 2 ? ['edit', 'ana', '--note', words] : ['log', 'ana', words];
    const { code } = await ended([...net.command, ...argv], { env: { ...net.env, NET_DB: file } });
    if (code === 0) acknowledged.push(words);
  }
  return acknowledged;
}

/** What is wrong once the power is back: something acknowledged that is gone, or a file that is damaged. */
async function afterwards(file: string, acknowledged: readonly string[]): Promise<Wrong | null> {
  const { standing, wrong } = await examined(file);
  if (wrong !== null) return corrupt(wrong);
  const gone = acknowledged.filter((words) => !says(standing, words));
  if (gone.length > 0) return lost(`acknowledged and gone: ${gone.join(', ')}`);
  const { code, err } = await deskOn(file).net('add', 'Next Person', '--new');
  return code === 0 ? null : lost(`the next command ended with ${code}: ${err}`);
}

/** The power is cut at any moment, and what was acknowledged by then is there when it is back. */
export const family: Family = {
  name: 'power',
  run: async (attempt, skip) => {
    const disk = makeDisk();
    if (typeof disk === 'string') return skip('power', disk);
    try {
      const why = reallyCuts(disk);
      if (why !== null) return skip('power', why);
      const net = install();
      const draw = drawing(SEED);
      const file = join(disk.at, 'net.db');
      const all: string[] = [];
      await ended([...net.command, 'add', 'Ana Silva'], { env: { ...net.env, NET_DB: file } });
      for (let round = 0; round < CUTS; round++) {
        const after = 50 + draw(700);
        await attempt('power', `nr ${round} of seed ${SEED}, after ${after} ms`, async () => {
          let isCut = false;
          let failure: string | null = null;
          const leave = round % 2 === 0 ? look(file) : () => {};
          const timer = new Promise<void>((resolve) => {
            setTimeout(() => {
              isCut = true;
              failure = does('perl', '-e', CUT, disk.at);
              resolve();
            }, after);
          });
          all.push(...(await work(net, file, round, () => isCut)));
          await timer;
          leave();
          failure ??= unmount(disk) ?? mount(disk);
          if (failure !== null) throw new Error(failure);
          return afterwards(file, all);
        });
      }
    } finally {
      remove(disk);
    }
  },
};
