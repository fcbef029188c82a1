import { NetError } from '../error.ts';
import type { FeePeriod } from './group.ts';

/** An amount in hundredths. The currency is a sign or a code of three letters, null where none was said. */
export interface Money {
  readonly hundredths: number;
  readonly currency: string | null;
}

/** What a group asks for, and how often. */
export interface Fee extends Money {
  readonly per: FeePeriod;
}

/** More than anybody pays for a group, in whole units. */
const MOST = 1_000_000;

const CURRENCY = '\\p{Sc}|[a-z]{3}';
const AMOUNT = new RegExp(`^(${CURRENCY})?\\s*(\\d[\\d.,' ]*?)\\s*(${CURRENCY})?$`, 'iu');

const PERIODS: readonly (readonly [RegExp, FeePeriod])[] = [
  [/\s*(?:(?:\/|\ba |\bper )\s*(?:month|mo|m)|\bmonthly)$/i, 'month'],
  [/\s*(?:(?:\/|\ba |\bper )\s*(?:quarter|q)|\bquarterly)$/i, 'quarter'],
  [/\s*(?:(?:\/|\ba |\bper )\s*(?:year|yr|y)|\byearly|\bannually)$/i, 'year'],
  [/\s*(?:\/\s*once|\bonce)$/i, 'once'],
];

/** `12.50`, `€12.50`, `12 EUR`, `12,50`. Throws `rejected` for what is no amount, or two of them. */
export function readMoney(text: string): Money {
  const [, before, amount = '', after] = AMOUNT.exec(text.trim()) ?? [];
  if (amount === '' || (before !== undefined && after !== undefined)) throw notMoney(text);
  const [, whole = '', cents = ''] = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(amount) ?? [];
  if (whole === '') throw unclear(text, amount);
  const hundredths = Number(whole) * 100 + Number(cents.padEnd(2, '0'));
  if (whole.length > 7 || hundredths > MOST * 100)
    throw new NetError('rejected', `"${text}" is more than net counts`, `give at most ${MOST}`);
  const currency = before ?? after ?? null;
  return { hundredths, currency: currency === null ? null : currency.toUpperCase() };
}

/** `40/month`, `€40 a month`, `120 EUR/year`, `300 once`. Throws `rejected` where the amount or the period is missing. */
export function readFee(text: string): Fee {
  const said = text.trim();
  const period = PERIODS.find(([pattern]) => pattern.test(said));
  if (period !== undefined) return { ...readMoney(said.replace(period[0], '')), per: period[1] };
  if (AMOUNT.test(said))
    throw new NetError(
      'rejected',
      `"${text}" does not say how often that is paid`,
      `say it as ${said}/month, /quarter, /year or /once`,
    );
  throw notMoney(text, 'say it as 40/month, €120/quarter, 120 EUR/year or 300/once');
}

/** `€12.50`, `120 EUR`, `40`. */
export function moneyText(hundredths: number, currency: string | null): string {
  const rounded = Math.round(hundredths);
  const amount =
    rounded % 100 === 0
      ? String(rounded / 100)
      : `${Math.trunc(rounded / 100)}.${String(rounded % 100).padStart(2, '0')}`;
  if (currency === null) return amount;
  return /^\p{Sc}$/u.test(currency) ? currency + amount : `${amount} ${currency}`;
}

/** `€40 a month`, `300 once`. */
export function feeText({ hundredths, currency, per }: Fee): string {
  return `${moneyText(hundredths, currency)}${per === 'once' ? ' once' : ` a ${per}`}`;
}

function notMoney(text: string, hint = 'say it as 12.50, €12.50 or 12.50 EUR'): NetError {
  return new NetError('rejected', `"${text}" is no amount of money`, hint);
}

/** "1,200" is twelve hundred to some and a little over one to others. */
function unclear(text: string, amount: string): NetError {
  const digits = amount.replace(/\D/g, '');
  const isGrouped = /^\d{1,3}(?:[.,' ]\d{3})+$/.test(amount);
  return new NetError(
    'rejected',
    isGrouped ? `"${text}" may be ${digits}, or not` : `"${text}" is no amount of money`,
    isGrouped ? `write it as ${digits}` : 'write it as 1200 or 1200.50, without signs between the digits',
  );
}
