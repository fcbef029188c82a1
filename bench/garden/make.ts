/** Makes a garden in a process of its own, `FILE CONTACTS KEPT_EVERY TODAY [SMALLER TIMES]`: the one that measures stays small. */
import fs from 'node:fs';
import { day } from '../../src/domain/days/day.ts';
import { makeGarden } from '../garden.ts';
import { multiply } from './multiply.ts';

const [file = '', contacts = '', keptEvery = '', today = '', smaller, times] = process.argv.slice(2);
// Under its name only once all of it is there.
const unfinished = `${file}.unfinished`;
fs.rmSync(unfinished, { force: true });
if (smaller !== undefined) multiply(smaller, unfinished, Number(times));
else {
  const size = { contacts: Number(contacts), keptEvery: Number(keptEvery), interactionsEach: 10 };
  await makeGarden(unfinished, size, day(today));
}
fs.renameSync(unfinished, file);
