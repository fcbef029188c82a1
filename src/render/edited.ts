import type { CalendarDate } from '../domain/days/day.ts';
import type { FieldChange } from '../reports/edited.ts';
import { count } from './text.ts';
import { birthdayWord, dayWord, quoted, type Wording } from './words.ts';

/** Longer values are not repeated. */
const SHORT = 40;

const WORDS: Readonly<Record<string, string>> = {
  nickname: 'nick',
  askAbout: 'ask about',
  everyDays: 'every',
  lastOn: 'last',
  metOn: 'met',
  need: 'needs',
  offer: 'offers',
};

/** Fields of free text, which stand in quotation marks. */
const TOLD = ['interest', 'need', 'offer', 'note', 'askAbout', 'target'];

/** What an edit changed: "org Acme -> Tidal; tag rust added". */
export function changesText(changes: readonly FieldChange[], wording: Wording): string {
  return changes.map((change) => changeText(change, wording)).join('; ');
}

function changeText({ field, from, to, listed }: FieldChange, wording: Wording): string {
  if (field === 'stage') return `${to} from now on`;
  if (field === 'noScore') return to ? 'give and take no longer counts' : 'give and take counts again';
  const word = WORDS[field] ?? field;
  const [old, now] = [valueText(field, from, wording), valueText(field, to, wording)];
  const isLong = (old?.length ?? 0) > SHORT || (now?.length ?? 0) > SHORT;
  const values = isLong ? '' : [old, now].filter((text) => text !== null).join(' -> ');
  const verb = now === null ? 'taken out' : listed ? 'added' : isLong ? 'changed' : '';
  return [word, values, verb].filter((part) => part !== '').join(' ');
}

function valueText(field: string, value: FieldChange['to'], wording: Wording): string | null {
  if (value === null) return null;
  if (field === 'birthday') return birthdayWord(String(value), wording);
  if (field === 'everyDays') return count(Number(value), 'day');
  if (TOLD.includes(field)) return quoted(String(value));
  return field === 'lastOn' || field === 'metOn' ? dayWord(value as CalendarDate, wording) : String(value);
}
