import type { Command } from 'commander';
import type { Imported } from '../domain/acts/import.ts';
import { fold } from '../domain/words/fold.ts';
import { IMPORTERS } from '../formats/index.ts';
import type { Context } from '../host/context.ts';
import { whoJson } from '../render/json.ts';
import { attention, count, faint, line, shortened, strong, type Text } from '../render/text.ts';
import { shellWords } from '../render/typed.ts';
import type { Answer } from '../steps/answer.ts';
import { changeStepwise } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { described } from '../steps/described.ts';
import { withFile } from '../steps/file.ts';
import { type Erased, type ImportFile, readImport, takingIn, withRejects } from '../steps/importing.ts';
import { allNames, type NamedContact } from '../store/names.ts';

interface Options {
  readonly dryRun?: boolean;
}

/** What an import came to, or would. */
interface Report {
  readonly files: readonly ImportFile[];
  readonly imported: readonly Imported[];
  readonly erased: readonly Erased[];
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
  erased: 'whom you erased, and who stay out: {line, name}',
  namesakes: 'new people whose name was here already',
  dryRun: 'whether nothing was written',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const files = await Promise.all(args.map((path) => readImport(path, context)));
  const rehearsed = options.dryRun === true;
  const report = await withFile(context, 'create', (db): Report => {
    const before = new Map(allNames(db).map((person) => [fold(person.name), person]));
    const takeIn = takingIn(db);
    const results = changeStepwise(db, context, 'import', rehearsed, (making, apply) =>
      files.map(({ people, source }) =>
        people.map((person) => {
          const one = takeIn(person, source, making);
          if ('changes' in one) apply(one.changes);
          return one;
        }),
      ),
    );
    const imported = results.flat().filter((one) => 'changes' in one);
    const erased = results.flat().filter((one) => 'name' in one);
    const applied = files.map((file, i) =>
      withRejects(
        file,
        (results[i] ?? []).filter((one) => 'reason' in one),
      ),
    );
    const created = imported.filter(({ outcome }) => outcome === 'created');
    const namesakes = created
      .map(({ contact }) => before.get(fold(contact.name)))
      .filter((known) => known !== undefined);
    return { files: applied, imported, erased, namesakes, rehearsed };
  });
  return answerOf(report);
}

function answerOf(report: Report): Answer {
  const { files, imported, erased, namesakes, rehearsed } = report;
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
      erased,
      namesakes: namesakes.map(({ short, name }) => ({ id: short, name })),
      dryRun: rehearsed,
    },
    text: () => [
      ...files.flatMap(fileText),
      ...namesText('New', of('created')),
      ...namesText('Updated', of('updated')),
      ...erasedText(erased),
      line(
        rehearsed ? 'It would be: ' : '',
        strong(
          `${of('created').length} created, ${of('updated').length} updated, ${of('unchanged').length} unchanged, ${rejected} rejected.`,
        ),
      ),
    ],
    talk: () => [...namesakeText(namesakes), ...backText(erased), ...nextText(report)],
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

function erasedText(erased: readonly Erased[]): Text {
  if (erased.length === 0) return [];
  const names = shortened(erased.map(({ name }) => name));
  return [line(`${names}: erased by you, and ${erased.length === 1 ? 'stays' : 'stay'} out.`)];
}

/** Nobody comes back by a file alone; what somebody types wins. */
function backText([first]: readonly Erased[]): Text {
  if (first === undefined) return [];
  return [line(`To have somebody again whom you erased: net add ${shellWords(first.name)}.`)];
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
