import type { CalendarDate } from '../../domain/days/day.ts';
import type { ImportedExchange } from '../../domain/imported.ts';
import { dayAt, instantDayAt } from '../json/days.ts';
import { asOf, joined, PLAIN_EXCHANGE } from '../json/parts.ts';
import { flagAt, numberAt, objectOf, textAt, textOf, unusable, type Value, valueAt } from '../json/value.ts';
import { oneLine } from '../people.ts';
import type { Given } from '../record.ts';
import { propertiesOf, recordsOf } from './account.ts';
import type { Head } from './head.ts';

/** What something that Monica keeps of somebody comes to: an exchange, a note, or what is left out. */
export type Kept = { readonly exchange: Draft } | { readonly note: string } | { readonly skipped: string };

/** An exchange of which the key and the person are still to be told. */
export type Draft = Omit<ImportedExchange, 'person'>;

/** What an exchange needs besides its record. */
interface Times {
  readonly given: Given;
  /** The day on which the file was written: what was to come then is a promise. */
  readonly asOf: CalendarDate;
}

/** Debts, gifts, reminders and tasks of a contact. */
export function keptOf(head: Head, times: Times): readonly Kept[] {
  const { buckets } = head;
  const reminders = recordsOf(buckets, 'reminder');
  const ids = new Set(reminders.map((reminder) => textAt(reminder, 'uuid')));
  // The reminders of a death and of a first meeting are among the others, too; not always, it is said.
  const own = ['deceased_reminder', 'first_met_reminder']
    .flatMap((name) => objectOf(valueAt(head.properties, name)) ?? [])
    .filter((reminder) => !ids.has(textAt(reminder, 'uuid')));
  return [
    ...recordsOf(buckets, 'debt').flatMap((debt) => debtOf(debt, times) ?? []),
    ...recordsOf(buckets, 'gift').flatMap((gift) => giftOf(gift, times) ?? []),
    ...[...reminders, ...own].flatMap((reminder) => reminderOf(reminder, head, times) ?? []),
    ...recordsOf(buckets, 'task').flatMap((task) => taskOf(task, times) ?? []),
  ];
}

/** What I owe is a promise to pay it back, kept once it is; what they owe I gave. */
function debtOf(record: Value, times: Times): Kept | null {
  const debt = propertiesOf(record);
  const amount = joined([numberText(numberAt(debt, 'amount')), currencyOf(debt)], ' ') ?? 'a debt';
  const reason = textAt(debt, 'reason');
  const isOpen = textAt(debt, 'status') !== 'complete';
  const say = (what: string) => joined([what, reason], ': ') ?? what;
  const owes = flagAt(debt, 'in_debt');
  const said = valueAt(debt, 'in_debt');
  if (owes === null)
    return said.value === undefined || said.value === null
      ? unusable(said, 'does not say who owes it')
      : null;
  if (owes) {
    const promise = exchangeOf(record, 'promise', say(`pay back ${amount}`), times);
    return isOpen ? promise : settled(promise, instantDayAt(record, 'updated_at', times.given), times);
  }
  return exchangeOf(record, 'give', say(isOpen ? `lent ${amount}` : `lent ${amount}, paid back`), times);
}

function giftOf(record: Value, times: Times): Kept | null {
  const gift = propertiesOf(record);
  const status = textAt(gift, 'status');
  const url = textAt(gift, 'url');
  const amount = numberText(numberAt(gift, 'amount'));
  const more = joined([amount === null ? null : `worth ${amount}`, url], ', ');
  const name = joined([textAt(gift, 'name'), textAt(gift, 'comment')], ': ') ?? 'a gift';
  const text = more === null ? name : `${name} (${more})`;
  if (status === 'offered') return exchangeOf(record, 'give', text, times, dayAt(gift, 'date'));
  if (status === 'received') return exchangeOf(record, 'received', text, times, dayAt(gift, 'date'));
  return { note: `${status === 'idea' ? 'Gift idea' : 'Gift'}: ${text}` };
}

/** A reminder of one day that was still to come is a promise; every other one is a note. */
function reminderOf(record: Value, head: Head, times: Times): Kept | null {
  const reminder = propertiesOf(record);
  const on = dayAt(reminder, 'initial_date');
  const title = textAt(reminder, 'title');
  const description = textAt(reminder, 'description');
  const text = joined([title, description], ': ') ?? 'a reminder';
  const every = textAt(reminder, 'frequency_type') ?? 'one_time';
  const count = numberAt(reminder, 'frequency_number') ?? 1;
  const isOff = flagAt(reminder, 'inactive') === true;
  const isFixed = flagAt(reminder, 'delible') === false;
  if (every === 'one_time') {
    if (on !== null && on >= times.asOf && !isOff) {
      const promise = exchangeOf(record, 'promise', text, times, null);
      return promise === null ? null : { exchange: { ...promise.exchange, dueOn: on } };
    }
    return { note: `Reminder: ${joined([on, text], ': ')}` };
  }
  const isBirthday = every === 'year' && on !== null && on.slice(5) === head.birthdate?.day.slice(5);
  if (isBirthday && description === null && (isFixed || /birthday/i.test(title ?? '')))
    return { skipped: 'birthday reminder' };
  const rhythm = count === 1 ? `every ${every}` : `every ${count} ${every}s`;
  return {
    note: `Reminder (${joined([rhythm, on === null ? null : `from ${on}`, isOff ? 'off' : null], ', ')}): ${text}`,
  };
}

function taskOf(record: Value, times: Times): Kept | null {
  const task = propertiesOf(record);
  const text = joined([textAt(task, 'title'), textAt(task, 'description')], ': ') ?? 'a task';
  const isDone = flagAt(task, 'completed') === true;
  const promise = exchangeOf(record, 'promise', text, times);
  if (!isDone) return promise;
  const doneOn = instantDayAt(task, 'completed_at', times.given);
  return settled(promise, doneOn ?? instantDayAt(record, 'updated_at', times.given), times);
}

/** A promise that was kept: on a day that is told, else on the one on which it was made; never before that, and never to come. */
function settled(
  promise: { readonly exchange: Draft } | null,
  on: CalendarDate | null,
  { given }: Times,
): { readonly exchange: Draft } | null {
  if (promise === null) return null;
  const { madeOn } = promise.exchange;
  const keptOn = on === null || on < madeOn || on > given.today ? madeOn : on;
  return { exchange: { ...promise.exchange, keptOn } };
}

/** An exchange of the day that is told, else of the day on which it was entered. Null, and a reject, where neither is known. */
function exchangeOf(
  record: Value,
  kind: Draft['kind'],
  text: string,
  { given }: Times,
  toldOn: CalendarDate | null = null,
): { readonly exchange: Draft } | null {
  const on = toldOn ?? instantDayAt(record, 'created_at', given);
  if (on === null) return unusable(record, `(${oneLine(text).slice(0, 60)}) does not say of which day it is`);
  if (toldOn !== null && on > given.today) return unusable(record, `is on ${on}, which is still to come`);
  const madeOn = asOf(on, given.today);
  const key = textAt(record, 'uuid') ?? `${kind} ${madeOn} ${text}`;
  return { exchange: { ...PLAIN_EXCHANGE, key, line: record.line, kind, text, madeOn } };
}

/** A currency by its code; Monica writes out the whole of it. */
function currencyOf(debt: Value): string | null {
  const currency = valueAt(debt, 'currency');
  if (typeof currency.value === 'string') return textOf(currency);
  const whole = objectOf(currency);
  return whole === null ? null : (textAt(whole, 'iso') ?? textAt(whole, 'symbol'));
}

function numberText(number: number | null): string | null {
  return number === null ? null : String(number);
}
