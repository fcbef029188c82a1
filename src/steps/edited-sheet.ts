import { checkEdit } from '../domain/acts/edit.ts';
import { type CalendarDate, isBirthday } from '../domain/days/day.ts';
import { isNetError, NetError } from '../domain/error.ts';
import type { Sheet } from '../domain/sheet.ts';
import { plain } from '../domain/words/plain.ts';
import { formatSheet, isEmptied, parseSheet } from '../formats/sheet-text.ts';
import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { editText } from '../host/editor.ts';
import { birthdayNamed, pastDay } from './days.ts';
import { type DetailOptions, readDetails, wanted } from './details.ts';

/** What `edit` can be told of somebody. */
export interface EditOptions extends DetailOptions {
  readonly name?: string;
  readonly met?: string;
  readonly at?: string;
  readonly via?: string;
  readonly target?: string;
  readonly drop?: readonly string[];
}

/** The sheet with what the options say: fields are replaced, `--drop` takes out, lists grow. */
export async function sheetTold(sheet: Sheet, options: EditOptions, context: Context): Promise<Sheet> {
  const now = today(context.clock);
  const { points = [], traits = [], notes = [], ...fields }: Partial<Sheet> = await readDetails(options, now);
  const { met } = options;
  const left = (options.drop ?? []).map((text) => wanted(text, 'drop')).reduce(without, sheet);
  return {
    ...left,
    ...fields,
    ...(met === undefined ? {} : { metOn: met.trim() === '' ? null : await pastDay(met, now) }),
    ...(options.name === undefined ? {} : { name: options.name }),
    points: [...left.points, ...points],
    traits: [...left.traits, ...traits],
    notes: [...left.notes, ...notes],
  };
}

function without(sheet: Sheet, text: string): Sheet {
  const other = (known: string) => plain(known) !== plain(text);
  const left = {
    ...sheet,
    points: sheet.points.filter(({ value }) => other(value)),
    traits: sheet.traits.filter((trait) => other(trait.text)),
    notes: sheet.notes.filter(other),
  };
  const count = ({ points, traits, notes }: Sheet) => points.length + traits.length + notes.length;
  if (count(left) < count(sheet)) return left;
  throw new NetError(
    'not-found',
    `${sheet.name} has no "${text}" to take out`,
    'net show shows what there is',
  );
}

/** A sheet that came back from the editor, and from what. Its text stays in its file until it is discarded. */
export interface EditedSheet {
  readonly from: string;
  readonly sheet: Sheet;
  readonly path: string;
  readonly discard: () => void;
}

/**
 * The sheet as it comes back from the editor. A text that cannot be read may be edited again; else it stays in its file. `earlier` is
 * what was edited already, where the work is done again: it holds unless this person was changed meanwhile.
 */
export async function sheetEdited(
  before: Sheet,
  context: Context,
  earlier: EditedSheet | null,
): Promise<EditedSheet> {
  const from = formatSheet(before);
  if (earlier !== null) {
    if (earlier.from === from) return earlier;
    throw new NetError(
      'locked',
      `${before.name} was changed by another program while you edited; nothing was changed`,
      `your text is in ${earlier.path}`,
    );
  }
  const head = `# ${before.name.replace(/\s+/g, ' ')}: change what you like and save. An empty field is not known.\n`;
  for (let text = head + from; ; ) {
    const back = editText(text, context.env);
    try {
      const now = today(context.clock);
      const sheet = isEmptied(back.text) ? before : parseSheet(await withDaysRead(back.text, now));
      checkEdit(before, sheet, now);
      return { from, sheet, path: back.path, discard: back.discard };
    } catch (error) {
      if (!isNetError(error)) throw error;
      if (
        !(await context.prompt?.confirm(
          `${error.hint === undefined ? error.message : `${error.message}: ${error.hint}`}. Edit again?`,
          true,
        ))
      ) {
        throw new NetError(
          'rejected',
          `${error.message}; nothing was changed`,
          `your text is in ${back.path}`,
        );
      }
      back.discard();
      text = back.text;
    }
  }
}

/** The fields of a day, which are read as their options read them. */
const DAY_FIELDS = { birthday: birthdayNamed, last: pastDay, met: pastDay } as const;

/** A sheet's text with its days as `YYYY-MM-DD`, however they were written. Throws `rejected`, naming the line. */
export async function withDaysRead(text: string, now: CalendarDate): Promise<string> {
  const lines = text.split('\n');
  for (const [i, line] of lines.entries()) {
    const [, key = '', value = ''] = /^\s*(birthday|last|met)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    // What stood there as it is was read before.
    if (value === '' || isBirthday(value)) continue;
    try {
      lines[i] = `${key}: ${await DAY_FIELDS[key as keyof typeof DAY_FIELDS](value, now)}`;
    } catch (error) {
      if (!isNetError(error)) throw error;
      throw new NetError('rejected', `line ${i + 1}: ${key}: ${error.message}`, error.hint ?? '');
    }
  }
  return lines.join('\n');
}

/** Whatever went wrong after the editor was closed, what was written there is not lost. */
export function keepingText(error: unknown, path: string): unknown {
  if (!isNetError(error) || error.hint?.includes(path)) return error;
  const hint = [error.hint, `your text is in ${path}`].filter((part) => part !== undefined).join('; ');
  return new NetError(error.code, error.message, hint, error.candidates);
}
