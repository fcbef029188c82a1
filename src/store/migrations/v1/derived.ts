/** Derived from the content and recomputed with it. */
export const derived: readonly string[] = [
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
  birthday TEXT,
  called TEXT NOT NULL,
  nicknamed TEXT,
  tended INTEGER NOT NULL,
  circle TEXT,
  kept_on TEXT,
  cadence INTEGER,
  dormant_beyond INTEGER,
  factor REAL
) STRICT, WITHOUT ROWID`,
  `CREATE INDEX contact_summary_due ON contact_summary (due_on) WHERE due_on IS NOT NULL AND cadence IS NULL`,
  `CREATE INDEX contact_summary_prospect ON contact_summary (due_on, days, last_on, circle, kept_on, cadence, dormant_beyond, factor)
  WHERE cadence IS NOT NULL`,
  `CREATE INDEX contact_summary_urgent ON contact_summary (urgent_on) WHERE urgent_on IS NOT NULL`,
  `CREATE INDEX contact_summary_birthday ON contact_summary (birthday) WHERE birthday IS NOT NULL`,
  `CREATE INDEX contact_summary_called ON contact_summary (called, contact_id, tended)`,
  `CREATE INDEX contact_summary_nicknamed ON contact_summary (nicknamed, contact_id, tended) WHERE nicknamed IS NOT NULL`,
  `CREATE TABLE name_word (
  word TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  in_name INTEGER NOT NULL,
  tended INTEGER NOT NULL,
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
