/**
 * Measures on public contact records how well warmth, as `net` computes it, tells who will be in contact in the next 30 days, and
 * compares that with what was measured before. The records are no part of the product:
 *
 *   npm run bench:warmth -- DIR
 */
import fs from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULTS } from '../src/domain/settings.ts';
import { warmth } from '../src/domain/warmth.ts';
import { auc } from './warmth/auc.ts';
import { rowsOf, scoredGroups, type TieRow } from './warmth/protocol.ts';
import { readIds, readTies } from './warmth/records.ts';

/** How far a figure may be from the one that was measured first. */
const TOLERANCE = 0.02;
const FLAG_DAYS = 90;

/** Each record, its file, the file of the people studied where not everybody is, and the figures in the order of MODELS. */
const RECORDS = [
  {
    name: 'calls',
    file: 'reality-calls.txt',
    core: 'reality-calls-core.txt',
    figures: [0.847, 0.82, 0.805, 0.63],
  },
  {
    name: 'SMS',
    file: 'reality-sms.txt',
    core: 'reality-sms-core.txt',
    figures: [0.809, 0.78, 0.758, 0.602],
  },
  { name: 'CollegeMsg', file: 'college-msg.txt', core: null, figures: [0.852, 0.844, 0.713, 0.588] },
] as const;

/** What is compared: each makes a score of what was known. */
const MODELS: readonly { readonly name: string; readonly score: (row: TieRow) => number }[] = [
  { name: 'warmth', score: ({ days, gap }) => warmth(days, gap, DEFAULTS.ranking.warmth) },
  { name: 'recency', score: ({ gap }) => -gap },
  { name: 'frequency', score: ({ days }) => days },
  { name: '90-day flag', score: ({ gap }) => (gap <= FLAG_DAYS ? 1 : 0) },
];

const usual = fileURLToPath(new URL('../../shared/data/contact-records', import.meta.url));
const directory = resolve(process.argv[2] ?? process.env.CONTACT_RECORDS ?? usual);
const needed = RECORDS.flatMap(({ file, core }) => (core === null ? [file] : [file, core]));
const missing = needed.filter((file) => !fs.existsSync(join(directory, file)));

if (missing.length > 0) {
  process.stdout.write(
    `SKIPPED: NOTHING WAS MEASURED. The contact records are not here: ${missing.join(', ')} in ${directory}\n` +
      'They are no part of net. Name their directory: npm run bench:warmth -- DIR\n',
  );
} else measure();

function measure(): void {
  process.stdout.write('AUC within a person: who is in contact again in the next 30 days\n\n');
  process.stdout.write('record      told by       measured  expected    off\n');
  let far = 0;
  for (const { name, file, core, figures } of RECORDS) {
    const ties = readTies(read(file));
    const groups = scoredGroups(rowsOf(ties, core === null ? [...ties.keys()] : readIds(read(core))));
    for (const [i, model] of MODELS.entries()) {
      const told = groups.map((rows) =>
        rows.map((row) => ({ score: model.score(row), positive: row.again })),
      );
      const [measured, expected] = [auc(told) ?? Number.NaN, figures[i] ?? Number.NaN];
      const off = Math.round((measured - expected) * 1000) / 1000;
      const within = Math.abs(off) <= TOLERANCE;
      if (!within) far++;
      process.stdout.write(
        `${name.padEnd(11)} ${model.name.padEnd(13)} ${measured.toFixed(3).padStart(8)} ${expected.toFixed(3).padStart(9)} ${`${off < 0 ? '' : '+'}${off.toFixed(3)}`.padStart(7)}${within ? '' : '  TOO FAR'}\n`,
      );
    }
    const n = groups.flat().length;
    process.stdout.write(`            ${n} ties of ${groups.length} people and days\n\n`);
  }
  process.stdout.write(`${far === 0 ? 'All' : `${far} not`} within ${TOLERANCE} of what was expected.\n`);
  if (far > 0) process.exitCode = 1;
}

function read(file: string): string {
  return fs.readFileSync(join(directory, file), 'utf8');
}
