import { isNetError, NetError } from '../domain/error.ts';
import type { Sheet } from '../domain/sheet.ts';
import { FIELDS } from './sheet-text/fields.ts';

const EMPTY: Sheet = {
  name: '',
  nickname: null,
  org: null,
  role: null,
  city: null,
  birthday: null,
  askAbout: null,
  circle: null,
  everyDays: null,
  lastOn: null,
  metOn: null,
  origin: null,
  noScore: false,
  points: [],
  traits: [],
  notes: [],
};

/** A sheet as a small text to edit: a line for each field, one more for each further value of a list. */
export function formatSheet(sheet: Sheet): string {
  return FIELDS.flatMap(({ key, write }) => {
    const texts = write(sheet);
    const lines = texts.length === 0 ? [''] : texts;
    return lines.map((text) => `${key}: ${text}`.trimEnd());
  })
    .map((line) => `${line}\n`)
    .join('');
}

/** Whether nothing is left of a text but what is passed over. */
export function isEmptied(text: string): boolean {
  return text.split(/\r?\n/).every(isPassedOver);
}

function isPassedOver(line: string): boolean {
  return line.trim() === '' || line.startsWith('#');
}

/** The sheet that a text tells. Lines with # and empty lines are passed over. Throws `rejected`, naming the line. */
export function parseSheet(text: string): Sheet {
  let sheet = EMPTY;
  const seen = new Set<string>();
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (isPassedOver(line)) continue;
    const colon = line.indexOf(':');
    const field = FIELDS.find(({ key }) => key === line.slice(0, colon).trim());
    if (colon < 0 || field === undefined) {
      throw rejected(
        i,
        `"${line.slice(0, 60)}" is no field`,
        `the fields are ${FIELDS.map(({ key }) => key).join(', ')}`,
      );
    }
    if (!field.many && seen.has(field.key))
      throw rejected(i, `${field.key} stands there twice`, 'keep one of them');
    seen.add(field.key);
    try {
      sheet = field.read(sheet, line.slice(colon + 1).trim());
    } catch (error) {
      if (isNetError(error)) throw rejected(i, `${field.key}: ${error.message}`, error.hint ?? '');
      throw error;
    }
  }
  return sheet;
}

function rejected(index: number, message: string, hint: string): NetError {
  return new NetError('rejected', `line ${index + 1}: ${message}`, hint);
}
