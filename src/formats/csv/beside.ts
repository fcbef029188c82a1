import { bare, type Column, type Told } from './meaning.ts';

/** What says little by itself: "Nom" beside "Prénom" is the last name only. */
const WHOLE = /^(?:name|nom|nombre|nome)$/;
const TITLE = /^(?:title|titel|titre|titulo)$/;

/** What is called an address where its city and code have columns of their own. */
const PLAIN = /\b(?:address|adresse|anschrift|direccion|endereco|morada)\b/;
const WHOLE_ADDRESS = /\b(?:full|postal|mailing|formatted)\b/;

/** Columns whose names mean one thing or another, by those that stand beside them. */
export function besideOthers(columns: readonly Column[]): readonly Column[] {
  const among = allOf(columns);
  return withStreets(withPlaces(columns.map((column) => ({ ...column, told: toldBeside(column, among) }))));
}

/** What the columns of a table tell together. */
interface Among {
  readonly told: ReadonlySet<Told>;
  readonly hasSurname: boolean;
  readonly hasBirthday: boolean;
  /** Where the first name stands, if what somebody does stands anywhere else than in front of it. */
  readonly name: number;
}

function allOf(columns: readonly Column[]): Among {
  const other = (told: Told, name: string) =>
    columns.some((column) => column.told === told && bare(column.title) !== name);
  const roles = columns.filter(({ told }) => told === 'role');
  return {
    told: new Set(columns.map(({ told }) => told)),
    hasSurname: other('last', 'apelido'),
    hasBirthday: other('birthday', 'aniversario'),
    name: roles.length < 2 ? -1 : columns.findIndex(({ told }) => told === 'first'),
  };
}

function toldBeside({ told, title, index }: Column, among: Among): Told {
  const name = bare(title);
  const has = (one: Told) => among.told.has(one);
  if (told === 'name' && WHOLE.test(name) && has('first') !== has('last'))
    return has('first') ? 'last' : 'first';
  // In Brazil it is a nickname, in Portugal the last name.
  if (name === 'apelido' && among.hasSurname) return 'nickname';
  // "Cumpleaños" is the birthday where "aniversario" is the other day.
  if (name === 'aniversario' && among.hasBirthday) return 'date';
  if (told === 'role' && TITLE.test(name) && index < among.name) return 'prefix';
  // Of a birthday in three columns German calls the last one as the whole, and French says of two of them only what they are.
  if (told === 'birthday' && has('birth month')) return 'birth day';
  if (told === 'extra' && has('birth year') && (name === 'mois' || name === 'jour'))
    return name === 'mois' ? 'birth month' : 'birth day';
  return told;
}

/** A city or a code right after an address belongs to it: "Adresse professionnelle, Ville, Code postal". */
function withPlaces(columns: readonly Column[]): readonly Column[] {
  let place: Column | null = null;
  return columns.map((column) => {
    const isPart = column.told === 'city' || column.told === 'address';
    const isAnother = column.part === 'formatted' || column.part === 'street';
    if (!isPart || (column.label === undefined && (place === null || isAnother))) {
      place = null;
      return column;
    }
    if (column.label !== undefined) {
      place = column;
      return column;
    }
    const { slot, label } = place ?? column;
    if (slot === undefined || label === undefined) return column;
    return { ...column, told: 'address' as const, slot, label, part: column.part ?? ('city' as const) };
  });
}

/** Where an address has its city, code or country in columns of their own, what is called the address is the street. */
function withStreets(columns: readonly Column[]): readonly Column[] {
  const split = new Set(
    columns.flatMap(({ told, slot, part }) =>
      told === 'address' &&
      slot !== undefined &&
      part !== undefined &&
      part !== 'formatted' &&
      part !== 'street'
        ? [slot]
        : [],
    ),
  );
  return columns.map((column) => {
    const name = bare(column.title);
    const isStreet =
      column.told === 'address' &&
      column.part === 'formatted' &&
      split.has(column.slot ?? '') &&
      PLAIN.test(name) &&
      !WHOLE_ADDRESS.test(name);
    return isStreet ? { ...column, part: 'street' as const } : column;
  });
}
