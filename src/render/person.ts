import type { Contact, TraitKind } from '../domain/contact.ts';
import { daysBetween } from '../domain/days/day.ts';
import { isOpenAsk, isOpenPromise, owesThanks, owesThanksForFruit, promiseDay } from '../domain/exchange.ts';
import type { PersonReport } from '../reports/person.ts';
import { outcomeCounts } from './asks.ts';
import { typesText, unreturnedText } from './balance.ts';
import { metText } from './reason.ts';
import { closenessText, evidenceText, sinceText } from './standing.ts';
import { count, faint, line, listed, type Piece, strong, type Text, table } from './text.ts';
import { birthdayWord, channelWord, dayWord, EXCHANGE_VERBS, onDay, quoted, type Wording } from './words.ts';

/** One screen to read before meeting somebody: what they need first. */
export function personText(report: PersonReport, wording: Wording): Text {
  const { contact } = report.person;
  const rows: (readonly [string, string])[] = [
    ...traitRow(report, 'need', 'needs'),
    ...openRows(report, wording),
    ...row('ask about', contact.askAbout),
    ...traitRow(report, 'offer', 'offers'),
    ...traitRow(report, 'interest', 'interests'),
    ...row('in touch', rhythmText(report, wording)),
    ...row('standing', standingText(report, wording)),
    ...exchangedRows(report, wording),
    ...recentRows(report, wording),
    ...row('met', metOf(report, wording)),
    ...row('target', report.target),
    ...row('birthday', contact.birthday === null ? null : birthdayWord(contact.birthday, wording)),
    ...row(
      'snoozed',
      contact.snoozedUntil !== null && contact.snoozedUntil > wording.today
        ? `until ${dayWord(contact.snoozedUntil, wording)}`
        : null,
    ),
    ...labeled(
      'reach',
      report.points.map(({ value, label }) => (label === null ? value : `${value} (${label})`)),
    ),
    ...row(
      'tags',
      report.traits
        .filter(({ kind }) => kind === 'tag')
        .map(({ text }) => `+${text}`)
        .join(' '),
    ),
    ...labeled(
      'note',
      report.notes
        .flatMap(({ text }) => text.split('\n'))
        .map((text) => text.trimEnd())
        .filter((text) => text !== ''),
    ),
  ];
  return [headline(report), table(rows.map(([label, text]): Piece[] => [faint(label), text]))];
}

function headline(report: PersonReport) {
  const { person, stage } = report;
  const { contact } = person;
  const facts = [
    stageText(report),
    stage === 'kept' || stage === 'dormant' ? `${contact.circle ?? 'active'} circle` : null,
    workText(contact),
    contact.city,
    contact.nickname === null ? null : `called ${contact.nickname}`,
  ].filter((fact) => fact !== null);
  return line(strong(person.contact.name), faint(` (${contact.short})`), `  ${facts.join(', ')}`);
}

/** "growing for 12 days", "moved on to sales 3 days ago"; on the first day the stage alone. */
function stageText({ person: { contact }, stage, stageDays }: PersonReport): string {
  const moved = contact.movedTo === null ? '' : ` to ${contact.movedTo}`;
  if (stageDays === 0) return stage + moved;
  const days = count(stageDays, 'day');
  if (stage === 'moved on') return `${stage}${moved} ${days} ago`;
  return stage === 'stack' ? `in the stack for ${days}` : `${stage} for ${days}`;
}

/** "CTO at Acme". */
export function workText({ role, org }: Pick<Contact, 'role' | 'org'>): string | null {
  if (role !== null && org !== null) return `${role} at ${org}`;
  return role ?? org;
}

function row(label: string, text: string | null): [string, string][] {
  return text === null || text === '' ? [] : [[label, text]];
}

function labeled(label: string, texts: readonly string[]): [string, string][] {
  return texts.map((text, i) => [i === 0 ? label : '', text]);
}

function traitRow({ traits }: PersonReport, kind: TraitKind, label: string): [string, string][] {
  return labeled(
    label,
    traits.filter((trait) => trait.kind === kind).map(({ text }) => text),
  );
}

/** Promises, asks and thanks that are open. */
function openRows({ person: { open } }: PersonReport, wording: Wording): [string, string][] {
  return [
    ...labeled(
      'promised',
      open
        .filter(isOpenPromise)
        .sort((a, b) => daysBetween(promiseDay(b), promiseDay(a)))
        .map((promise) => `${quoted(promise.text)}, due ${dayWord(promiseDay(promise), wording)}`),
    ),
    ...labeled(
      'asked',
      open.filter(isOpenAsk).map((ask) => `${quoted(ask.text)} ${onDay(ask.madeOn, wording)}, open`),
    ),
    ...labeled(
      'thank for',
      open.filter(owesThanks).map((help) => quoted(help.text)),
    ),
    ...labeled(
      'thank again',
      open.filter(owesThanksForFruit).map((help) => quoted(help.fruit ?? help.text)),
    ),
  ];
}

/** How and how often: intended cadence, usual gap, last touch, channels, and who starts, on one line. */
function rhythmText(report: PersonReport, wording: Wording): string {
  const { cadence, usualGap, lastOn, channels, started, waiting } = report;
  return [
    cadence === null ? null : `every ${count(cadence, 'day')} intended`,
    usualGap === null ? null : `usually every ${count(usualGap, 'day')}`,
    lastOn === null ? 'nothing logged yet' : `last ${dayWord(lastOn, wording)}`,
    channels.length === 0
      ? null
      : channels.map(({ channel, times }) => `${channelWord(channel)} ${times}`).join(', '),
    started === null ? null : `you started ${started.me} of ${started.of}`,
    waiting ? 'waiting for a reply' : null,
  ]
    .filter((part) => part !== null)
    .join('; ');
}

function standingText(
  { warmth, label, person, gap, asks, helpSince: since }: PersonReport,
  wording: Wording,
): string | null {
  const closeness = closenessText(warmth, person.summary.days, gap);
  if (closeness === null || label === null) return closeness;
  return `${closeness}; ${label}: ${evidenceText(asks, person.summary.received)}${sinceText(since, wording)}`;
}

/** What went between us; that four gives had nothing back; what is to be paid forward, or was. */
function exchangedRows(
  { person: { summary }, asks, balance, exchanges, paidForward }: PersonReport,
  wording: Wording,
) {
  const { given, received } = summary;
  if (given + received + asks.asked === 0) return [];
  const outcomes = listed(outcomeCounts(asks));
  const detail = outcomes === '' ? '' : ` (${outcomes})`;
  const types = balance.types.some(({ type }) => type !== null) ? ` (${typesText(balance.types)})` : '';
  return labeled('exchanged', [
    `given ${given}${types}, received ${received}, asked ${asks.asked}${detail}`,
    ...(balance.unreturned === null ? [] : [unreturnedText(balance.unreturned, wording)]),
    ...exchanges
      .filter(({ forwardOn }) => forwardOn !== null)
      .map(({ id, text }) => `${quoted(text)} ${forwardWord(paidForward.get(id))}`),
  ]);
}

function forwardWord(returned: boolean | undefined): string {
  if (returned === undefined) return 'is to be paid forward';
  return returned ? 'was returned' : 'was paid forward';
}

function recentRows({ recent, exchanges }: PersonReport, wording: Wording): [string, string][] {
  return labeled(
    'last five',
    recent.map((interaction) => {
      const { id, heldOn, channel, text, meeting, pitch, noAnswer } = interaction;
      const told = exchanges.filter(({ interactionId }) => interactionId === id);
      const facts = [
        meeting ? 'met' : null,
        pitch === null ? null : 'a pitch',
        noAnswer ? 'no answer' : null,
        text,
        ...told.map((exchange) => `${EXCHANGE_VERBS[exchange.kind]} ${quoted(exchange.text)}`),
      ].filter((fact) => fact !== null);
      return `${dayWord(heldOn, wording)}, ${channelWord(channel)}${facts.length === 0 ? '' : `: ${facts.join('; ')}`}`;
    }),
  );
}

function metOf({ person: { contact }, gathering, via }: PersonReport, wording: Wording): string | null {
  if (contact.metOn === null && gathering === null && via === null) return null;
  const origin = contact.origin === null || contact.origin === 'other' ? '' : ` (${contact.origin})`;
  return `${metText(contact, { gathering, via }, wording).replace(/^met /, '')}${origin}`;
}
