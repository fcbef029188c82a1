import type { Imported } from '../../domain/acts/import.ts';
import type { ImportedPerson } from '../../domain/imported.ts';
import {
  type FileReport,
  MOST_REJECTS,
  type Outcomes,
  type Rejected,
  type Who,
} from '../../reports/imported.ts';

/** Counts what a file comes to while it is taken in. */
export interface Tally {
  readonly imported: (person: ImportedPerson, imported: Imported) => void;
  /** People of whom the file says what it said before. */
  readonly unchanged: (people: number) => void;
  readonly talk: (outcome: keyof Outcomes) => void;
  readonly exchange: (outcome: keyof Outcomes) => void;
  readonly reject: (reject: Rejected) => void;
  readonly remark: (remark: Rejected) => void;
  readonly skipped: (kind: string) => void;
  readonly erased: (person: Pick<ImportedPerson, 'line' | 'name'>) => void;
  readonly report: () => FileReport;
}

export function tallyOf(path: string, format: string): Tally {
  const created: Who[] = [];
  const updated: Who[] = [];
  const conflicts: FileReport['conflicts'][number][] = [];
  const rejects: Rejected[] = [];
  const remarks: Rejected[] = [];
  const erased: { readonly line: number; readonly name: string }[] = [];
  const skipped = new Map<string, number>();
  const talks = { created: 0, updated: 0, unchanged: 0 };
  const exchanges = { created: 0, updated: 0, unchanged: 0 };
  let people = 0;
  let same = 0;
  let rejected = 0;
  return {
    imported: (_, { outcome, contact: { id, short, name }, conflicts: more }) => {
      const who = { id, short, name };
      people++;
      if (outcome === 'created') created.push(who);
      else if (outcome === 'updated') updated.push(who);
      else same++;
      for (const conflict of more) conflicts.push({ ...conflict, who });
    },
    unchanged: (more) => {
      people += more;
      same += more;
    },
    talk: (outcome) => {
      talks[outcome]++;
    },
    exchange: (outcome) => {
      exchanges[outcome]++;
    },
    reject: (reject) => {
      rejected++;
      if (rejects.length < MOST_REJECTS) rejects.push(reject);
    },
    remark: (remark) => {
      if (remarks.length < MOST_REJECTS) remarks.push(remark);
    },
    skipped: (kind) => {
      skipped.set(kind, (skipped.get(kind) ?? 0) + 1);
    },
    erased: ({ line, name }) => {
      people++;
      erased.push({ line, name });
    },
    report: () => ({
      path,
      format,
      people,
      created,
      updated,
      unchanged: same,
      conflicts,
      talks,
      exchanges,
      rejects: rejects.sort((a, b) => a.line - b.line),
      rejected,
      remarks: remarks.sort((a, b) => a.line - b.line),
      skipped: Object.fromEntries(skipped),
      erased,
      rows: null,
    }),
  };
}
