import { addDays, daysBetween, nearestYearly } from '../days/day.ts';
import { elapsed, isBusy, isPaused } from '../days/pause.ts';
import {
  isOpenAsk,
  isOpenPromise,
  owesThanks,
  owesThanksForFruit,
  promiseDay,
  receivedOn,
} from '../exchange.ts';
import { clamp01 } from '../giver.ts';
import { isFollowedUp } from '../groups/origin.ts';
import {
  asIfPaused,
  cadence,
  gap,
  growthStart,
  isGiver,
  type Person,
  type Situation,
  type Stage,
  stageOf,
} from '../person.ts';
import { fading, isLeftAlone } from './fading.ts';
import { isQuiet, isWaiting, timesShown } from './quiet.ts';
import type { Facts, Term, View } from './term.ts';

/**
 * All terms of a person that are not 0, weightiest first: the formulas of docs/ranking.md, and who is left alone. Somebody who
 * moved on has none; in the stack, snoozed, paused or in a busy season only obligations count.
 */
export function termsOf(person: Person, view: View, stage: Stage = stageInPlan(person, view)): Term[] {
  if (stage === 'moved on' || person.contact.deletedAt !== null) return [];
  const suggested =
    isAside(person, view, stage) || isDeferred(view) ? [] : suggestions(person, view, stage === 'dormant');
  return weighed([...obligations(person, view), ...suggested], view);
}

/** The terms of somebody who is listed already: nobody is left alone again for what brought them onto the list. */
export function listedTermsOf(person: Person, view: View): Term[] {
  const stage = stageInPlan(person, view);
  const suggested =
    isAside(person, view, stage) || isDeferred(view)
      ? []
      : everySuggestion(person, view, stage === 'dormant');
  return weighed([...obligations(person, view), ...suggested], view);
}

/** In the stack or snoozed: only what is owed to them counts. */
export function isAside(person: Person, view: View, stage: Stage = stageInPlan(person, view)): boolean {
  return stage === 'stack' || isSnoozed(person, view);
}

/** In a pause or a busy season everything waits but what is owed. */
export function isDeferred({ today, pauses, settings }: Situation): boolean {
  return isPaused(today, pauses) || isBusy(today, settings.seasons);
}

/** The stage, as if a pause that is on offer had been taken. */
export function stageInPlan(person: Person, view: View): Stage {
  return stageOf(person, asIfPaused(view, view.offered));
}

function isSnoozed({ contact }: Person, view: View): boolean {
  return contact.snoozedUntil !== null && contact.snoozedUntil > view.today;
}

/** When snoozed, a promise from its day on; thanks after the snooze. */
function obligations(person: Person, view: View): Facts[] {
  const promised = promises(person, view);
  if (isSnoozed(person, view)) return promised.filter((term) => term.due <= view.today);
  return [...promised, ...thanks(person, view)];
}

/** Who waits for a reply, is quiet or was touched a few days ago is left alone, with these exceptions. */
function suggestions(person: Person, view: View, dormant: boolean): Facts[] {
  if (isWaiting(person, view)) return openAsks(person, view);
  if (isQuiet(person, view, dormant)) return occasions(person, view).filter((term) => term.on === view.today);
  if (recentlyTouched(person, view)) return [...followUp(person, view), ...occasions(person, view)];
  return everySuggestion(person, view, dormant);
}

function everySuggestion(person: Person, view: View, dormant: boolean): Facts[] {
  return [
    ...followUp(person, view),
    ...(dormant ? revival(person, view) : fading(person, view)),
    ...openAsks(person, view),
    ...occasions(person, view),
    ...tell(person, view),
    ...fruit(person, view),
  ];
}

function weighed(facts: readonly Facts[], view: View): Term[] {
  const { weights } = view.settings.ranking;
  return facts
    .map((fact) => ({ ...fact, points: weights[fact.kind] * fact.value }) as Term)
    .sort((a, b) => b.points - a.points);
}

/** 0.2 fourteen days before its day, 1 at seven days late. A pause does not stop it. */
function promises(person: Person, view: View) {
  return person.open.filter(isOpenPromise).flatMap((exchange) => {
    const due = promiseDay(exchange);
    const late = daysBetween(due, view.today);
    const value = clamp01(0.2 + (0.8 * (late + 14)) / 21);
    return late < -14 ? [] : [{ kind: 'promise' as const, exchange, due, value }];
  });
}

/** 0.6, and 0.1 more each day, at most 1. */
function thanks(person: Person, view: View): Facts[] {
  return person.open.filter(owesThanks).map((exchange) => {
    const since = receivedOn(exchange);
    const value = Math.min(1, 0.6 + 0.1 * elapsed(since, view.today, view.pauses));
    return { kind: 'thanks', exchange, since, value };
  });
}

/** For 30 days from the meeting, or from being grown, until any interaction other than the meeting itself. */
function followUp(person: Person, view: View): Facts[] {
  const { contact, summary } = person;
  const since = growthStart(contact);
  if (contact.stage !== 'growing' || !isFollowedUp(contact)) return [];
  if (since === null || summary.talks > 0) return [];
  const days = elapsed(since, view.today, view.pauses);
  return days > 30 ? [] : [{ kind: 'follow-up', since, value: Math.min(1, 0.6 + 0.05 * days) }];
}

/**
 * From 7 days on, 1 at 14: one nudge, then only a record of what came of it; in at most two plans. Who waits for a reply sends no
 * nudge.
 */
function openAsks(person: Person, view: View): Facts[] {
  return person.open.filter(isOpenAsk).flatMap((exchange) => {
    const days = elapsed(exchange.madeOn, view.today, view.pauses);
    const plans = timesShown(view.shown, 'ask', exchange.id);
    if (days < 7 || plans >= 2) return [];
    const value = 0.6 + 0.4 * clamp01((days - 7) / 7);
    const nudged = plans > 0 || isWaiting(person, view);
    return [{ kind: 'ask' as const, exchange, days, nudged, value }];
  });
}

/** 1 on the day, ½ from 2 days past to 7 ahead. A touch from 2 days before it on clears it beforehand; from the day on only one since. */
function occasions(person: Person, view: View) {
  const { birthday, jobChangedOn } = person.contact;
  const dates = [
    ...(birthday === null
      ? []
      : [{ occasion: 'birthday' as const, on: nearestYearly(birthday, view.today) }]),
    ...(jobChangedOn === null ? [] : [{ occasion: 'job' as const, on: jobChangedOn }]),
  ];
  return dates.flatMap(({ occasion, on }) => {
    const ahead = daysBetween(view.today, on);
    const { lastOn } = person.summary;
    const marked = lastOn !== null && lastOn >= (ahead > 0 ? addDays(on, -2) : on);
    if (ahead < -2 || ahead > 7 || marked) return [];
    return [{ kind: 'date' as const, occasion, on, value: ahead === 0 ? 1 : 0.5 }];
  });
}

/** Once for each proven giver, in at most two plans. */
function tell(person: Person, view: View): Facts[] {
  const { contact, summary } = person;
  if (!isGiver(person) || contact.toldOn !== null || timesShown(view.shown, 'tell', null) >= 2) return [];
  return [{ kind: 'tell', times: summary.helped + summary.partly + summary.received, value: 1 }];
}

/** Once for each help that bore fruit, in at most two plans. */
function fruit(person: Person, view: View): Facts[] {
  return person.open
    .filter(
      (exchange) => owesThanksForFruit(exchange) && timesShown(view.shown, 'thank-again', exchange.id) < 2,
    )
    .map((exchange) => ({ kind: 'thank-again', exchange, value: 1 }));
}

function revival(person: Person, view: View): Facts[] {
  return [{ kind: 'dormant', days: person.summary.days, gap: gap(person, view) ?? 0, value: 1 }];
}

function recentlyTouched(person: Person, view: View): boolean {
  const quiet = person.summary.lastOn === null ? null : gap(person, view);
  return quiet !== null && isLeftAlone(quiet, cadence(person, view.settings));
}
