import type { TableName } from '../domain/change.ts';
import { shellWords } from '../render/typed.ts';
import type { Db } from '../store/db.ts';
import { type NamedContact, namesOf } from '../store/names.ts';
import { select } from '../store/rows.ts';
import { type StoredText, textsBeside } from '../store/texts.ts';
import { allTargets } from './target.ts';
import { typedName } from './who.ts';

/** The kinds of text in which somebody may be named. */
const PLACES: Readonly<Partial<Record<TableName, Place>>> = {
  exchange: 'exchange',
  interaction: 'talk',
  recommendation: 'recommendation',
  source: 'import',
  gathering: 'gathering',
  network_group: 'group',
  observation: 'observation',
  target: 'target',
  setting: 'setting',
};

export type Place =
  | 'details'
  | 'exchange'
  | 'talk'
  | 'recommendation'
  | 'import'
  | 'gathering'
  | 'group'
  | 'observation'
  | 'target'
  | 'setting';

/** Where somebody else's text names them. */
export interface Mention {
  readonly in: Place;
  readonly contact: Pick<NamedContact, 'id' | 'name' | 'short'> | null;
  /** Of a target its text, of a group its name, of a setting its key. */
  readonly what: string | null;
  /** The line to type there; null where no command is for that. */
  readonly line: string | null;
  /** Whether that line can take their name out. */
  readonly editable: boolean;
}

/** Where they are named in texts that are not theirs: once for each person, group, target or setting, and kind of text. */
export function mentionsOf(db: Db, contacts: readonly string[], names: (text: string) => boolean): Mention[] {
  const found = new Map<string, StoredText>();
  for (const text of textsBeside(db, contacts)) {
    const place = placeOf(text);
    const own = place === 'target' || place === 'group' || place === 'setting' ? text.id + text.column : '';
    const key = `${place} ${text.contact?.id} ${own}`;
    if (!found.has(key) && names(text.text)) found.set(key, text);
  }
  const texts = [...found.values()];
  // The last target first: its number is the same when those before it have not been dropped yet.
  const targets = texts.filter((text) => placeOf(text) === 'target');
  const numbered = allTargets(db).map(({ id }) => id);
  targets.sort((a, b) => numbered.indexOf(b.id) - numbered.indexOf(a.id));
  return [...targets, ...texts.filter((text) => !targets.includes(text))].map((text) => ({
    in: placeOf(text),
    contact: text.contact,
    ...lineFor(db, text, numbered),
  }));
}

function placeOf({ table }: StoredText): Place {
  return PLACES[table] ?? 'details';
}

function lineFor(
  db: Db,
  text: StoredText,
  targets: readonly string[],
): Pick<Mention, 'what' | 'line' | 'editable'> {
  const nowhere = { what: null, line: null, editable: false };
  const edited = (what: string | null, line: string) => ({ what, line, editable: true });
  const [other] = text.contact === null ? [] : namesOf(db, [text.contact.id]);
  const place = placeOf(text);
  switch (place) {
    case 'target':
      return edited(text.text, `net target done ${targets.indexOf(text.id) + 1} --drop`);
    case 'setting':
      return edited(text.id, `net config ${text.id} "…"`);
    case 'group': {
      const [group] = select(db, 'network_group', 'WHERE id = ?', text.id);
      if (group === undefined) return nowhere;
      const change = text.column === 'why' ? '--why ""' : '--name NAME';
      return edited(group.name, `net group edit ${shellWords(group.name)} ${change}`);
    }
    case 'import':
    case 'gathering':
    case 'observation':
      return nowhere;
    default: {
      if (other === undefined) return nowhere;
      const typed = typedName(db, other);
      if (place === 'details') return edited(null, `net edit ${typed}`);
      return { ...nowhere, line: `net show ${typed}` };
    }
  }
}
