import type { Command } from 'commander';
import type { Context } from '../host/context.ts';
import { cherishText } from '../render/cherish.ts';
import { exchangeJson, whoJson } from '../render/json.ts';
import { type Cherished, cherishReport } from '../reports/cherish.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { situationOf, withFile } from '../steps/file.ts';
import { typedNames } from '../steps/typed-names.ts';
import { exchangesWith } from '../store/contacts.ts';
import { readEverybody } from '../store/people.ts';

export function configure(command: Command): void {
  examples(command, ['net cherish', 'net thank ana']);
}

/** The answer with --json. */
export const json = {
  people:
    'those who come through: {contact {id, uuid, name}, asks {asked, helped, partly, busy, ignored, declined, open, range {from, to}}, received, since, toldOn, promises, thanks, fruit, lastGivenOn, gapDays}',
  others: 'how many others came through at least once',
};

export async function run(_args: readonly string[], _options: object, context: Context): Promise<Answer> {
  return withFile(context, 'read', (db) => {
    const report = cherishReport(
      readEverybody(db),
      ({ contact }) => exchangesWith(db, contact.id),
      situationOf(db, context),
    );
    const typed = typedNames(
      db,
      report.people.map(({ person }) => person.contact),
    );
    return {
      json: { people: report.people.map(jsonOf), others: report.others },
      text: (wording) => cherishText(report, (one) => typed.get(one.person.contact.id) ?? '', wording),
    };
  });
}

function jsonOf({ person, asks, received, since, promises, thanks, fruit, lastGivenOn, gap }: Cherished) {
  return {
    contact: whoJson(person.contact),
    asks,
    received,
    since,
    toldOn: person.contact.toldOn,
    promises: promises.map(exchangeJson),
    thanks: thanks.map(exchangeJson),
    fruit: fruit.map(exchangeJson),
    lastGivenOn,
    gapDays: gap,
  };
}
