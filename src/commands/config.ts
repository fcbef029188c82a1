import type { Command } from 'commander';
import { type Change, update } from '../domain/change.ts';
import { CONFIG, type ConfigKey, configKey } from '../domain/config.ts';
import { NetError } from '../domain/error.ts';
import { DEFAULTS, type Settings } from '../domain/settings.ts';
import type { Context } from '../host/context.ts';
import { faint, line, type Piece, strong, table } from '../render/text.ts';
import type { Answer } from '../steps/answer.ts';
import { change } from '../steps/change.ts';
import { examples } from '../steps/command.ts';
import { bounded } from '../steps/details.ts';
import { withFile } from '../steps/file.ts';
import type { Db } from '../store/db.ts';
import { readSettings, setSetting, settingRow } from '../store/settings.ts';

interface Options {
  readonly unset?: boolean;
}

export function configure(command: Command): void {
  command
    .argument('[key]', CONFIG.map(({ key }) => key).join(', '))
    .argument('[value...]', 'its new value')
    .option('--unset', 'back to the default');
  examples(command, [
    'net config',
    'net config slots 4',
    'net config close 5w',
    'net config offers "contract templates, grant reviews"',
    'net config city Lisbon',
    'net config slots --unset',
  ]);
}

/** The answer with --json. */
export const json = {
  settings: 'every setting under its key',
  changed: 'the key that was changed, or null',
};

export async function run(args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const [name, ...words] = args;
  if (name === undefined) return withFile(context, 'read', (db) => listing(readSettings(db)));
  const key = configKey(name);
  if (options.unset) {
    return withFile(context, 'write', (db) => {
      change(db, context, 'config', () => ({ changes: unset(db, key.key, context.clock.now()) }));
      return changed(key, readSettings(db));
    });
  }
  if (words.length === 0) return withFile(context, 'read', (db) => single(key, readSettings(db)));
  const value = bounded(words.join(' ').trim(), 'the value');
  return withFile(context, 'write', (db) => {
    change(db, context, 'config', () => {
      key.read(readSettings(db), value);
      return { changes: setSetting(db, key.key, value) };
    });
    return changed(key, readSettings(db));
  });
}

function unset(db: Db, key: string, now: string): Change[] {
  const row = settingRow(db, key);
  if (row === null || row.deletedAt !== null)
    throw new NetError('not-found', `${key} is at its default already`, 'net config shows them all');
  return [update('setting', key, { deletedAt: now })];
}

function jsonOf(settings: Settings): Record<string, string> {
  return Object.fromEntries(CONFIG.map(({ key, show }) => [key, show(settings)]));
}

/** A longer value has a line of its own above what it is about: a narrow terminal keeps the two apart. */
const WIDEST_VALUE = 4;

function listing(settings: Settings): Answer {
  const rows = CONFIG.flatMap(({ key, about, show }): Piece[][] => {
    const said = show(settings);
    const value = said === show(DEFAULTS) ? said || '-' : strong(said);
    const beside = [[key, value, faint(about)]];
    const below = [
      [key, '', value],
      ['', '', faint(about)],
    ];
    return said.length <= WIDEST_VALUE ? beside : below;
  });
  return {
    json: { settings: jsonOf(settings), changed: null },
    text: () => [table(rows)],
    talk: () => [line('To change one: net config slots 4.')],
  };
}

function single({ key, show }: ConfigKey, settings: Settings): Answer {
  return {
    json: { settings: jsonOf(settings), changed: null },
    text: () => [line(`${key}: ${show(settings) || '-'}`)],
  };
}

function changed({ key, show }: ConfigKey, settings: Settings): Answer {
  return {
    json: { settings: jsonOf(settings), changed: key },
    text: () => [line(`${key}: ${show(settings) || '-'}`)],
    talk: () => [line('Take it back: net undo.')],
  };
}
