import { type FileReport, MOST_REJECTS, NONE } from '../../../reports/imported.ts';
import type { DocumentTaken } from './rows.ts';

/** What a document of `net export` came to, beside other files. */
export function documentReport(path: string, taken: DocumentTaken): FileReport {
  const { created, added, back, unchanged, conflicts, deleted, erased, rejects, remarks, unknown } = taken;
  return {
    path,
    format: 'JSON of net',
    people: created.length,
    created,
    updated: [],
    unchanged: 0,
    conflicts: [],
    talks: NONE,
    exchanges: NONE,
    rejects: rejects.slice(0, MOST_REJECTS),
    rejected: rejects.length,
    remarks: remarks.slice(0, MOST_REJECTS),
    skipped: Object.fromEntries(Object.entries(unknown).map(([what, times]) => [`unknown ${what}`, times])),
    erased,
    rows: {
      added,
      back,
      unchanged,
      differing: conflicts,
      deleted,
    },
  };
}
