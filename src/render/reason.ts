import type { Term } from '../domain/agenda/term.ts';
import type { Contact, Origins } from '../domain/contact.ts';
import { type CalendarDate, daysBetween } from '../domain/days/day.ts';
import { promiseDay } from '../domain/exchange.ts';
import { count, times } from './text.ts';
import { dayWord, inMonth, onDay, quoted, type Wording } from './words.ts';

/** One line that says why somebody is listed. No counter of days beyond a week: promises and thanks are said by their month. */
export function reasonText(term: Term, contact: Contact, origins: Origins, wording: Wording): string {
  switch (term.kind) {
    case 'promise':
      return `you promised ${quoted(term.exchange.text)}${promisedWhen(term.exchange.madeOn, promiseDay(term.exchange), wording)}`;
    case 'thanks':
      return `helped you ${recent(term.since, wording)}, not thanked yet`;
    case 'follow-up':
      return `${metText(contact, origins, wording)}, no follow-up yet`;
    case 'fading':
      return fadingText(term, contact.lastOn, wording);
    case 'ask':
      return `asked ${onDay(term.exchange.madeOn, wording)}, no answer: ${quoted(term.exchange.text)}`;
    case 'date':
      return dateText(term.occasion, term.on, wording);
    case 'tell':
      return `has come through for you ${times(term.times)}: tell them`;
    case 'thank-again':
      return `their help bore fruit: ${quoted(term.exchange.fruit ?? term.exchange.text)}`;
    case 'dormant':
      return term.days === 0
        ? 'kept for long, and nothing logged yet'
        : `used to be in touch: ${count(term.days, 'time')}`;
  }
}

/** "met 3 days ago at DevMeet", "introduced by Lee yesterday". */
export function metText(contact: Contact, { gathering, via }: Origins, wording: Wording): string {
  const since = contact.metOn ?? contact.grownOn;
  const when = since === null ? '' : ` ${onDay(since, wording)}`;
  const where = gathering === null ? '' : ` at ${gathering}`;
  return via === null ? `met${when}${where}` : `introduced by ${via}${when}${where}`;
}

/** Where nothing is logged, the last day is known only if it was told. */
function fadingText(
  { days, gap, cadence, logged }: Term & { readonly kind: 'fading' },
  told: CalendarDate | null,
  wording: Wording,
): string {
  if (logged) return `${count(days, 'touch', 'touches')}, quiet ${count(gap, 'day')}, you aim for ${cadence}`;
  const last = told === null ? 'nothing logged yet' : `last in touch ${onDay(told, wording)} as you said`;
  return `${last}, you aim for every ${count(cadence, 'day')}`;
}

function promisedWhen(madeOn: CalendarDate, due: CalendarDate, wording: Wording): string {
  const late = daysBetween(due, wording.today);
  if (late > 7) return ` ${inMonth(madeOn, wording.today)}`;
  return `, ${dueText(due, wording)}`;
}

/** "due Friday", "2 days late". No counter beyond a week. */
export function dueText(due: CalendarDate, wording: Wording): string {
  const late = daysBetween(due, wording.today);
  if (late > 7) return 'late';
  return late > 0 && wording.relative ? `${count(late, 'day')} late` : `due ${dayWord(due, wording)}`;
}

function recent(date: CalendarDate, wording: Wording): string {
  const ago = daysBetween(date, wording.today);
  return ago > 7 ? inMonth(date, wording.today) : onDay(date, wording);
}

function dateText(occasion: 'birthday' | 'job', on: CalendarDate, wording: Wording): string {
  const past = on < wording.today;
  if (occasion === 'job') return `new job, noticed ${onDay(on, wording)}`;
  return `birthday ${past ? 'was ' : ''}${onDay(on, wording)}`;
}
