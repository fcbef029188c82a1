import { derived } from './v1/derived.ts';
import { groups } from './v1/groups.ts';
import { indexes } from './v1/indexes.ts';
import { journal } from './v1/journal.ts';
import { people } from './v1/people.ts';
import { plans } from './v1/plans.ts';
import { shadows } from './v1/shadows.ts';

/** The first schema: the user's tables, whose live rows are the content, journal, plans, what is derived, indexes, shadows. */
export const v1: readonly string[] = [
  ...groups,
  ...people,
  ...journal,
  ...plans,
  ...derived,
  ...indexes,
  ...shadows,
];
