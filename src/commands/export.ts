import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { NetError } from '../domain/error.ts';
import { documentPieces } from '../formats/document.ts';
import type { Context } from '../host/context.ts';
import { isThere, writeWhole } from '../host/write-file.ts';
import { safeJsonLine } from '../render/safe.ts';
import { count, line, strong } from '../render/text.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import type { Db } from '../store/db.ts';
import { atOnce, everything } from '../store/whole.ts';

interface Options {
  readonly force?: boolean;
}

/** What is exported, while it is. */
interface Exported {
  readonly pieces: Iterable<string>;
  readonly counts: { people: number; rows: number };
}

export function configure(command: Command): void {
  command
    .argument('[file]', 'where to; the standard output without one')
    .option('--force', 'write over a file that is there');
  examples(command, ['net export people.json', 'net export people.json --force', 'net export | less']);
}

/** The answer with --json. */
export const json = {
  file: 'the file that was written; without one the document itself is the answer: see docs/formats.md',
  people: 'how many people are in it',
  rows: 'how many rows, theirs included',
  bytes: 'how long it is',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const [file] = args;
  if (file === undefined && options.force === true)
    throw new NetError(
      'usage',
      '--force writes over a file, and none is named',
      'net export people.json --force',
    );
  return withFile(context, 'read', async (db) => {
    if (file === undefined) {
      const document = atOnce(db, () => gathered(exported(db).pieces));
      return { json: {}, text: () => [], document };
    }
    const over = await mayWriteOver(context, file, db.path, options);
    const { counts, bytes } = atOnce(db, () => {
      const { pieces, counts } = exported(db);
      return { bytes: writeWhole(file, pieces, over), counts };
    });
    return {
      json: { file, ...counts, bytes },
      text: () => [
        line(
          strong(file),
          `: ${count(counts.people, 'person', 'people')}, ${count(counts.rows, 'row')} in all.`,
        ),
      ],
      talk: () => [line('It can be read by whoever has it: keep it where only you can.')],
    };
  });
}

function exported(db: Db): Exported {
  const counts = { people: 0, rows: 0 };
  const tables = everything(db).map(({ table, rows }) => ({ table, rows: counted(table, rows, counts) }));
  return { pieces: documentPieces(tables, safeJsonLine), counts };
}

function* counted<R>(table: string, rows: Iterable<R>, counts: Exported['counts']): Generator<R> {
  for (const row of rows) {
    counts.rows++;
    if (table === 'contact') counts.people++;
    yield row;
  }
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

/** Whether a file that is there is to be replaced. Never net's own. */
async function mayWriteOver(
  context: Context,
  file: string,
  own: string,
  { force }: Options,
): Promise<boolean> {
  if (file.trim() === '' || file.includes('\0') || !isThere(file)) return false;
  if (isOneOf(file, [own, `${own}-wal`, `${own}-shm`]))
    throw new NetError('rejected', `${file} is where net keeps everything`, 'name another file');
  if (force === true || context.prompt === null) return force === true;
  if (await context.prompt.confirm(`${file} is there already. Write over it?`, false)) return true;
  throw new NetError('interrupted', 'left; nothing was changed');
}

function isOneOf(file: string, others: readonly string[]): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return others.some((other) => {
    const known = statSync(other, { throwIfNoEntry: false });
    return stat !== undefined && known?.ino === stat.ino && known.dev === stat.dev;
  });
}
