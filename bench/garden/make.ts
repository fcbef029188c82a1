/**
 * Makes a garden in a process of its own, so that the one that measures stays small: `FILE CONTACTS KEPT_EVERY TODAY KIND [SMALLER TIMES]`. Its
 * KIND is `whole`, or `part` of a larger one.
 */
import fs from 'node:fs';
import { day } from '../../src/domain/days/day.ts';
import { makeGarden } from '../garden.ts';
import { multiply } from './multiply.ts';
import { makeOwed } from './owed.ts';

const [file = '', contacts = '', keptEvery = '', today = '', kind, smaller, times] = process.argv.slice(2);
// Under its name only once all of it is there.
const unfinished = `${file}.unfinished`;
fs.rmSync(unfinished, { force: true });
if (smaller !== undefined) multiply(smaller, unfinished, Number(times));
else {
  const size = { contacts: Number(contacts), keptEvery: Number(keptEvery), interactionsEach: 10 };
  await makeGarden(unfinished, size, day(today));
}
if (kind === 'whole') await makeOwed(unfinished, day(today));
fs.renameSync(unfinished, file);
