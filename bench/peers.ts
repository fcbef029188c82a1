import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import type { CalendarDate } from '../src/domain/days/day.ts';
import { nameOf } from './garden.ts';
import { NAMES, TODAY } from './goals.ts';
import { addressBook, card, journal, khardSettings, taskSettings, tasksJson } from './peers/files.ts';
import { type Friend, friends } from './peers/people.ts';
import type { Entrant } from './race.ts';

/** Another program that keeps people, tasks or accounts: what a person runs of it instead of a command of net's. */
export interface Peer {
  /** The command as the table calls it. */
  readonly what: string;
  readonly program: string;
  /** The command of net's that does what it does. */
  readonly beside: string;
  readonly version: readonly string[];
  /** What it has to say. */
  readonly says: string;
  /** How it is run on what it keeps in a place of its own, where nothing of the user's is. */
  readonly run: (place: string) => Kept;
  /** Writes that. */
  readonly keep: (place: string, people: readonly Friend[], run: Run) => void;
}

interface Kept {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the program itself. */
type Run = (args: readonly string[]) => void;

const [WHOLE_NAME] = NAMES;

export const PEERS: readonly Peer[] = [
  {
    what: 'task next',
    program: 'task',
    beside: TODAY,
    version: ['--version'],
    says: 'be in touch with',
    run: (place) => ({ args: ['next'], env: { TASKRC: join(place, 'taskrc'), TASKDATA: place } }),
    keep: (place, people, run) => {
      const file = join(place, 'tasks.json');
      fs.writeFileSync(join(place, 'taskrc'), taskSettings(place));
      fs.writeFileSync(file, tasksJson(people));
      run(['import', file]);
    },
  },
  {
    what: 'khard list',
    program: 'khard',
    beside: TODAY,
    version: ['--version'],
    says: nameOf(0),
    run: (place) => ({ args: ['-c', join(place, 'khard.conf'), 'list'] }),
    keep: (place, people) => {
      const cards = join(place, 'cards');
      fs.mkdirSync(cards);
      for (const one of people) fs.writeFileSync(join(cards, `${one.number}.vcf`), card(one));
      fs.writeFileSync(join(place, 'khard.conf'), khardSettings(cards));
    },
  },
  {
    what: 'abook --mutt-query',
    program: 'abook',
    beside: WHOLE_NAME,
    version: [],
    says: nameOf(20),
    run: (place) => ({ args: ['--datafile', join(place, 'addressbook'), '--mutt-query', nameOf(20)] }),
    keep: (place, people) => fs.writeFileSync(join(place, 'addressbook'), addressBook(people)),
  },
  {
    what: 'hledger balance',
    program: 'hledger',
    beside: TODAY,
    version: ['--version'],
    says: nameOf(0),
    run: (place) => ({ args: ['-f', join(place, 'talks.journal'), 'balance'] }),
    keep: (place, people) => fs.writeFileSync(join(place, 'talks.journal'), journal(people)),
  },
];

/** A peer on so many people, with files of its own under a place. Writing them throws where it cannot be done. */
export function peerEntrant(
  { what, program, says, run, keep }: Peer,
  path: string,
  place: string,
  people: number,
  today: CalendarDate,
  environment: Readonly<Record<string, string>>,
): Entrant {
  const own = join(place, `${program}-${people}`);
  const { args, env = {} } = run(own);
  const ready = () => {
    fs.rmSync(own, { recursive: true, force: true });
    fs.mkdirSync(own, { recursive: true });
    keep(own, friends(people, today), (words) => {
      const options = { env: { ...environment, ...env }, encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
      const { status, stderr, error } = spawnSync(path, words, options);
      if (status !== 0) throw new Error(`${program} ${words[0]}: ${error?.message ?? stderr}`);
    });
  };
  return {
    what,
    by: program,
    people,
    command: [path, ...args],
    env,
    ready,
    says,
    warm: 1,
  };
}
