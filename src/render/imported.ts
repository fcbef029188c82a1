import type { Conflict } from '../domain/acts/import-told.ts';
import {
  type FileReport,
  type ImportReport,
  inAll,
  type Outcomes,
  summed,
  total,
  type Who,
} from '../reports/imported.ts';
import { fileText } from './imported-file.ts';
import { whoJson } from './json.ts';
import { count, ended, faint, firstFew, line, shortened, strong, type Text } from './text.ts';

const MOST_CONFLICTS = 5;

/** What an import came to, or would: each file, who came, what changed, and the sum. */
export function importText(report: ImportReport): Text {
  return [
    ...report.files.flatMap(fileText),
    ...namesText('New', inAll(report, 'created')),
    ...namesText('Updated', inAll(report, 'updated')),
    ...conflictsText(report),
    ...erasedText(report),
    ...historyText(report),
    ...importSumText(report),
  ];
}

/** What it came to in the end: enough where the rest has just been shown. */
export function importSumText(report: ImportReport): Text {
  const { kept, noRoom, rehearsed } = report;
  return [
    ...keptText(kept, noRoom, rehearsed),
    line(rehearsed ? 'It would be: ' : '', strong(`${sumText(report)}.`)),
  ];
}

/** The answer with --json. */
export function importJson(report: ImportReport): Record<string, unknown> {
  const { files, kept, noRoom, me, rehearsed } = report;
  return {
    files: files.map(({ path, format, people, talks, exchanges, rejects, remarks, skipped, rows }) => ({
      path,
      format,
      people,
      talks: total(talks),
      exchanges: total(exchanges),
      rejects,
      remarks,
      skipped,
      rows,
    })),
    created: inAll(report, 'created').map(whoJson),
    updated: inAll(report, 'updated').map(whoJson),
    unchanged: sum(files, ({ unchanged }) => unchanged),
    conflicts: inAll(report, 'conflicts').map(({ who, field, yours, theirs }) => ({
      ...whoJson(who),
      field,
      yours,
      theirs,
    })),
    talks: summed(files.map(({ talks }) => talks)),
    exchanges: summed(files.map(({ exchanges }) => exchanges)),
    rejected: rejectedIn(report),
    erased: inAll(report, 'erased'),
    kept: kept.map(whoJson),
    noRoom: noRoom.map(whoJson),
    me,
    dryRun: rehearsed,
  };
}

/** How many parts of all files could not be taken in. */
export function rejectedIn({ files }: Pick<ImportReport, 'files'>): number {
  return sum(files, ({ rejected }) => rejected);
}

/** The first few names. */
function namesText(what: string, people: readonly Who[]): Text {
  if (people.length === 0) return [];
  return [line(faint(`${what}: `), ended(shortened(people.map(({ name }) => name))))];
}

const FIELD_WORDS: Readonly<Partial<Record<Conflict['field'], string>>> = {
  org: 'organization',
  metOn: 'met on',
  lastOn: 'last touch',
  everyDays: 'days between touches',
};

/** Yours stands; what the file says is told, so that nothing is lost without a word. */
function conflictsText(report: ImportReport): Text {
  const conflicts = inAll(report, 'conflicts');
  const more = conflicts.length - MOST_CONFLICTS;
  return [
    ...conflicts
      .slice(0, MOST_CONFLICTS)
      .map(({ who, field, yours, theirs }) =>
        line(
          faint('Yours stands: '),
          `${who.name}, ${FIELD_WORDS[field] ?? field} ${yours ?? '(emptied)'}; the file says ${theirs}.`,
        ),
      ),
    ...(more > 0 ? [line(faint('Yours stands: '), `and ${more} more; --json lists them all.`)] : []),
  ];
}

function erasedText(report: ImportReport): Text {
  const erased = inAll(report, 'erased');
  if (erased.length === 0) return [];
  const names = shortened(erased.map(({ name }) => name));
  return [line(`${names}: erased by you, and ${erased.length === 1 ? 'stays' : 'stay'} out.`)];
}

function historyText({ files, me }: ImportReport): Text {
  const said = (what: string, of: (file: FileReport) => Outcomes): Text => {
    const { created, updated, unchanged } = summed(files.map(of));
    if (created + updated + unchanged === 0) return [];
    return [line(faint(`${what}: `), `${created} new, ${updated} changed, ${unchanged} as they were.`)];
  };
  return [
    ...(me.length === 0 ? [] : [line(faint('Yours: '), `${me.join(', ')}.`)]),
    ...said('Talks', ({ talks }) => talks),
    ...said('Given and asked', ({ exchanges }) => exchanges),
  ];
}

function keptText(kept: readonly Who[], noRoom: readonly Who[], rehearsed: boolean): Text {
  const names = (people: readonly Who[]) =>
    firstFew(
      people.map(({ name }) => name),
      8,
    );
  return [
    ...(kept.length === 0
      ? []
      : [
          line(
            rehearsed ? 'It would keep ' : 'Kept: ',
            names(kept),
            '. A cadence came with them, or 3 talks within a year.',
          ),
        ]),
    ...(noRoom.length === 0
      ? []
      : [
          line(
            `${names(noRoom)} would be more than a week has room for: ${noRoom.length === 1 ? 'the stack holds them' : 'they stay in the stack'}.`,
          ),
        ]),
  ];
}

function sumText(report: ImportReport): string {
  const { files } = report;
  const conflicts = inAll(report, 'conflicts').length;
  const talks = summed(files.map((file) => file.talks));
  return [
    `${inAll(report, 'created').length} created`,
    `${inAll(report, 'updated').length} updated`,
    `${sum(files, ({ unchanged }) => unchanged)} unchanged`,
    ...(conflicts === 0 ? [] : [count(conflicts, 'conflict')]),
    ...(total(talks) === 0 ? [] : [`${count(talks.created, 'new talk')}`]),
    `${rejectedIn(report)} rejected`,
  ].join(', ');
}

/** What is left out of history where nobody in it is here. */
function sum<V>(values: readonly V[], of: (value: V) => number): number {
  return values.reduce((all, value) => all + of(value), 0);
}
