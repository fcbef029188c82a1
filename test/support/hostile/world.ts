import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { all, run as execute } from '../../../src/store/db.ts';
import { deriveAll } from '../../../src/store/derive.ts';
import { inFile } from '../content.ts';
import { type Desk, desk, temporaryDirectory } from '../world.ts';

/** Stands in every text of the template; what is hostile takes its place. */
export const TOKEN = 'Zqx';

/** What the people of the template can be called by: their short ids, whatever their names become. */
export const PEOPLE = ['ana', 'ben', 'eva', 'zoe', 'kim', 'max', 'twin', 'lee'] as const;
export type Called = Readonly<Record<(typeof PEOPLE)[number], string>>;

export const DAY = '2026-11-22';

const MEMORY = '/dev/shm';

/** What is written thousands of times, and shows nothing about a disk, need not wait for one. */
function quickDesk(firstId?: number): Desk {
  return desk(DAY, firstId, temporaryDirectory(fs.existsSync(MEMORY) ? MEMORY : undefined));
}

/** A file with texts in every field that holds one. */
export interface Template {
  readonly file: string;
  readonly called: Called;
}

const CARDS = `BEGIN:VCARD
VERSION:3.0
UID:${TOKEN}-1
FN:Lee ${TOKEN}
TEL;TYPE=${TOKEN}:+44 20 7946 0000
EMAIL;TYPE=${TOKEN}:lee@example.org
NOTE:from a card ${TOKEN}
END:VCARD
`;

/** The lines that make it. `{ana}` is her short id. */
const MADE: readonly (readonly string[])[] = [
  ['add', `${TOKEN}`, '--nick', TOKEN, '--org', TOKEN, '--role', TOKEN, '--city', TOKEN, '--circle', 'close'],
  ['add', `Ben ${TOKEN}`, '--at', `DevMeet ${TOKEN}`, '--needs', `${TOKEN} designer`, '--offers', TOKEN],
  [
    'add',
    `${TOKEN} Berg`,
    '--at',
    `DevMeet ${TOKEN}`,
    '--new',
    '--interest',
    TOKEN,
    '--email',
    'eva@example.org',
  ],
  [
    'add',
    `Zoe ${TOKEN} Marsh`,
    '--at',
    `DevMeet ${TOKEN}`,
    '--tag',
    TOKEN,
    '--url',
    `https://example.org/${TOKEN}`,
  ],
  ['add', 'Kim Ito', '--via', '{ana}', '--on', '2026-11-20', '--phone', `1 ${TOKEN}`],
  ['add', `Max ${TOKEN}`, '--email', 'max@example.org', '--circle', 'active', '--birthday', '11-25'],
  ['add', `Max ${TOKEN}`, '--email', 'twin@example.org', '--new', '--birthday', '11-25', '--org', TOKEN],
  ['import', '{cards}'],
  ['config', 'city', TOKEN],
  ['config', 'employer', TOKEN],
  ['config', 'industry', TOKEN],
  ['config', 'interests', TOKEN],
  ['config', 'offers', `design of ${TOKEN}`],
  [
    'edit',
    '{ana}',
    '--ask-about',
    `her ${TOKEN}`,
    '--note',
    `a note ${TOKEN}`,
    '--birthday',
    '11-24',
    '--offers',
    `${TOKEN} design`,
  ],
  [
    'edit',
    '{ana}',
    '--needs',
    `a designer ${TOKEN}`,
    '--interest',
    TOKEN,
    '--tag',
    TOKEN,
    '--email',
    'ana@example.org',
  ],
  [
    'log',
    '{ana}',
    `coffee on 2026-10-01, about ${TOKEN}`,
    '-g',
    `the deck ${TOKEN}`,
    '-r',
    TOKEN,
    '--at',
    `Fair ${TOKEN}`,
  ],
  [
    'log',
    '{ana}',
    TOKEN,
    '--on',
    '2026-10-20',
    '-p',
    `an intro ${TOKEN} by 2026-11-20`,
    '--they-need',
    TOKEN,
  ],
  ['log', '{zoe}', `call ${TOKEN}`, '--they-asked', `a look ${TOKEN} by 2026-11-24`, '--on', '2026-11-18'],
  ['ask', '{ana}', TOKEN, '--on', '2026-10-01'],
  ['outcome', '{ana}', 'helped', '--on', '2026-10-10'],
  ['outcome', '{ana}', '--fruit', `it led to ${TOKEN}`, '--which', '1'],
  ['ask', '{ana}', `a review ${TOKEN}`, '--on', '2026-11-01'],
  ['ask', '{ben}', `a look ${TOKEN}`, '--on', '2026-11-03'],
  ['give', '{ben}', `a book ${TOKEN}`, '--on', '2026-11-04'],
  ['give', '{ben}', TOKEN, '--event', `Meetup ${TOKEN}`, '--on', '2026-11-05', '--no-forward'],
  ['promise', '{ana}', `the photos ${TOKEN}`, '--due', '2026-11-22'],
  ['promise', '{ben}', TOKEN, '--due', 'tomorrow'],
  ['recommend', '{ana}', `she knows ${TOKEN}`, '--to', '{ben}', '--agreed', 'both', '--by', 'email'],
  ['recommend', '{zoe}', TOKEN, '--to', '{ben}', '--agreed', '{zoe}'],
  ['target', 'add', `journalists ${TOKEN}`, '--want', '2'],
  ['target', 'add', TOKEN],
  ['keep', '{max}', '--circle', 'active', '--last', '2026-05-01'],
  ['moveon', '{lee}', '--to', TOKEN, '--yes'],
  [
    'group',
    'add',
    TOKEN,
    '--fee',
    '€40/month',
    '--renews',
    '2026-11-27',
    '--why',
    TOKEN,
    '--joined',
    '2026-01-01',
  ],
  ['group', 'add', `Club ${TOKEN}`, '--kind', 'community', '--why', TOKEN, '--joined', '2026-01-01'],
  [
    'group',
    'log',
    TOKEN,
    `an evening ${TOKEN}`,
    '--minutes',
    '120',
    '--cost',
    '12.50',
    '--aim',
    'meet',
    '--with',
    '{ana},{ben}',
    '--on',
    '2026-11-01',
  ],
  ['group', 'log', TOKEN, `the gold plan ${TOKEN}`, '--recruit', '--worth', 'no', '--on', '2026-11-08'],
  ['group', 'log', TOKEN, TOKEN, '--pitch', '--on', '2026-11-15'],
  ['today'],
];

/** Everything that somebody may tell, each time with the token in it. */
export async function template(): Promise<Template> {
  const at = quickDesk();
  fs.writeFileSync(join(at.directory, 'cards.vcf'), CARDS);
  const called: Record<string, string> = { cards: join(at.directory, 'cards.vcf') };
  for (const words of MADE) {
    const argv = words.map((word) => word.replace(/\{(\w+)\}/g, (_, who: string) => called[who] ?? who));
    const { code, out, err } = await at.net(...argv, '--json');
    if (code !== 0) throw new Error(`net ${argv.join(' ')}: ${code}\n${out}${err}`);
    if (words[0] !== 'add' && words[0] !== 'import') continue;
    const told = JSON.parse(out) as { contact?: { id: string }; created?: readonly { id: string }[] };
    const id = told.contact?.id ?? told.created?.[0]?.id;
    if (id === undefined) throw new Error(`nobody came of net ${argv.join(' ')}`);
    called[PEOPLE[Object.keys(called).length - 1] ?? ''] = id;
  }
  return { file: at.file, called: called as Called };
}

/** Memory is not swept by anybody else. */
export function discard({ file }: Template): void {
  fs.rmSync(dirname(file), { recursive: true });
}

/** The columns that hold what somebody wrote, by table; see `unplanted`. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  contact: ['name', 'nickname', 'org', 'role', 'city', 'ask_about', 'moved_to'],
  contact_point: ['value', 'label'],
  trait: ['text'],
  note: ['text'],
  interaction: ['text'],
  exchange: ['text', 'fruit'],
  recommendation: ['text'],
  gathering: ['name', 'text'],
  target: ['text'],
  network_group: ['name', 'why'],
  observation: ['text'],
  setting: ['value'],
  source: ['key', 'imported'],
};

/** The columns of the user's tables in which the token stands, as `table.column`; and those that are planted. */
export async function tokenColumns(file: string): Promise<{ found: string[]; planted: string[] }> {
  const found = await inFile(file, (db) => {
    const tables = all<{ name: string }>(
      db,
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
    );
    return tables.flatMap(({ name }) =>
      all<{ name: string }>(db, `SELECT name FROM pragma_table_info('${name}')`)
        .filter(
          (column) =>
            all(db, `SELECT 1 FROM "${name}" WHERE instr("${column.name}", '${TOKEN}') > 0 LIMIT 1`).length >
            0,
        )
        .map((column) => `${name}.${column.name}`),
    );
  });
  const planted = Object.entries(TEXTS).flatMap(([table, columns]) =>
    columns.map((one) => `${table}.${one}`),
  );
  return { found: found.sort(), planted: planted.sort() };
}

/** A copy of the template, at a desk of its own, with a text in the place of the token: as a file may come from somebody else. */
export async function planted(
  { file, called }: Template,
  text: string,
): Promise<{ at: Desk; called: Called }> {
  const at = quickDesk(0xb000);
  fs.copyFileSync(file, at.file);
  fs.chmodSync(at.file, 0o600);
  await inFile(at.file, (db) => {
    db.sqlite.exec('BEGIN');
    for (const [table, columns] of Object.entries(TEXTS)) {
      for (const column of columns) {
        const rows = all<{ id: string; said: string }>(
          db,
          `SELECT id, ${column} AS said FROM ${table} WHERE instr(${column}, '${TOKEN}') > 0`,
        );
        for (const { id, said } of rows)
          execute(db, `UPDATE ${table} SET ${column} = ? WHERE id = ?`, withText(said, text), id);
      }
    }
    deriveAll(db);
    db.sqlite.exec('COMMIT');
  });
  return { at, called };
}

/** What stands in JSON within a column stays JSON. */
function withText(said: string, text: string): string {
  return /^[[{]/.test(said)
    ? said.replaceAll(TOKEN, () => JSON.stringify(text).slice(1, -1))
    : said.replaceAll(TOKEN, () => text);
}
