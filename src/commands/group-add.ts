import type { Command } from 'commander';
import { addGroup, type Loose } from '../domain/acts/group.ts';
import { NetError } from '../domain/error.ts';
import { GROUP_KINDS, type Group, type GroupKind } from '../domain/groups/group.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import type { Prompt } from '../host/prompt.ts';
import { GROUP_FIELDS, groupJson, groupText, KIND_WORDS } from '../render/group.ts';
import { count, line, strong } from '../render/text.ts';
import { shellWords } from '../render/typed.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { refuseBlanks } from '../steps/details.ts';
import { withFile } from '../steps/file.ts';
import { declareGroup, type GroupOptions, readGroupOptions } from '../steps/group-details.ts';
import { groupName, looseAt, refuseTaken } from '../steps/groups.ts';

/** The kind where none was said and nobody can be asked: the one that the five signs are about. It is told. */
const ASSUMED: GroupKind = 'networking';

export function configure(command: Command): void {
  command.argument('[name...]', 'its name; no quotes needed');
  declareGroup(command);
  examples(command, [
    'net group add TechGrow --fee 40/month --renews 2027-01-01 --why "clients in Lisbon"',
    'net group add food bank --kind volunteering',
    'net group add Founders Club --fee "€120/quarter" --trial-until "in 2 weeks"',
  ]);
}

/** The answer with --json. */
export const json = {
  group: `the group: ${GROUP_FIELDS}; the fee is in hundredths`,
  assumed: 'whether its kind was assumed, as none was said',
  gatherings: 'how many gatherings of its name were in the file already and are its own now',
  people: 'how many people were met at them',
};

export async function run(args: readonly string[], options: GroupOptions, context: Context): Promise<Answer> {
  refuseBlanks(options);
  const { prompt } = context;
  const typed = args.join(' ');
  if (args.length === 0 && prompt === null)
    throw new NetError('usage', 'net group add needs a name', 'net group add TechGrow --fee 40/month');
  const name = groupName(args.length === 0 && prompt !== null ? await askName(prompt) : typed);
  const now = today(context.clock);
  const said = await readGroupOptions(options, now);
  return withFile(context, 'create', async (db) => {
    refuseTaken(db, name);
    const kind = said.kind ?? (context.prompt === null ? ASSUMED : await askKind(context.prompt, name));
    const loose = looseAt(db, name);
    const described = {
      fee: null,
      feePer: null,
      currency: null,
      renewsOn: null,
      trialUntil: null,
      why: null,
      // Whoever went there before it was noted had joined by then.
      joinedOn: loose.gatherings.find(({ heldOn }) => heldOn !== null)?.heldOn ?? now,
      ...said,
      name,
      kind,
    };
    const { group } = change(db, context, 'group add', (making) => addGroup(described, loose, making));
    return answerOf(group, loose, said.kind === undefined && context.prompt === null);
  });
}

function askName(prompt: Prompt): Promise<string> {
  return prompt.text({
    message: 'Name',
    check: (text) => text.trim() !== '' || 'a group has a name',
  });
}

function askKind(prompt: Prompt, name: string): Promise<GroupKind> {
  return prompt.select(
    `What is ${name}?`,
    GROUP_KINDS.map((value) => ({ name: KIND_WORDS[value], value })),
  );
}

function answerOf(group: Group, { gatherings, people }: Loose, assumed: boolean): Answer {
  const typed = shellWords(group.name);
  const met = people.length === 0 ? '' : `, with ${count(people.length, 'person', 'people')} met there`;
  const held =
    gatherings.length === 1
      ? '1 gathering of that name is'
      : `${gatherings.length} gatherings of that name are`;
  return {
    json: { group: groupJson(group), assumed, gatherings: gatherings.length, people: people.length },
    text: (wording) => [
      line(strong(group.name), `: ${groupText(group, wording)}.`),
      ...(gatherings.length === 0 ? [] : [line(`${held} in the file already, and its own now${met}.`)]),
    ],
    talk: () => [
      line(
        `${assumed ? `Taken for ${KIND_WORDS[group.kind]}, as no kind was said; otherwise: net group edit ${typed} --kind ${otherKinds(group.kind)}. ` : ''}After a gathering: net group log ${typed} --minutes 90 --worth yes. Take it back: net undo.`,
      ),
    ],
  };
}

/** "community, or volunteering, online, work": what a line to type goes on with. */
function otherKinds(kind: GroupKind): string {
  const [first, ...others] = GROUP_KINDS.filter((other) => other !== kind);
  return `${first}, or ${others.join(', ')}`;
}
