import { fold } from '../../domain/words/fold.ts';
import type { Entry } from '../vcard/entry.ts';
import { isNoDay, readDay } from './days.ts';
import { ADDRESS_PARTS, type Told } from './meaning.ts';
import type { Reading, Value, Values } from './row.ts';

/**
 * What a row says, as the entries of a card: so a table comes to the same as a card of the same person. What a card has no entry for is in
 * person.ts.
 */
export function entriesIn(line: number, values: Values, reading: Reading): readonly Entry[] {
  const of = (told: Told) => values.get(told) ?? [];
  const labels = labelsIn(of('label'));
  const entry = (name: string, parts: string[][], types: readonly string[] = []): Entry => {
    return { line, group: null, name, types, params: new Map(), parts, binary: false, label: null };
  };
  const reach = (name: string, told: 'email' | 'phone' | 'url') =>
    of(told).map((value) =>
      isOne(told, value.text)
        ? entry(name, [[value.text]], typesOf(value, labels))
        : extra(NOUNS[told], value, typesOf(value, labels).at(-1)),
    );
  const extra = (title: string, value: Value, kind?: string): Entry => {
    return { ...entry('x-column', [[value.text]]), label: kind === undefined ? title : `${title} (${kind})` };
  };
  return [
    ...namesIn(values).map((text) => entry('fn', [[text]])),
    ...structured(values).map((parts) => entry('n', parts)),
    ...of('nickname').map(({ text }) => entry('nickname', [[text]])),
    ...jobsIn(of('org'), of('department')).map((parts) => entry('org', parts)),
    ...of('role').map(({ text }) => entry('title', [[text]])),
    ...reach('email', 'email'),
    ...reach('tel', 'phone'),
    ...reach('url', 'url'),
    ...addressesIn(of('address')).flatMap(({ value, parts, formatted }) => {
      const types = typesOf(value, labels);
      const label = formatted === '' ? [] : [entry('label', [[formatted]], types)];
      return parts.some((part) => part[0] !== '') ? [entry('adr', parts, types), ...label] : label;
    }),
    ...birthdaysIn(values, reading).map((text) => entry('bday', [[text]])),
    ...(of('tag').length === 0 ? [] : [entry('categories', [of('tag').map(({ text }) => text)])]),
    ...of('note').map(({ text }) => entry('note', [[text]])),
    ...[...phonetic(of('phonetic')), ...days(of('date'), reading), ...of('extra')].map((value) => {
      const label = labels.get(value.slot ?? '')?.replace(/^\* ?/, '');
      return extra(label || titleOf(value), value);
    }),
  ];
}

const NOUNS = { email: 'E-mail', phone: 'Phone', url: 'Website' } as const;

/** Whether a text is a way to reach somebody: some write "see notes" there. */
function isOne(told: keyof typeof NOUNS, text: string): boolean {
  if (told === 'email') return text.includes('@');
  return told === 'phone' ? /[0-9]/.test(text) : !/\s/.test(text) && /[.:/]/.test(text);
}

/** Google marks the first of its kind with a star. */
function typesOf(value: Value, labels: ReadonlyMap<string, string>): readonly string[] {
  const said = labels.get(value.slot ?? '') ?? value.label ?? '';
  const label = said.replace(/^\* ?/, '').trim();
  return [...(said.startsWith('*') ? ['pref'] : []), ...(label === '' ? [] : [label])];
}

/** An account says its network and where it is used in two columns: the later one is the network. */
function labelsIn(values: readonly Value[]): ReadonlyMap<string, string> {
  return new Map(values.map(({ slot = '', text }) => [slot, text]));
}

/** `Relation 1 - Value` is no name for anything. */
function titleOf({ title }: Value): string {
  return title.replace(/ \d{1,4} - Value$/i, '').replace(/^(Organization) \d{1,4} - /i, '$1 ');
}

/** What somebody is called as a whole. An address there is none where there is a better one. */
function namesIn(values: Values): readonly string[] {
  const names = (values.get('name') ?? []).map(({ text }) => text);
  const hasParts = ['first', 'last'].some((told) => values.has(told as Told));
  return hasParts ? names.filter((name) => !name.includes('@')) : names;
}

function structured(values: Values): readonly string[][][] {
  const all = (told: Told) => (values.get(told) ?? []).map(({ text }) => text).join(' ');
  const parts = [[all('last')], [all('first')], [all('middle')], [all('prefix')], [all('suffix')]];
  return parts.slice(0, 3).some((part) => part[0] !== '') ? [parts] : [];
}

function jobsIn(orgs: readonly Value[], departments: readonly Value[]): readonly string[][][] {
  const keyOf = ({ slot = '', nth }: Value) => `${slot} ${nth}`;
  const within = Map.groupBy(departments, keyOf);
  const jobs = orgs.map((org) => {
    const own = within.get(keyOf(org)) ?? [];
    within.delete(keyOf(org));
    return [[org.text], ...own.map(({ text }) => [text])];
  });
  return [...jobs, ...[...within.values()].map((own) => [[''], ...own.map(({ text }) => [text])])];
}

interface Address {
  readonly value: Value;
  readonly parts: string[][];
  readonly formatted: string;
}

/** Where somebody lives comes before where they work. */
function addressesIn(values: readonly Value[]): readonly Address[] {
  const found = [...Map.groupBy(values, ({ slot = '', nth }) => `${slot} ${nth}`).values()];
  const addresses = found.flatMap((own) => {
    const [value] = own;
    const texts = (part: Value['part']) => own.filter((one) => one.part === part).map(({ text }) => text);
    if (value === undefined || own.every(({ text }) => text === '')) return [];
    const parts = ADDRESS_PARTS.map((part) => [texts(part).filter(Boolean).join('\n')]);
    return [{ value, parts, formatted: texts('formatted').join('\n') }];
  });
  const rank = ({ value: { label } }: Address) => (label === undefined || label === 'home' ? 0 : 1);
  return addresses.sort((a, b) => rank(a) - rank(b));
}

/** Birthdays as a card writes them; those that cannot be read stay as they are. */
function birthdaysIn(values: Values, { order, today }: Reading): readonly string[] {
  const part = (told: Told) => values.get(told)?.[0]?.text ?? '';
  const [year, month, at] = [part('birth year'), part('birth month'), part('birth day')];
  const inParts = [year, month, at].filter(Boolean).join('-');
  const whole = (values.get('birthday') ?? []).filter(({ text }) => !isNoDay(text)).map(({ text }) => text);
  const joined = month === '' || at === '' ? inParts : `${year === '' ? '-' : year}-${month}-${at}`;
  return [...whole, ...(joined === '' ? [] : [joined])].map((text) => readDay(text, order, today) ?? text);
}

function days(values: readonly Value[], { order, today }: Reading): readonly Value[] {
  return values
    .filter(({ text }) => !isNoDay(text))
    .map((value) => ({ ...value, text: readDay(value.text, order, today) ?? value.text }));
}

/** How a name is said: as a whole, else in its parts. */
function phonetic(values: readonly Value[]): readonly Value[] {
  const whole = values.filter(({ slot }) => slot === 'whole');
  const text = (whole.length > 0 ? whole : values).map((value) => value.text).join(' ');
  const [first] = values;
  return first === undefined ? [] : [{ ...first, slot: '', title: 'Phonetic name', text }];
}

/** Whether a text says more than others do together. */
export function saysMore(text: string, known: readonly string[]): boolean {
  const words = (said: string) => fold(said).match(/[\p{L}\p{N}]+/gu) ?? [];
  const told = new Set(known.flatMap(words));
  return words(text).some((word) => !told.has(word));
}
