import { type Candidate, NetError } from '../domain/error.ts';
import type { Context } from '../host/context.ts';
import { shortened } from '../render/text.ts';

export interface Choosing<V> {
  /** What is asked for, as in `which promise to Ana Silva?` */
  readonly question: string;
  /** What is wrong where nobody can answer, as in `Ana Silva has 2 open promises`. */
  readonly ambiguous: string;
  readonly hint: string;
  readonly choices: readonly {
    readonly value: V;
    readonly id: string;
    readonly label: string;
    /** Its number elsewhere, by which it can be typed; its place among the choices unless given. */
    readonly number?: number;
  }[];
  /** `--which`: the number of one of the choices. */
  readonly which?: string | undefined;
}

/** One of several: the only one, the one that `--which` numbers, or the one chosen on a terminal; elsewhere `ambiguous`. */
export async function chooseOne<V>(context: Context, choosing: Choosing<V>): Promise<V> {
  const { choices, which } = choosing;
  const numbered = which === undefined ? undefined : choices[Number(which) - 1];
  if (numbered !== undefined) return numbered.value;
  if (which !== undefined) {
    throw new NetError('not-found', `there is no choice ${which}`, `choose from 1 to ${choices.length}`);
  }
  const [only] = choices;
  if (choices.length === 1 && only !== undefined) return only.value;
  if (context.prompt !== null) {
    // A number key jumps to the place in the list: another number would lead to somebody else's.
    const list = choices.map(({ label, value, number }, i) => ({
      name: number === undefined || number === i + 1 ? `${i + 1}. ${label}` : label,
      value,
    }));
    return context.prompt.select(choosing.question, list);
  }
  const numbers = choices.map(({ label, number }, i) => `${number ?? i + 1} ${label}`);
  throw new NetError(
    'ambiguous',
    `${choosing.ambiguous}: ${shortened(numbers)}`,
    choosing.hint,
    choices.map(({ id, label }): Candidate => ({ id, label })),
  );
}
