import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CalendarDate } from '../src/domain/days/day.ts';
import { FULL_STACK } from './sizes.ts';
import { grouped } from './table.ts';

/** How many people a garden has that is made row by row; a larger one is several of it. */
const ROW_BY_ROW = 10_000;
const KEPT_EVERY = 20;

const make = fileURLToPath(new URL('garden/make.ts', import.meta.url));

/** The files of made-up networks. */
export interface Gardens {
  /** Where one is, or will be. */
  readonly file: (people: number) => string;
  /** Makes it, with this week's plan stored, where it is not there yet. */
  readonly ready: (people: number) => void;
}

/** `plan` stores the plan of this week in a new file. `tell` says what takes long. */
export function gardensIn(
  place: string,
  today: CalendarDate,
  env: Readonly<Record<string, string>>,
  plan: (file: string, people: number) => void,
  tell: (text: string) => void,
): Gardens {
  const keptEvery = (people: number) => (people === FULL_STACK.people ? FULL_STACK.keptEvery : KEPT_EVERY);
  const file = (people: number) => join(place, `${people}-${keptEvery(people)}.db`);
  const made = (
    path: string,
    people: number,
    every: number,
    kind: 'whole' | 'part',
    ...smaller: readonly string[]
  ) => {
    tell(`making a network of ${grouped(people)} people`);
    const args = [make, path, String(people), String(every), today, kind, ...smaller];
    const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`no network of ${people} people could be made: ${stderr}`);
  };
  const ready = (people: number) => {
    const [path, every] = [file(people), keptEvery(people)];
    if (fs.existsSync(path)) return;
    const times = Math.floor(people / ROW_BY_ROW);
    if (times < 2) made(path, people, every, 'whole');
    else {
      const few = people / times;
      const small = join(place, `${few}-${every}-small.db`);
      if (!fs.existsSync(small)) made(small, few, every, 'part');
      made(path, people, every, 'whole', small, String(times));
    }
    plan(path, people);
  };
  return { file, ready };
}
