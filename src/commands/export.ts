import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { NetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';
import { spareMemory } from '../host/memory.ts';
import { writeWhole } from '../host/write-file.ts';
import { isDirectory, isFilled, writePages } from '../host/write-pages.ts';
import { count, line, strong } from '../render/text.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import {
  EXPORT_FORMATS,
  type ExportCounts,
  type ExportFormat,
  exporter,
  exportFormat,
  FORMAT_NAMES,
} from '../steps/export/exporting.ts';
import { exportedPages } from '../steps/export/pages.ts';
import { withFile } from '../steps/file.ts';
import { fileNamed, mayWriteOver, refuseOwnFile } from '../steps/written-file.ts';
import type { Db } from '../store/db.ts';
import { atOnce } from '../store/whole.ts';

interface Options {
  readonly format?: string;
  readonly force?: boolean;
}

export function configure(command: Command): void {
  command
    .argument('[file]', 'where to: .json, .vcf, .csv, or a directory; the standard output without one')
    .option('--format <format>', `${EXPORT_FORMATS.join(', ')}; else as the name of the file says, or json`)
    .option('--force', 'write over what is there');
  examples(command, [
    'net export people.json',
    'net export people.vcf',
    'net export people.csv --force',
    'net export people/',
    'net export | less',
  ]);
}

/** The answer with --json. */
export const json = {
  file: 'the file or directory that was written; without one the document itself is the answer: see docs/formats.md',
  format: EXPORT_FORMATS.join(', '),
  people: 'how many people are in it',
  rows: 'json: how many rows, theirs included; else null',
  bytes: 'how long it is',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const file = fileNamed(args);
  if (file === undefined && options.force === true)
    throw new NetError(
      'usage',
      '--force writes over a file, and none is named',
      'net export people.json --force',
    );
  spareMemory();
  return withFile(context, 'read', async (db) => {
    if (file !== undefined) refuseOwnFile(file, db.path);
    const format = exportFormat(file, options.format);
    if (format === 'markdown') return pagesIn(file ?? '', db, context, options.force === true);
    const exported = await exporter(format, file !== undefined);
    if (file === undefined) {
      return { json: {}, text: () => [], document: atOnce(db, () => gathered(exported(db).pieces)) };
    }
    const over = await mayWriteOver(context, file, db.path, options.force === true);
    const { counts, bytes } = atOnce(db, () => {
      const { pieces, counts } = exported(db);
      return { bytes: writeWhole(file, pieces, over), counts };
    });
    return written(file, format, counts, bytes);
  });
}

/** Writes the pages into a directory that is new or empty, or over those of the same names. */
async function pagesIn(file: string, db: Db, context: Context, force: boolean): Promise<Answer> {
  if (isDirectory(file) && realpathSync(file) === dirname(realpathSync(db.path)))
    throw new NetError('rejected', `${file} is where net keeps everything`, 'name a directory of its own');
  const over = isFilled(file) && (await mayWriteOver(context, file, db.path, force));
  const { pages, bytes } = atOnce(db, () => {
    let pages = 0;
    const counted = function* () {
      for (const page of exportedPages(db, context.clock)) {
        pages++;
        yield page;
      }
    };
    return { bytes: writePages(file, counted(), over), pages };
  });
  return written(file, 'markdown', { people: pages - 1, rows: null }, bytes);
}

function written(file: string, format: ExportFormat, { people, rows }: ExportCounts, bytes: number): Answer {
  const all = format === 'markdown' ? ', a page each, and index.md.' : '.';
  return {
    json: { file, format, people, rows, bytes },
    text: () => [
      line(
        strong(file),
        `: ${FORMAT_NAMES[format]}, ${count(people, 'person', 'people')}`,
        rows === null ? all : `, ${count(rows, 'row')} in all.`,
      ),
    ],
    talk: () => [line('It can be read by whoever has it: keep it where only you can.')],
  };
}

const PIECE = 1 << 16;

/** A row at a time would be too many pieces to print. */
function gathered(pieces: Iterable<string>): string[] {
  const larger = [''];
  for (const piece of pieces) {
    const last = larger.length - 1;
    if ((larger[last] ?? '').length < PIECE) larger[last] += piece;
    else larger.push(piece);
  }
  return larger;
}
