import type { Command } from 'commander';
import type { Contact } from '../domain/contact.ts';
import { isFilled, type SoughtTarget } from '../domain/target.ts';
import type { Context } from '../host/context.ts';
import { whoJson } from '../render/json.ts';
import { foundText, targetJson } from '../render/target.ts';
import { faint, line, listed, type Piece, strong, type Text, table } from '../render/text.ts';
import { onDay, quoted, type Wording } from '../render/words.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import { peopleByTarget, readTargets } from '../store/targets.ts';

interface Options {
  readonly all?: boolean;
}

/** A target with its number in the list, which a closed one has not, and who was found. */
interface Row {
  readonly target: SoughtTarget;
  readonly number: number | null;
  readonly people: readonly Contact[];
}

export function configure(command: Command): void {
  command.option('--all', 'those that are closed, too');
  examples(command, ['net target', 'net target list --all', 'net target done 1']);
}

/** The answer with --json. */
export const json = {
  targets:
    'each {number, uuid, text, wanted, found, people [{id, uuid, name}], madeOn, doneOn}; number is what can be typed, null of a closed one',
};

export async function run(_args: readonly string[], { all }: Options, context: Context): Promise<Answer> {
  const rows = await withFile(context, 'read', (db): Row[] => {
    const targets = readTargets(db);
    const people = peopleByTarget(db);
    const open = targets.filter(({ doneOn }) => doneOn === null);
    const closed = all === true ? targets.filter(({ doneOn }) => doneOn !== null) : [];
    return [...open, ...closed].map((target) => ({
      target,
      number: target.doneOn === null ? open.indexOf(target) + 1 : null,
      people: people.get(target.id) ?? [],
    }));
  });
  return {
    json: { targets: rows.map(jsonOf) },
    text: (wording) =>
      rows.length === 0
        ? [line('Nobody in particular is looked for.')]
        : [table(rows.map((row) => cells(row, wording)))],
    talk: () => talkOf(rows),
  };
}

function jsonOf({ target, number, people }: Row): Readonly<Record<string, unknown>> {
  const { uuid, text, wanted, found } = targetJson(target, target.found);
  const { madeOn, doneOn } = target;
  return { number, uuid, text, wanted, found, people: people.map(whoJson), madeOn, doneOn };
}

function cells({ target, number, people }: Row, wording: Wording): Piece[] {
  const names = people.length === 0 ? '' : `: ${listed(people.map(({ name }) => name))}`;
  const closed = target.doneOn === null ? '' : `, closed ${onDay(target.doneOn, wording)}`;
  return [
    faint(number === null ? '-' : String(number)),
    number === null ? faint(target.text) : strong(target.text),
    `${foundText(target)}${closed}${names}`,
  ];
}

function talkOf(rows: readonly Row[]): Text {
  const open = rows.filter(({ number }) => number !== null);
  if (open.length === 0)
    return [line('To look for somebody: net target add "science journalists" --want 2.')];
  const filled = open.find(({ target }) => isFilled(target));
  return [
    line(
      filled === undefined
        ? 'When you met one: net add NAME --target 1.'
        : `Found them all? net target done ${filled.number} closes ${quoted(filled.target.text)}.`,
    ),
  ];
}
