import type { Command } from 'commander';
import { createImported, type Imported, type SourceKind, updateImported } from '../domain/acts/import.ts';
import type { Making } from '../domain/change.ts';
import { isNetError, NetError } from '../domain/error.ts';
import { fold } from '../domain/fold.ts';
import type { ImportedPerson } from '../domain/imported.ts';
import { decode } from '../formats/decode.ts';
import { IMPORTERS, importerFor } from '../formats/index.ts';
import type { ParsedFile, Reject } from '../formats/record.ts';
import type { Context } from '../host/context.ts';
import { readBytes } from '../host/files.ts';
import { whoJson } from '../render/json.ts';
import { attention, count, faint, line, strong, type Text } from '../render/text.ts';
import type { Answer } from '../steps/answer.ts';
import { changeStepwise } from '../steps/change.ts';
import { shortened } from '../steps/choose.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import { described } from '../steps/who.ts';
import { isShortTaken } from '../store/contacts.ts';
import type { Db } from '../store/db.ts';
import { allNames, type NamedContact } from '../store/names.ts';
import { knownPerson } from '../store/sources.ts';

interface Options {
  readonly dryRun?: boolean;
}

interface ImportFile extends ParsedFile {
  readonly path: string;
  readonly format: string;
  readonly source: SourceKind;
}

/** What an import came to, or would. */
interface Report {
  readonly files: readonly ImportFile[];
  readonly imported: readonly Imported[];
  /** New cards with a name that was here already: never merged on a name alone. */
  readonly namesakes: readonly NamedContact[];
  readonly rehearsed: boolean;
}

const PARTLY_DONE = 3;

export function configure(command: Command): void {
  command
    .argument('<file...>', `${IMPORTERS.map(({ name }) => name).join(' or ')}; recognized by content`)
    .option('--dry-run', 'only say what it would do');
  examples(command, ['net import Connections.csv', 'net import contacts.vcf --dry-run']);
}

/** The answer with --json. */
export const json = {
  files: 'each {path, format, people, rejects [{line, reason}], skipped}',
  created: 'people who are new: {id, uuid, name}',
  updated: 'people whom the file told more about',
  unchanged: 'how many were as the file says',
  rejected: 'how many could not be read',
  namesakes: 'new people whose name was here already',
  dryRun: 'whether nothing was written',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const files = await Promise.all(args.map(readImport));
  const rehearsed = options.dryRun === true;
  const report = await withFile(context, 'create', (db): Report => {
    const before = new Map(allNames(db).map((person) => [fold(person.name), person]));
    const results = changeStepwise(db, context, 'import', rehearsed, (making, apply) =>
      files.map(({ people, source }) =>
        people.map((person) => {
          const one = importOne(db, person, source, making);
          if (!isReject(one)) apply(one.changes);
          return one;
        }),
      ),
    );
    const imported = results.flat().flatMap((one) => (isReject(one) ? [] : [one]));
    const applied = files.map((file, i) => withRejects(file, (results[i] ?? []).filter(isReject)));
    const created = imported.filter(({ outcome }) => outcome === 'created');
    const namesakes = created
      .map(({ contact }) => before.get(fold(contact.name)))
      .filter((known) => known !== undefined);
    return { files: applied, imported, namesakes, rehearsed };
  });
  return answerOf(report);
}

async function readImport(path: string): Promise<ImportFile> {
  const text = decode(readBytes(path));
  const importer = importerFor(text);
  if (importer === null) {
    throw new NetError(
      'rejected',
      `${path} is nothing that net can read`,
      `it reads ${IMPORTERS.map(({ name }) => name).join(' and ')}`,
    );
  }
  return { path, format: importer.name, source: importer.source, ...(await importer.parse(text)) };
}

/** One person of a file, or why they cannot be taken in: that is no reason to leave out the others. */
function importOne(db: Db, person: ImportedPerson, source: SourceKind, making: Making): Imported | Reject {
  const known = knownPerson(db, person, source.kind);
  try {
    return known === null
      ? createImported(person, source, making, (short) => isShortTaken(db, short))
      : updateImported(known, person, source.kind, making);
  } catch (error) {
    if (isNetError(error) && error.code === 'rejected') return { line: person.line, reason: error.message };
    throw error;
  }
}

function isReject(one: Imported | Reject): one is Reject {
  return 'reason' in one;
}

function withRejects(file: ImportFile, more: readonly Reject[]): ImportFile {
  return { ...file, rejects: [...file.rejects, ...more].sort((a, b) => a.line - b.line) };
}

function answerOf(report: Report): Answer {
  const { files, imported, namesakes, rehearsed } = report;
  const of = (outcome: Imported['outcome']) => imported.filter((one) => one.outcome === outcome);
  const rejected = files.flatMap(({ rejects }) => rejects).length;
  return {
    json: {
      files: files.map(({ path, format, people, rejects, skipped }) => ({
        path,
        format,
        people: people.length,
        rejects,
        skipped,
      })),
      created: of('created').map(({ contact }) => whoJson(contact)),
      updated: of('updated').map(({ contact }) => whoJson(contact)),
      unchanged: of('unchanged').length,
      rejected,
      namesakes: namesakes.map(({ short, name }) => ({ id: short, name })),
      dryRun: rehearsed,
    },
    text: () => [
      ...files.flatMap(fileText),
      ...namesText('New', of('created')),
      ...namesText('Updated', of('updated')),
      line(
        rehearsed ? 'It would be: ' : '',
        strong(
          `${of('created').length} created, ${of('updated').length} updated, ${of('unchanged').length} unchanged, ${rejected} rejected.`,
        ),
      ),
    ],
    talk: () => [...namesakeText(namesakes), ...nextText(report)],
    ...(rejected > 0 ? { code: PARTLY_DONE } : {}),
  };
}

/** The first few names. */
function namesText(what: string, imported: readonly Imported[]): Text {
  if (imported.length === 0) return [];
  return [line(faint(`${what}: `), shortened(imported.map(({ contact }) => contact.name)), '.')];
}

function fileText({ path, format, people, rejects, skipped }: ImportFile): Text {
  const left = Object.entries(skipped).map(([what, times]) => count(times, what));
  return [
    line(
      `${path}: ${format}, ${count(people.length, 'person', 'people')}.`,
      left.length === 0 ? '' : faint(` Left out: ${left.join(', ')}.`),
    ),
    ...rejects.map(({ line: at, reason }) => line(attention(`  line ${at}: `), reason)),
  ];
}

function namesakeText(namesakes: readonly NamedContact[]): Text {
  if (namesakes.length === 0) return [];
  return [
    line(
      `New, though the name was here: ${shortened(namesakes.map(described))}. Nobody is merged on a name alone.`,
    ),
  ];
}

function nextText({ imported, rehearsed }: Report): Text {
  if (rehearsed) return [line('Nothing was written.')];
  if (!imported.some(({ outcome }) => outcome === 'created')) return [];
  return [
    line(
      'They rest in the stack, and nothing is suggested. Whom do you have a relationship with? net keep WHO, WHO --circle close. Take it back: net undo.',
    ),
  ];
}
