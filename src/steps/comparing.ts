import type { Known, Tools } from '../domain/duplicates/face.ts';

/** The longest calling code, in digits. */
const LONGEST_CODE = 3;

/** What comparing people needs of the libraries, loaded only here. Numbers without a country are taken to be from the commonest one. */
export async function comparingTools(people: readonly Known[]): Promise<Tools> {
  const [{ doubleMetaphone }, { jaroWinkler }, numbers] = await Promise.all([
    import('double-metaphone'),
    import('@skyra/jaro-winkler'),
    import('libphonenumber-js/min'),
  ]);
  const codes = new Set(numbers.getCountries().map((country) => numbers.getCountryCallingCode(country)));
  const home = commonestCode(people, (code) => (codes as ReadonlySet<string>).has(code));
  return {
    phonetic: doubleMetaphone,
    near: jaroWinkler,
    number: (text) => {
      const dialed = text.trim().replace(home === '1' ? /^(00|011)(?=[1-9])/ : /^00(?=[1-9])/, '+');
      const parsed = numbers.parsePhoneNumberFromString(
        dialed,
        home === null ? undefined : { defaultCallingCode: home },
      );
      return parsed?.isPossible() ? parsed.number : null;
    },
  };
}

/** The calling code of most of the numbers that have one; null where none has. */
function commonestCode(people: readonly Known[], isCode: (digits: string) => boolean): string | null {
  const counts = new Map<string, number>();
  for (const { points } of people) {
    for (const { kind, value } of points) {
      if (kind !== 'phone') continue;
      const [, digits] = /^(?:\+|00)([\d\s().-]+)/.exec(value.trim()) ?? [];
      const code = digits === undefined ? null : codeOf(digits.replace(/\D/g, ''), isCode);
      if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return best?.[0] ?? null;
}

function codeOf(digits: string, isCode: (digits: string) => boolean): string | null {
  for (let length = 1; length <= LONGEST_CODE; length++)
    if (isCode(digits.slice(0, length))) return digits.slice(0, length);
  return null;
}
