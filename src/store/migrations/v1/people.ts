/** People, what is known of them, and what was between them and me. */
export const people: readonly string[] = [
  `CREATE TABLE gathering (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  held_on TEXT,
  group_id TEXT REFERENCES network_group (id),
  minutes INTEGER CHECK (minutes >= 0),
  commute INTEGER CHECK (commute >= 0),
  cost INTEGER CHECK (cost >= 0),
  aim TEXT CHECK (aim IN ('learn', 'meet', 'help')),
  worth INTEGER CHECK (worth IN (0, 1)),
  text TEXT,
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
  moved_to TEXT,
  rested_on TEXT,
  circle TEXT CHECK (circle IN ('inner', 'close', 'active', 'wide')),
  every_days INTEGER CHECK (every_days > 0),
  no_score INTEGER NOT NULL CHECK (no_score IN (0, 1)),
  origin TEXT CHECK (origin IN ('event', 'group', 'volunteering', 'work', 'introduction', 'online', 'other')),
  via_id TEXT REFERENCES contact (id),
  met_on TEXT,
  gathering_id TEXT REFERENCES gathering (id),
  target_id TEXT REFERENCES target (id),
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
  type TEXT CHECK (type IN ('introduction', 'advice', 'time', 'referral', 'resource', 'support')),
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
  forward_on TEXT,
  forwards_id TEXT REFERENCES exchange (id),
  recommendation_id TEXT REFERENCES recommendation (id),
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
  contact_id TEXT REFERENCES contact (id),
  interaction_id TEXT REFERENCES interaction (id),
  exchange_id TEXT REFERENCES exchange (id),
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  imported TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((contact_id IS NOT NULL) + (interaction_id IS NOT NULL) + (exchange_id IS NOT NULL) = 1)
) STRICT`,
  `CREATE TABLE purged (
  id TEXT PRIMARY KEY NOT NULL,
  salt TEXT NOT NULL,
  hash TEXT NOT NULL,
  deleted_at TEXT
) STRICT`,
];
