import type { CalendarDate } from '../../src/domain/days/day.ts';
import type { ImportedExchange, ImportedPerson, ImportedTalk } from '../../src/domain/imported.ts';
import type { Given, Importer, Reject, SourceFile } from '../../src/formats/record.ts';
import { TODAY } from './people.ts';

/** All that an importer makes of a file. */
export interface ParsedFile {
  readonly people: readonly ImportedPerson[];
  readonly talks: readonly ImportedTalk[];
  readonly exchanges: readonly ImportedExchange[];
  readonly rejects: readonly Reject[];
  readonly remarks: readonly Reject[];
  /** What was left out on purpose: each kind with how often. */
  readonly skipped: Readonly<Record<string, number>>;
}

/** What an importer is told where a test says nothing else: nobody is known, and instants are days in UTC. */
export const GIVEN: Given = {
  today: TODAY,
  now: `${TODAY}T23:59:59.999Z`,
  dayOf: (instant) => instant.slice(0, 10) as CalendarDate,
  me: [],
  isKnown: () => false,
  create: false,
  columns: null,
};

/** Text or bytes as a file. They come in pieces of `size` bytes. */
export function sourceFile(content: string | Uint8Array, path = 'file', size = 1 << 16): SourceFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    path,
    size: bytes.length,
    chunks: function* () {
      for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
    },
    files: null,
  };
}

/** Reads a whole file with an importer, at the end of the day that it is. */
export async function parsed(
  importer: Importer,
  file: SourceFile,
  given: Partial<Given> = {},
): Promise<ParsedFile> {
  const people: ImportedPerson[] = [];
  const talks: ImportedTalk[] = [];
  const exchanges: ImportedExchange[] = [];
  const rejects: Reject[] = [];
  const remarks: Reject[] = [];
  const skipped: Record<string, number> = {};
  const parse = await importer.parser();
  const now = `${given.today ?? TODAY}T23:59:59.999Z`;
  for await (const part of parse(file, { ...GIVEN, now, ...given })) {
    if ('nothing' in part) continue;
    if ('person' in part) people.push(part.person);
    else if ('talk' in part) talks.push(part.talk);
    else if ('exchange' in part) exchanges.push(part.exchange);
    else if ('reject' in part) rejects.push(part.reject);
    else if ('remark' in part) remarks.push(part.remark);
    else skipped[part.skipped] = (skipped[part.skipped] ?? 0) + 1;
  }
  return { people, talks, exchanges, rejects: rejects.sort(byLine), remarks: remarks.sort(byLine), skipped };
}

function byLine(a: Reject, b: Reject): number {
  return a.line - b.line;
}
