import { type Place, sizeText } from './backups.ts';
import { findingsText } from './health.ts';
import { attention, count, line, type Piece, type Text, table } from './text.ts';
import { dayWord, type Wording } from './words.ts';

/** What `net doctor` shows; see steps/doctor.ts. */
interface Shown {
  readonly version: string;
  readonly runtime: string;
  readonly file: string;
  readonly fileSystem: string | null;
  readonly vitals: {
    readonly bytes: number;
    readonly people: number;
    readonly talks: number;
    readonly schema: number;
    readonly sqlite: string;
    readonly encrypted: boolean;
    readonly last: { readonly command: string; readonly at: string } | null;
  } | null;
  readonly findings: Parameters<typeof findingsText>[0];
  readonly failure: { readonly message: string; readonly hint: string | undefined } | null;
  readonly backups: { readonly directory: string; readonly kept: readonly { readonly at: string }[] };
  readonly compileCache: string | null;
  readonly editor: string | null;
  readonly zone: { readonly zone: string; readonly unknown: boolean };
}

/** Where everything is, one thing a row, and then what was found. */
export function doctorText(shown: Shown, place: Place, wording: Wording): Text {
  const moment = (at: string) => `${dayWord(place.dayOf(at), wording)} ${place.timeOf(at)}`;
  const rows: Piece[][] = [
    ['net', `${shown.version}, ${shown.runtime}`],
    ['file', shown.file],
    ...vitalsRows(shown, moment),
    ['backups', backupsWord(shown, moment)],
    ...(shown.compileCache === null ? [] : [['compiled', shown.compileCache]]),
    ['editor', shown.editor ?? 'none is set: EDITOR names one'],
    ['zone', ...zoneWord(shown)],
  ];
  return [table(rows), ...(shown.findings.length === 0 ? [] : [line(''), ...findingsText(shown.findings)])];
}

function vitalsRows({ vitals, failure, fileSystem }: Shown, moment: (at: string) => string): Piece[][] {
  if (failure !== null)
    return [['', attention(failure.message)], ...(failure.hint === undefined ? [] : [['', failure.hint]])];
  if (vitals === null) return [];
  const { bytes, people, talks, schema, sqlite, encrypted, last } = vitals;
  const on = fileSystem === null ? '' : ` on ${fileSystem}`;
  return [
    ['', `${sizeText(bytes)}${on}: ${count(people, 'person', 'people')}, ${count(talks, 'talk')}`],
    ['', `schema ${schema}, SQLite ${sqlite}${encrypted ? ', encrypted' : ''}`],
    ...(last === null ? [] : [['', `last changed ${moment(last.at)}, by net ${last.command}`]]),
  ];
}

function backupsWord({ backups: { directory, kept } }: Shown, moment: (at: string) => string): string {
  const [newest] = kept;
  return newest === undefined
    ? 'none yet'
    : `${directory}: ${kept.length}, the newest of ${moment(newest.at)}`;
}

function zoneWord({ zone: { zone, unknown } }: Shown): Piece[] {
  return [unknown ? attention(`${zone}: TZ names no time zone that is known`) : zone];
}
