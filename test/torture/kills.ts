import fs from 'node:fs';
import { join } from 'node:path';
import { type Ended, ended, type Installed, install } from '../support/installed.ts';
import { drawing } from '../support/mutations.ts';
import { type Done, examined, type Standing, same, says, since } from '../support/standing.ts';
import { deskOn } from '../support/victims.ts';
import { temporaryDirectory } from '../support/world.ts';
import { corrupt, type Family, lost, type Wrong } from './family.ts';

const KILLS = Number(process.env.KILLS ?? 1000);
const SEED = Number(process.env.SEED ?? 1);

type Draw = (below: number) => number;

/** A command line, the kind of the operation that it writes, and what it does to what is there. */
interface Order {
  readonly argv: readonly string[];
  readonly kind: Done['kind'];
  /** Words that are in the file once it is done. */
  readonly says?: string;
  /** Whether something is taken out for good: nothing else may change. */
  readonly erases?: { readonly id: string; readonly name: string };
}

interface Contact {
  readonly id: string;
  readonly name: string;
}

/** A name that nobody has had: letters only, as names are. */
function nameOf(n: number): string {
  const letters = [...n.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
  return `K${letters.join('')}q Marsh`;
}

const card = (name: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nNOTE:imported\r\nEND:VCARD\r\n`;

/** Any of the commands that people run, on whom there is. `n` makes its texts its own. */
function orderFor(n: number, draw: Draw, standing: Standing, directory: string): Order {
  const people = (standing.content.contact ?? []) as readonly Contact[];
  const one = people[draw(people.length)];
  const other = people[draw(people.length)];
  const text = `words nr ${n}`;
  const add: Order = { argv: ['add', nameOf(n), '--note', text, '--new'], kind: 'user', says: text };
  if (one === undefined || other === undefined) return add;
  const orders: readonly (() => Order)[] = [
    () => add,
    () => ({ argv: ['log', one.name, text], kind: 'user', says: text }),
    () => ({ argv: ['log', one.name, 'coffee', '-p', text], kind: 'user', says: text }),
    () => ({ argv: ['promise', one.name, text, '--due', 'friday'], kind: 'user', says: text }),
    () => ({ argv: ['edit', one.name, '--note', text], kind: 'user', says: text }),
    () => {
      const file = join(directory, 'people.vcf');
      fs.writeFileSync(file, ['a', 'b', 'c'].map((part) => card(`${nameOf(n)}${part}`)).join(''));
      return { argv: ['import', file, '--create', '--yes'], kind: 'user', says: `${nameOf(n)}c` };
    },
    () => ({ argv: ['undo'], kind: 'undo' }),
    () => ({ argv: ['undo'], kind: 'undo' }),
    () => ({ argv: ['redo'], kind: 'redo' }),
    () => ({ argv: ['today'], kind: 'plan' }),
    () => (one === other ? add : { argv: ['merge', one.name, other.name, '--yes'], kind: 'user' }),
    () => {
      const alone = people.filter(({ id }) => !JSON.stringify(standing.content.participant).includes(id));
      const gone = alone[draw(alone.length)];
      return gone === undefined
        ? add
        : { argv: ['purge', gone.name, '--yes'], kind: 'maintenance', erases: gone };
    },
  ];
  return (orders[draw(orders.length)] ?? (() => add))();
}

/** Runs a command line and kills it after a while, if it has not ended by itself. */
function killed(net: Installed, file: string, argv: readonly string[], after: number): Promise<Ended> {
  return ended([...net.command, ...argv], {
    env: { ...net.env, NET_DB: file },
    begun: (pid) => {
      setTimeout(() => {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It has ended.
        }
      }, after);
    },
  });
}

/** What a crash left is copied, and only the copy looked into: the next command is the one that finds it. */
function copied(file: string, directory: string): string {
  const copy = join(directory, 'copy.db');
  for (const suffix of ['', '-wal', '-shm']) {
    fs.rmSync(copy + suffix, { force: true });
    if (suffix !== '-shm' && fs.existsSync(file + suffix)) fs.copyFileSync(file + suffix, copy + suffix);
  }
  return copy;
}

/** A standing without the rows that tell of somebody, and without the marks by which no import brings back whom somebody erased. */
function without({ content }: Standing, id: string): string {
  const tables = Object.entries(content).filter(([table]) => table !== 'purged');
  return JSON.stringify(
    tables.map(([table, rows]) => [
      table,
      rows
        .filter((row) => !JSON.stringify(row).includes(id))
        .map((row) => ({ ...(row as object), updated_at: 0 })),
    ]),
  );
}

const REVERSED: Readonly<Partial<Record<Done['kind'], string>>> = {
  user: 'undo',
  undo: 'redo',
  redo: 'undo',
};

/** What came of a command that was killed: all of it or nothing, and what was acknowledged is there. */
async function judged(
  order: Order,
  { code, out, err, signal }: Ended,
  before: Standing,
  after: Standing,
  copy: string,
): Promise<Wrong | null> {
  if (signal === null && code !== 0) {
    const refused = ['undo', 'redo', 'merge'].includes(order.argv[0] ?? '') && [4, 5].includes(code ?? 1);
    if (!refused) return lost(`it was not killed and ended with ${code}: ${err}`);
  }
  const done = since(before, after).filter(({ kind }) => kind === order.kind);
  const happened = done.length > 0;
  const acknowledged = out !== '' && !/^(Nothing|nobody)/i.test(out);
  if (acknowledged && !happened && order.kind !== 'plan' && code !== 0)
    return lost(`${out} was said, and is gone`);
  if (code === 0 && order.says !== undefined && !happened) return lost('it ended well, and is gone');
  if (!happened || order.kind === 'plan')
    return same(before, after) ? null : lost('it did not happen, and something is different');
  if (order.says !== undefined && !says(after, order.says)) return lost(`${order.says} is missing`);
  if (order.erases !== undefined) {
    if (says(after, order.erases.id)) {
      if (code === 0) return lost('whoever was erased is still there');
      // What a purge that was cut short left in the file goes with the next one.
      await deskOn(copy).net('purge', '--yes');
      if (says((await examined(copy)).standing, order.erases.id))
        return lost('whoever was erased is still there');
    }
    return without(before, order.erases.id) === without(after, order.erases.id)
      ? null
      : lost('more than one person is erased');
  }
  const back = REVERSED[order.kind];
  if (back === undefined) return null;
  const { code: ended, err: told } = await deskOn(copy).net(back);
  if (ended !== 0) return lost(`${back} afterwards ended with ${ended}: ${told}`);
  const { standing, wrong } = await examined(copy);
  if (wrong !== null) return corrupt(`after ${back}: ${wrong}`);
  return same(standing, before) ? null : lost(`${back} afterwards does not lead back`);
}

/** A thousand times a command is killed at any moment, on one file that grows. */
export const family: Family = {
  name: 'kills',
  run: async (attempt) => {
    const net = install();
    const draw = drawing(SEED);
    const directory = temporaryDirectory();
    const file = join(directory, 'net.db');
    await ended([...net.command, 'add', 'Ana Silva'], { env: { ...net.env, NET_DB: file } });
    let { standing } = await examined(copied(file, directory));
    // How long a command takes here and now: most of what it writes it writes in its second half.
    let typical = 100;
    for (let n = 0; n < KILLS; n++) {
      const order = orderFor(n, draw, standing, directory);
      const after = draw(4) === 0 ? draw(typical) : typical / 2 + draw(typical * 0.7);
      const how = `nr ${n} of seed ${SEED}, net ${order.argv.join(' ')} killed after ${Math.round(after)} ms`;
      await attempt('kills', how, async () => {
        const begun = performance.now();
        const end = await killed(net, file, order.argv, after);
        if (end.signal === null) typical = 0.8 * typical + 0.2 * (performance.now() - begun);
        else typical = Math.max(typical, 1.02 * after * 0.8);
        const copy = copied(file, directory);
        const found = await examined(copy);
        const before = standing;
        standing = found.standing;
        if (found.wrong !== null) return corrupt(found.wrong);
        const wrong = await judged(order, end, before, standing, copy);
        if (wrong !== null) return wrong;
        const next = await deskOn(copy).net('add', `Next ${nameOf(n)}`, '--new');
        return next.code === 0 ? null : lost(`the next command ended with ${next.code}: ${next.err}`);
      });
    }
  },
};
