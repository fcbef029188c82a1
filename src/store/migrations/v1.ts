import { journalSql } from '../journal-sql.ts';

/** The user's tables: their live rows are the content of the file. */
const CONTENT = [
  `CREATE TABLE gathering (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  held_on TEXT,
  deleted_at TEXT
) STRICT`,
  `CREATE TABLE contact (
  id TEXT PRIMARY KEY NOT NULL,
  short TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  nickname TEXT,
  org TEXT,
  role TEXT,
  city TEXT,
  birthday TEXT,
  ask_about TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('stack', 'growing', 'kept', 'moved on')),
  grown_on TEXT,
  kept_on TEXT,
  moved_on TEXT,
  circle TEXT CHECK (circle IN ('inner', 'close', 'active', 'wide')),
  every_days INTEGER CHECK (every_days > 0),
  no_score INTEGER NOT NULL CHECK (no_score IN (0, 1)),
  origin TEXT CHECK (origin IN ('event', 'group', 'volunteering', 'work', 'introduction', 'online', 'other')),
  via_id TEXT REFERENCES contact (id),
  met_on TEXT,
  gathering_id TEXT REFERENCES gathering (id),
  last_on TEXT,
  snoozed_until TEXT,
  told_on TEXT,
  job_changed_on TEXT,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT`,
  `CREATE TABLE contact_point (
  id TEXT PRIMARY KEY NOT NULL,
  contact_id TEXT NOT NULL REFERENCES contact (id),
  kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'url')),
  value TEXT NOT NULL CHECK (value <> ''),
  label TEXT,
  deleted_at TEXT
) STRICT`,
  `CREATE TABLE trait (
  id TEXT PRIMARY KEY NOT NULL,
  contact_id TEXT NOT NULL REFERENCES contact (id),
  kind TEXT NOT NULL CHECK (kind IN ('tag', 'interest', 'need', 'offer')),
  text TEXT NOT NULL CHECK (text <> ''),
  noted_on TEXT NOT NULL,
  deleted_at TEXT
) STRICT`,
  `CREATE TABLE note (
  id TEXT PRIMARY KEY NOT NULL,
  contact_id TEXT NOT NULL REFERENCES contact (id),
  noted_on TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  deleted_at TEXT
) STRICT`,
  `CREATE TABLE interaction (
  id TEXT PRIMARY KEY NOT NULL,
  held_on TEXT NOT NULL,
  channel TEXT NOT NULL
    CHECK (channel IN ('in-person', 'video', 'call', 'message', 'email', 'social', 'letter')),
  text TEXT,
  minutes INTEGER CHECK (minutes >= 0),
  started_by TEXT CHECK (started_by IN ('me', 'them')),
  no_answer INTEGER NOT NULL CHECK (no_answer IN (0, 1)),
  pitch TEXT CHECK (pitch IN ('me', 'them')),
  meeting INTEGER NOT NULL CHECK (meeting IN (0, 1)),
  gathering_id TEXT REFERENCES gathering (id),
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT`,
  `CREATE TABLE participant (
  id TEXT PRIMARY KEY NOT NULL,
  interaction_id TEXT NOT NULL REFERENCES interaction (id),
  contact_id TEXT NOT NULL REFERENCES contact (id),
  deleted_at TEXT
) STRICT`,
  `CREATE TABLE exchange (
  id TEXT PRIMARY KEY NOT NULL,
  contact_id TEXT NOT NULL REFERENCES contact (id),
  interaction_id TEXT REFERENCES interaction (id),
  kind TEXT NOT NULL CHECK (kind IN ('give', 'received', 'ask', 'promise')),
  text TEXT NOT NULL CHECK (text <> ''),
  made_on TEXT NOT NULL,
  due_on TEXT,
  kept_on TEXT,
  dropped_on TEXT,
  outcome TEXT CHECK (outcome IN ('helped', 'partly', 'busy', 'ignored', 'declined')),
  outcome_on TEXT,
  thanked_on TEXT,
  fruit TEXT,
  fruit_on TEXT,
  fruit_thanked_on TEXT,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT`,
  `CREATE TABLE pause (
  id TEXT PRIMARY KEY NOT NULL,
  since_day TEXT NOT NULL,
  until_day TEXT,
  deleted_at TEXT
) STRICT`,
  `CREATE TABLE setting (
  id TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL,
  deleted_at TEXT
) STRICT`,
  `CREATE TABLE source (
  id TEXT PRIMARY KEY NOT NULL,
  contact_id TEXT NOT NULL REFERENCES contact (id),
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  imported TEXT NOT NULL,
  deleted_at TEXT
) STRICT`,
];

/** What each command did: the unit of undo. Ordered by seq, never by clock. */
const JOURNAL = [
  `CREATE TABLE machine (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  id TEXT NOT NULL
) STRICT`,
  `CREATE TABLE operation (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  machine TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('user', 'undo', 'redo', 'sync', 'plan', 'maintenance')),
  undoes TEXT,
  undone_by TEXT,
  command TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT`,
  `CREATE INDEX operation_kind ON operation (kind, seq)`,
  `CREATE INDEX operation_standing ON operation (kind, seq) WHERE undone_by IS NULL`,
  `CREATE TABLE journal_mode (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  mode TEXT NOT NULL CHECK (mode IN ('off', 'rows', 'bulk', 'purge')),
  operation INTEGER
) STRICT`,
  `CREATE TABLE bulk_row (
  operation INTEGER NOT NULL,
  tbl TEXT NOT NULL,
  row TEXT NOT NULL,
  PRIMARY KEY (operation, tbl, row)
) STRICT, WITHOUT ROWID`,
  `INSERT INTO journal_mode (only, mode, operation) VALUES (1, 'off', NULL)`,
];

/** Plans are written by the plan itself and never undone; each one is one whole value. */
const PLANS = [
  `CREATE TABLE plan (
  id TEXT PRIMARY KEY NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  slots INTEGER NOT NULL,
  passed_over TEXT NOT NULL,
  offered_since TEXT,
  offered_until TEXT
) STRICT`,
  `CREATE INDEX plan_first_day ON plan (first_day)`,
  `CREATE TABLE plan_line (
  plan_id TEXT NOT NULL REFERENCES plan (id),
  position INTEGER NOT NULL,
  contact_id TEXT NOT NULL,
  chosen_as TEXT NOT NULL CHECK (chosen_as IN ('obligation', 'maintain', 'growing', 'fading', 'dormant')),
  reasons TEXT NOT NULL,
  listed_on TEXT NOT NULL,
  touched_on TEXT,
  PRIMARY KEY (plan_id, position)
) STRICT, WITHOUT ROWID`,
  `CREATE INDEX plan_line_contact ON plan_line (contact_id)`,
];

/** Derived from the content and recomputed with it. */
const DERIVED = [
  `CREATE TABLE contact_summary (
  contact_id TEXT PRIMARY KEY NOT NULL,
  days INTEGER NOT NULL,
  last_on TEXT,
  talks INTEGER NOT NULL,
  channels TEXT NOT NULL,
  talked_live INTEGER NOT NULL,
  unanswered INTEGER NOT NULL,
  unanswered_on TEXT,
  asked INTEGER NOT NULL,
  helped INTEGER NOT NULL,
  partly INTEGER NOT NULL,
  busy INTEGER NOT NULL,
  ignored INTEGER NOT NULL,
  declined INTEGER NOT NULL,
  received INTEGER NOT NULL,
  given INTEGER NOT NULL,
  due_on TEXT,
  urgent_on TEXT,
  birthday TEXT
) STRICT, WITHOUT ROWID`,
  `CREATE INDEX contact_summary_due ON contact_summary (due_on) WHERE due_on IS NOT NULL`,
  `CREATE INDEX contact_summary_urgent ON contact_summary (urgent_on) WHERE urgent_on IS NOT NULL`,
  `CREATE INDEX contact_summary_birthday ON contact_summary (birthday) WHERE birthday IS NOT NULL`,
  `CREATE TABLE name_word (
  word TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  PRIMARY KEY (word, contact_id)
) STRICT, WITHOUT ROWID`,
  `CREATE INDEX name_word_contact ON name_word (contact_id)`,
  `CREATE TABLE offer_word (
  word TEXT NOT NULL,
  trait_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  PRIMARY KEY (word, trait_id)
) STRICT, WITHOUT ROWID`,
  `CREATE INDEX offer_word_contact ON offer_word (contact_id)`,
];

const INDEXES = [
  `CREATE INDEX contact_short ON contact (short)`,
  `CREATE INDEX contact_stage ON contact (stage) WHERE deleted_at IS NULL`,
  `CREATE INDEX contact_via ON contact (via_id) WHERE via_id IS NOT NULL`,
  `CREATE INDEX contact_gathering ON contact (gathering_id) WHERE gathering_id IS NOT NULL`,
  `CREATE INDEX contact_point_contact ON contact_point (contact_id)`,
  `CREATE INDEX contact_point_value ON contact_point (value COLLATE NOCASE)`,
  `CREATE INDEX trait_contact ON trait (contact_id)`,
  `CREATE INDEX note_contact ON note (contact_id)`,
  `CREATE INDEX interaction_held_on ON interaction (held_on)`,
  `CREATE INDEX interaction_gathering ON interaction (gathering_id) WHERE gathering_id IS NOT NULL`,
  `CREATE INDEX participant_contact ON participant (contact_id, interaction_id)`,
  `CREATE INDEX participant_interaction ON participant (interaction_id)`,
  `CREATE INDEX exchange_contact ON exchange (contact_id)`,
  `CREATE INDEX exchange_interaction ON exchange (interaction_id) WHERE interaction_id IS NOT NULL`,
  `CREATE INDEX source_contact ON source (contact_id)`,
  `CREATE INDEX source_key ON source (kind, key)`,
];

const SHADOWS = [
  journalSql({
    table: 'gathering',
    contact: null,
    columns: { id: 'TEXT', name: 'TEXT', held_on: 'TEXT', deleted_at: 'TEXT' },
  }),
  journalSql({
    table: 'contact',
    contact: 'id',
    columns: {
      id: 'TEXT',
      short: 'TEXT',
      name: 'TEXT',
      nickname: 'TEXT',
      org: 'TEXT',
      role: 'TEXT',
      city: 'TEXT',
      birthday: 'TEXT',
      ask_about: 'TEXT',
      stage: 'TEXT',
      grown_on: 'TEXT',
      kept_on: 'TEXT',
      moved_on: 'TEXT',
      circle: 'TEXT',
      every_days: 'INTEGER',
      no_score: 'INTEGER',
      origin: 'TEXT',
      via_id: 'TEXT',
      met_on: 'TEXT',
      gathering_id: 'TEXT',
      last_on: 'TEXT',
      snoozed_until: 'TEXT',
      told_on: 'TEXT',
      job_changed_on: 'TEXT',
      created_at: 'TEXT',
      deleted_at: 'TEXT',
    },
  }),
  journalSql({
    table: 'contact_point',
    contact: 'contact_id',
    columns: {
      id: 'TEXT',
      contact_id: 'TEXT',
      kind: 'TEXT',
      value: 'TEXT',
      label: 'TEXT',
      deleted_at: 'TEXT',
    },
  }),
  journalSql({
    table: 'trait',
    contact: 'contact_id',
    columns: {
      id: 'TEXT',
      contact_id: 'TEXT',
      kind: 'TEXT',
      text: 'TEXT',
      noted_on: 'TEXT',
      deleted_at: 'TEXT',
    },
  }),
  journalSql({
    table: 'note',
    contact: 'contact_id',
    columns: { id: 'TEXT', contact_id: 'TEXT', noted_on: 'TEXT', text: 'TEXT', deleted_at: 'TEXT' },
  }),
  journalSql({
    table: 'interaction',
    contact: null,
    columns: {
      id: 'TEXT',
      held_on: 'TEXT',
      channel: 'TEXT',
      text: 'TEXT',
      minutes: 'INTEGER',
      started_by: 'TEXT',
      no_answer: 'INTEGER',
      pitch: 'TEXT',
      meeting: 'INTEGER',
      gathering_id: 'TEXT',
      created_at: 'TEXT',
      deleted_at: 'TEXT',
    },
  }),
  journalSql({
    table: 'participant',
    contact: 'contact_id',
    columns: { id: 'TEXT', interaction_id: 'TEXT', contact_id: 'TEXT', deleted_at: 'TEXT' },
  }),
  journalSql({
    table: 'exchange',
    contact: 'contact_id',
    columns: {
      id: 'TEXT',
      contact_id: 'TEXT',
      interaction_id: 'TEXT',
      kind: 'TEXT',
      text: 'TEXT',
      made_on: 'TEXT',
      due_on: 'TEXT',
      kept_on: 'TEXT',
      dropped_on: 'TEXT',
      outcome: 'TEXT',
      outcome_on: 'TEXT',
      thanked_on: 'TEXT',
      fruit: 'TEXT',
      fruit_on: 'TEXT',
      fruit_thanked_on: 'TEXT',
      created_at: 'TEXT',
      deleted_at: 'TEXT',
    },
  }),
  journalSql({
    table: 'pause',
    contact: null,
    columns: { id: 'TEXT', since_day: 'TEXT', until_day: 'TEXT', deleted_at: 'TEXT' },
  }),
  journalSql({
    table: 'setting',
    contact: null,
    columns: { id: 'TEXT', value: 'TEXT', deleted_at: 'TEXT' },
  }),
  journalSql({
    table: 'source',
    contact: 'contact_id',
    columns: {
      id: 'TEXT',
      contact_id: 'TEXT',
      kind: 'TEXT',
      key: 'TEXT',
      imported: 'TEXT',
      deleted_at: 'TEXT',
    },
  }),
].flat();

/** The first schema: tables, journal, plans, what is derived, indexes, shadows. */
export const v1: readonly string[] = [...CONTENT, ...JOURNAL, ...PLANS, ...DERIVED, ...INDEXES, ...SHADOWS];
