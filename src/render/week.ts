import type { TermKind } from '../domain/agenda/term.ts';
import { type CalendarDate, daysBetween } from '../domain/days/day.ts';
import { type Exchange, owesThanks, promiseDay } from '../domain/exchange.ts';
import type { CadenceKept } from '../reports/cadence-kept.ts';
import type { Done, Intended } from '../reports/intended.ts';
import type { Mix } from '../reports/mix.ts';
import type { WeekReport } from '../reports/week.ts';
import { dueText } from './reason.ts';
import {
  capital,
  count,
  faint,
  firstFew,
  good,
  line,
  type Piece,
  strong,
  type Text,
  table,
  times,
} from './text.ts';
import { calendarWord, channelWord, dayWord, inMonth, onDay, quoted, type Wording } from './words.ts';

/** The names that a line says before it only counts. */
const MOST_NAMED = 3;

/** "Ana, Ben, Eva and 2 more". */
export function firstNames(names: readonly string[]): string {
  return firstFew(names, MOST_NAMED);
}

/** A week in words: what was intended beside what was done, its figures with their n, and what goes along. */
export function weekText(report: WeekReport, wording: Wording): Text {
  const { days, listed: wasListed, intended, carryOver } = report;
  const carried = [
    ...carryOver.promises.map((promise) => promiseWords(promise, report, wording)),
    ...carryOver.thanks.map((help) => thanksWords(help, report)),
  ];
  const nothing = wasListed ? ['nothing'] : [];
  const figures = [
    ...labeled('cadence kept', report.cadence.map(cadenceWords)),
    ...labeled('channels', channelWords(report, wording)),
    ...labeled('minutes', minuteWords(report)),
    ...labeled('in groups', groupWords(report)),
    ...labeled('exchanged', doneWords(report.done)),
    ...labeled(
      'what came of',
      report.introduced.map(
        ({ contact, to, on }) => `${contact.name} for ${to.name}, introduced ${onDay(on, wording)}`,
      ),
    ),
    ...labeled('carry over', carried.length === 0 ? nothing : carried),
  ];
  return [
    line(strong(spanText(days, wording))),
    line(intendedHead(report)),
    ...(intended.length === 0 ? [] : [table(intended.map((each) => intendedRow(each, wording)))]),
    ...beyondLine(report),
    ...(figures.length === 0 ? [] : [line(''), table(figures)]),
  ];
}

/** "From November 2 to today"; a first day is "Today". */
function spanText({ first, last }: WeekReport['days'], wording: Wording): string {
  if (first !== last) return `From ${spanDay(first, wording)} to ${spanDay(last, wording)}`;
  return capital(onDay(first, wording, spanDay));
}

/** The first or last day of a span: today, or as a calendar has it. "From 8 days ago to 2 days ago" has to be counted out. */
function spanDay(date: CalendarDate, wording: Wording): string {
  return wording.relative && date !== wording.today
    ? calendarWord(date, wording.today)
    : dayWord(date, wording);
}

function labeled(label: string, texts: readonly string[]): Piece[][] {
  return texts.map((text, i): Piece[] => [faint(i === 0 ? label : ''), text]);
}

/** What was set aside does not count. */
function intendedHead({ listed: wasListed, intended, carryOver }: WeekReport): string {
  if (!wasListed) {
    const { promises, thanks } = carryOver;
    return `No list was made in these days${promises.length + thanks.length === 0 ? ', and nothing is carried over' : ''}.`;
  }
  const aside = intended.filter(({ state }) => state === 'aside').length;
  const done = intended.filter(({ state }) => state === 'done').length;
  if (aside > 0 && aside === intended.length) return 'All that was intended was set aside.';
  return `Intended and done: ${done} of ${intended.length - aside}${aside === 0 ? '' : `, and ${aside} set aside`}.`;
}

function intendedRow({ contact, reason, about, state, did }: Intended, wording: Wording): Piece[] {
  const name = state === 'done' ? good(`✓ ${contact.name}`) : `  ${contact.name}`;
  const facts = didWords(did, wording);
  const words = facts.length > 0 ? facts.join(', ') : { done: 'settled', open: '', aside: '' }[state];
  return [name, intendedWords(reason, about), state === 'aside' ? listedOr(words, 'set aside') : words];
}

function listedOr(words: string, word: string): string {
  return words === '' ? word : `${word}; ${words}`;
}

/** What a line of the list was for. */
function intendedWords(reason: TermKind, about: string | null): string {
  const what = about === null ? '' : ` ${quoted(about)}`;
  const words: Record<TermKind, string> = {
    promise: `a promise:${what}`,
    thanks: `thanks for${what}`,
    'follow-up': 'a follow-up',
    fading: 'be in touch',
    ask: `an open ask:${what}`,
    date: 'a day of theirs',
    tell: 'tell them what their help means',
    'thank-again': `thanks again:${what}`,
    dormant: 'a word after a long time',
  };
  return words[reason];
}

/** "in person on Friday, gave once". */
function didWords(did: Done, wording: Wording): string[] {
  const alike = Map.groupBy(did.touches, ({ on, channel }) => `${channel} ${on}`);
  const touches = [...alike.values()].flatMap((same) =>
    same.slice(0, 1).map(({ on, channel }) => {
      const often = same.length === 1 ? '' : ` ${times(same.length)}`;
      return `${channelWord(channel)}${often} ${onDay(on, wording)}`;
    }),
  );
  return [
    ...touches,
    ...(did.promisesKept > 0 ? [count(did.promisesKept, 'promise kept', 'promises kept')] : []),
    ...(did.thanked > 0 ? ['thanked'] : []),
    ...(did.gave > 0 ? [count(did.gave, 'give')] : []),
    ...(did.asked > 0 ? [count(did.asked, 'ask')] : []),
  ];
}

function beyondLine({ beyond, listed: wasListed }: WeekReport): Text {
  if (beyond.length === 0) return [];
  const names = firstNames(beyond.map(({ name }) => name));
  return [
    line(
      wasListed
        ? `And ${beyond.length} more, not on the list: ${names}.`
        : `In touch with ${count(beyond.length, 'person', 'people')}: ${names}.`,
    ),
  ];
}

/** "inner: 3 of 4 within 14 days". */
function cadenceWords({ circle, within, of, from, to }: CadenceKept): string {
  const days = from === to ? count(from, 'day') : `their own ${from} to ${to} days`;
  return `${circle}: ${within} of ${of} within ${days}`;
}

function channelWords({ channels, before }: WeekReport, wording: Wording): string[] {
  const since = `since ${dayWord(before.since, wording)}: ${mixWords(before)}`;
  return before.of === 0 ? [] : [`${mixWords(channels)}; ${since}`];
}

/** "in person 3 of 7, remote 4". */
export function mixWords({ inPerson, remote, of }: Mix): string {
  return of === 0 ? 'no touch' : `in person ${inPerson} of ${of}, remote ${remote}`;
}

function minuteWords({ minutes: { sum, told, of, budget } }: WeekReport): string[] {
  return of === 0 ? [] : [`${sum} of ${budget} a week; ${told} of ${of} touches say how long`];
}

function groupWords({ groups: { minutes, budget } }: WeekReport): string[] {
  return minutes === 0 ? [] : [`${minutes} of ${budget} minutes a week`];
}

function doneWords({ gave, asked, promisesKept, thanked }: Done): string[] {
  if (gave + asked + promisesKept + thanked === 0) return [];
  return [`gave ${gave}, asked ${asked}, promises kept ${promisesKept}, thanked ${thanked}`];
}

function promiseWords(promise: Exchange, { contacts }: WeekReport, wording: Wording): string {
  const due = promiseDay(promise);
  const when =
    daysBetween(due, wording.today) > 7
      ? `promised ${inMonth(promise.madeOn, wording.today)}`
      : dueText(due, wording);
  return `${quoted(promise.text)} for ${contacts.get(promise.contactId)?.name}, ${when}`;
}

function thanksWords(help: Exchange, { contacts }: WeekReport): string {
  const name = contacts.get(help.contactId)?.name;
  return owesThanks(help)
    ? `thanks to ${name} for ${quoted(help.text)}`
    : `thanks again to ${name}: ${quoted(help.fruit ?? help.text)}`;
}
