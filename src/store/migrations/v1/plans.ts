/** Plans are written by the plan itself and never undone; each one is one whole value. */
export const plans: readonly string[] = [
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
