import type { Gathering } from '../domain/groups/gathering.ts';
import type { Group, GroupKind, Observation, ObservationKind } from '../domain/groups/group.ts';
import { feeText, moneyText } from '../domain/groups/money.ts';
import { nextRenewal } from '../domain/groups/renewal.ts';
import { timeText } from './duration.ts';
import { onDay, quoted, type Wording } from './words.ts';

type Json = Readonly<Record<string, unknown>>;

/** A kind of group as a sentence says it. */
export const KIND_WORDS: Readonly<Record<GroupKind, string>> = {
  networking: 'a networking group',
  community: 'a community',
  volunteering: 'a place to volunteer',
  online: 'an online group',
  work: 'a group at work',
};

/** What was seen, as a sentence says it. */
export const SEEN_WORDS: Readonly<Record<ObservationKind, string>> = {
  pitch: 'a pitch',
  recruit: 'a try to recruit you',
  'asked-to-recruit': 'asked to recruit others',
  ambush: 'a talk of two that turned into a crowd',
  'bad-mouths': 'others were spoken ill of',
  milked: 'more was taken than you meant to give',
};

/** The fields of a group with --json, as their documentation names them. */
export const GROUP_FIELDS =
  '{id, name, kind, joinedOn, fee, feePer, currency, renewsOn, trialUntil, why, reviewedOn, leftOn}';

export function groupJson(group: Group): Json {
  const { id, name, kind, joinedOn, fee, feePer, currency, renewsOn, trialUntil, why, reviewedOn, leftOn } =
    group;
  return { id, name, kind, joinedOn, fee, feePer, currency, renewsOn, trialUntil, why, reviewedOn, leftOn };
}

export const GATHERING_FIELDS = '{on, minutes, commute, cost, aim, worth, text}';

export function gatheringJson({ heldOn, minutes, commute, cost, aim, worth, text }: Gathering): Json {
  return { on: heldOn, minutes, commute, cost, aim, worth, text };
}

export function observationJson({ kind, notedOn, text }: Observation): Json {
  return { kind, on: notedOn, text };
}

/** `€40 a month`, or null where nothing is paid. */
export function groupFee({ fee, feePer, currency }: Group): string | null {
  return fee === null || feePer === null ? null : feeText({ hundredths: fee, currency, per: feePer });
}

/** What is known of a group, to follow its name: "a networking group since …; €40 a month; …". */
export function groupText(group: Group, wording: Wording): string {
  const { kind, joinedOn, leftOn, trialUntil, why } = group;
  const renews = leftOn === null ? nextRenewal(group, wording.today) : null;
  return [
    `${KIND_WORDS[kind]}, joined ${onDay(joinedOn, wording)}`,
    leftOn === null ? null : `left ${onDay(leftOn, wording)}`,
    groupFee(group),
    renews === null ? null : `renews ${onDay(renews, wording)}`,
    trialUntil === null
      ? null
      : trialUntil < wording.today
        ? `the trial ended ${onDay(trialUntil, wording)}`
        : `trial until ${onDay(trialUntil, wording).replace(/^on /, '')}`,
    why === null ? null : `for ${quoted(why)}`,
  ]
    .filter((part) => part !== null)
    .join('; ');
}

/** A gathering as it was understood: "2 hours there, 30 minutes on the way; €12.50; to learn; worth it". */
export function gatheringText(gathering: Gathering, currency: string | null): string {
  const { minutes, commute, cost, aim, worth, text } = gathering;
  const time = [
    minutes === null ? null : `${timeText(minutes)} there`,
    commute === null ? null : `${timeText(commute)} on the way`,
  ].filter((part) => part !== null);
  return [
    time.length === 0 ? null : time.join(', '),
    cost === null ? null : moneyText(cost, currency),
    aim === null ? null : `to ${aim}`,
    worth === null ? null : worth ? 'worth it' : 'not worth it',
    text === null ? null : quoted(text),
  ]
    .filter((part) => part !== null)
    .join('; ');
}
