import type { Aspect, Finding } from '../reports/health.ts';
import { attention, good, type Piece, type Text, table } from './text.ts';

/** What is said of each where all is well. */
const WELL: Readonly<Record<Aspect, string>> = {
  pages: 'every page, row and index is whole',
  derived: 'summaries and search are what the rows say',
  journal: 'every change can be taken back',
  privacy: 'nobody else can read it',
  place: 'on a disk of this machine',
  backups: 'each can be gone back to',
};

/** A line for each finding: what was looked at, and what was found. */
export function findingsText(findings: readonly Finding[]): Text {
  const rows = findings.flatMap(({ aspect, faults, note, mend }): Piece[][] => {
    if (faults.length === 0) return [[aspect, good('well'), note ?? WELL[aspect]]];
    const told = faults.map((fault, i): Piece[] => [
      i === 0 ? aspect : '',
      i === 0 ? attention('wrong') : '',
      fault,
    ]);
    return mend === null ? told : [...told, ['', '', `what to type: ${mend}`]];
  });
  return [table(rows)];
}
