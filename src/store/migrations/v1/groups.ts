/** What surrounds the people: who is looked for, groups and what was seen in them, who was recommended to whom. */
export const groups: readonly string[] = [
  `CREATE TABLE target (
  id TEXT PRIMARY KEY NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  wanted INTEGER NOT NULL CHECK (wanted > 0),
  made_on TEXT NOT NULL,
  done_on TEXT,
  deleted_at TEXT
) STRICT`,
  `CREATE TABLE network_group (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('networking', 'community', 'volunteering', 'online', 'work')),
  joined_on TEXT NOT NULL,
  fee INTEGER CHECK (fee >= 0),
  fee_per TEXT CHECK (fee_per IN ('month', 'quarter', 'year', 'once')),
  currency TEXT,
  renews_on TEXT,
  trial_until TEXT,
  why TEXT,
  reviewed_on TEXT,
  left_on TEXT,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT`,
  `CREATE TABLE observation (
  id TEXT PRIMARY KEY NOT NULL,
  group_id TEXT NOT NULL REFERENCES network_group (id),
  kind TEXT NOT NULL CHECK (kind IN ('pitch', 'recruit', 'asked-to-recruit', 'ambush', 'bad-mouths', 'milked')),
  noted_on TEXT NOT NULL,
  text TEXT,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT`,
  `CREATE TABLE recommendation (
  id TEXT PRIMARY KEY NOT NULL,
  contact_id TEXT NOT NULL REFERENCES contact (id),
  to_id TEXT NOT NULL REFERENCES contact (id),
  text TEXT,
  made_on TEXT NOT NULL,
  contact_agreed_on TEXT,
  to_agreed_on TEXT,
  introduced_on TEXT,
  outcome TEXT CHECK (outcome IN ('helped', 'partly', 'busy', 'ignored', 'declined')),
  outcome_on TEXT,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT`,
];
