import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feeText, moneyText, readFee, readMoney } from '../../../src/domain/groups/money.ts';

describe('an amount of money', () => {
  test.each<[string, number, string | null]>([
    ['40', 4000, null],
    ['40.5', 4050, null],
    ['40.50', 4050, null],
    ['40,50', 4050, null],
    ['0', 0, null],
    ['€40', 4000, '€'],
    ['40 €', 4000, '€'],
    ['$12.50', 1250, '$'],
    ['£ 7', 700, '£'],
    ['40 EUR', 4000, 'EUR'],
    ['chf 12', 1200, 'CHF'],
    [' 12 ', 1200, null],
    ['1000000', 100_000_000, null],
  ])('%j', (text, hundredths, currency) => {
    expect(readMoney(text)).toEqual({ hundredths, currency });
  });

  test.each([
    ['', 'is no amount'],
    ['forty', 'is no amount'],
    ['-5', 'is no amount'],
    ['€', 'is no amount'],
    ['€40 EUR', 'is no amount'],
    ['40 kr', 'is no amount'],
    ['1,200', 'may be 1200, or not'],
    ['1.200', 'may be 1200, or not'],
    ['1 200', 'may be 1200, or not'],
    ["1'200", 'may be 1200, or not'],
    ['1,200.50', 'is no amount'],
    ['12.345.6', 'is no amount'],
    ['1.2.3', 'is no amount'],
    ['1000001', 'is more than net counts'],
    ['99999999999999999999', 'is more than net counts'],
  ])('%j is refused: %s', (text, why) => {
    expect(() => readMoney(text)).toThrow(why);
  });

  test('is read as it is shown', () => {
    const currency = fc.constantFrom('€', '$', 'EUR', 'CHF', null);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), currency, (hundredths, sign) => {
        expect(readMoney(moneyText(hundredths, sign))).toEqual({ hundredths, currency: sign });
      }),
      { seed: 20261122 },
    );
  });
});

describe('a fee', () => {
  test.each([
    ['40/month', '40 a month'],
    ['€40/month', '€40 a month'],
    ['€40/mo', '€40 a month'],
    ['40 a month', '40 a month'],
    ['40 EUR per month', '40 EUR a month'],
    ['40 monthly', '40 a month'],
    ['120 EUR/year', '120 EUR a year'],
    ['120 / yr', '120 a year'],
    ['120 yearly', '120 a year'],
    ['120 annually', '120 a year'],
    ['99.90/quarter', '99.90 a quarter'],
    ['99 quarterly', '99 a quarter'],
    ['300/once', '300 once'],
    ['300 once', '300 once'],
    ['0/year', '0 a year'],
  ])('%j', (text, shown) => {
    expect(feeText(readFee(text))).toBe(shown);
  });

  test.each([
    ['40', 'how often'],
    ['€40', 'how often'],
    ['40/week', 'is no amount'],
    ['/month', 'is no amount'],
    ['forty/month', 'is no amount'],
    ['1,200/year', 'may be 1200'],
    ['', 'is no amount'],
  ])('%j is refused: %s', (text, why) => {
    expect(() => readFee(text)).toThrow(why);
  });
});
