import { AIMS, type Aim } from '../domain/groups/gathering.ts';
import { type GroupRecord, isIn, type Window } from '../domain/groups/group-record.ts';

/** What gatherings were gone to for, and how many were worth it of those that say. */
export interface Aimed {
  readonly worth: { readonly yes: number; readonly of: number };
  /** Those that were named, most often first. */
  readonly aims: readonly { readonly aim: Aim; readonly times: number }[];
}

export function aimsIn({ gatherings }: Pick<GroupRecord, 'gatherings'>, window: Window): Aimed {
  const held = gatherings.filter(({ heldOn }) => isIn(heldOn, window));
  const said = held.filter(({ worth }) => worth !== null);
  const aims = AIMS.map((aim) => ({ aim, times: held.filter((gathering) => gathering.aim === aim).length }));
  return {
    worth: { yes: said.filter(({ worth }) => worth === true).length, of: said.length },
    aims: aims.filter(({ times }) => times > 0).sort((a, b) => b.times - a.times),
  };
}
