import { NetError } from '../domain/error.ts';
import { type SoughtTarget, type Target, targetsMeant } from '../domain/target.ts';
import type { Context } from '../host/context.ts';
import { foundText } from '../render/target.ts';
import { shortened } from '../render/text.ts';
import { shellWord } from '../render/typed.ts';
import type { Db } from '../store/db.ts';
import { openTargets, readTargets } from '../store/targets.ts';
import { chooseOne } from './choose.ts';

/** The open target that `--target` or `net target done` names, by its number in the list or by words of it; or one of others. */
export async function targetNamed(
  db: Db,
  context: Context,
  said: string,
  open: readonly SoughtTarget[] = openTargets(db),
): Promise<SoughtTarget> {
  const text = said.trim();
  if (text === '')
    throw new NetError('rejected', 'it does not say which target', 'net target list shows them');
  const found = targetsMeant(text, open);
  if (found.length === 0) throw unknownTarget(text, open);
  return choose(context, open, found, `Which "${text}"?`, `"${text}" could be ${found.length} targets`);
}

/** The open target that is chosen on a terminal where none was named. Elsewhere `usage`. */
export async function targetAsked(
  db: Db,
  context: Context,
  open: readonly SoughtTarget[] = openTargets(db),
): Promise<SoughtTarget> {
  if (context.prompt === null)
    throw new NetError('usage', 'it does not say which target', 'net target done 1');
  if (open.length === 0) throw unknownTarget('', open);
  return choose(context, open, open, 'Which one?', 'there are several targets');
}

/** Every target, in the order in which `--drop` numbers them: the open ones as in the list, then those that are closed. */
export function allTargets(db: Db): SoughtTarget[] {
  const targets = readTargets(db);
  const isOpen = ({ doneOn }: SoughtTarget) => doneOn === null;
  return [...targets.filter(isOpen), ...targets.filter((target) => !isOpen(target))];
}

const LONG_WORD = /^[\p{L}\p{M}]{4,}$/u;

/** What a hint suggests to type: a word that no other target has, else the number in the list. */
export function typedTarget({ id, text }: Target, open: readonly SoughtTarget[]): string {
  const clear = text
    .split(/\s+/)
    .find((word) => LONG_WORD.test(word) && targetsMeant(word, open).length === 1);
  return clear ?? String(open.findIndex((target) => target.id === id) + 1);
}

function choose(
  context: Context,
  open: readonly SoughtTarget[],
  targets: readonly SoughtTarget[],
  question: string,
  ambiguous: string,
): Promise<SoughtTarget> {
  return chooseOne(context, {
    question,
    ambiguous,
    hint: 'say more of its words, or its number: net target list',
    choices: targets.map((value) => ({
      value,
      id: value.id,
      label: `${value.text} (${foundText(value)})`,
      number: open.indexOf(value) + 1,
    })),
  });
}

function unknownTarget(text: string, open: readonly SoughtTarget[]): NetError {
  if (open.length === 0)
    return new NetError(
      'not-found',
      'no target is open',
      `to look for somebody: net target add ${shellWord(text === '' || /^\d+$/.test(text) ? 'science journalists' : text)}`,
    );
  const listed = shortened(open.map((target, i) => `${i + 1} ${target.text}`));
  const isAll = open.some(({ doneOn }) => doneOn !== null);
  return new NetError(
    'not-found',
    `no ${isAll ? '' : 'open '}target is "${text}"`,
    `these are ${isAll ? 'there' : 'open'}: ${listed}`,
  );
}
