import { joined } from '../json/parts.ts';
import type { Point } from '../json/points.ts';
import { flagAt, textAt, type Value } from '../json/value.ts';
import { firstOf, oneLine } from '../people.ts';
import { type Account, type Buckets, bucketsOf, propertiesOf, recordsOf } from './account.ts';
import { pointsOf } from './fields.ts';
import { type SpecialDate, specialDateAt } from './special-date.ts';

/** What has to be known of a contact before any can be read in full: others point to it. */
export interface Head {
  readonly record: Value;
  readonly properties: Value;
  readonly buckets: Buckets;
  readonly id: string | null;
  readonly name: string | null;
  readonly nickname: string | null;
  readonly company: string | null;
  readonly points: readonly Point[];
  readonly pointNotes: readonly string[];
  readonly birthdate: SpecialDate | null;
  readonly died: SpecialDate | null;
  readonly isDead: boolean;
  readonly isArchived: boolean;
  /** `partial` is somebody of whom Monica only knows as a relative, `own` the user. */
  readonly kind: 'real' | 'partial' | 'own' | 'nameless';
}

export function headsOf(account: Account): readonly Head[] {
  return recordsOf(account.buckets, 'contact').map((record) => headOf(record, account));
}

function headOf(record: Value, { kinds, own }: Account): Head {
  const properties = propertiesOf(record);
  const buckets = bucketsOf(record);
  const at = (name: string) => {
    const text = textAt(properties, name);
    return text === null ? null : oneLine(text);
  };
  const id = textAt(record, 'uuid');
  const { points, notes } = pointsOf(buckets, kinds);
  const [nickname, company] = [at('nickname'), at('company')];
  const full = joined([at('first_name'), at('middle_name'), at('last_name')], ' ');
  const name = firstOf(full, nickname, company, points[0]?.value);
  const isPartial = flagAt(properties, 'is_partial') === true;
  return {
    record,
    properties,
    buckets,
    id,
    name,
    nickname: full === null ? null : nickname,
    company,
    points,
    pointNotes: notes,
    birthdate: specialDateAt(properties, 'birthdate'),
    died: specialDateAt(properties, 'deceased_date'),
    isDead: flagAt(properties, 'is_dead') === true,
    isArchived: flagAt(properties, 'is_active') === false,
    kind: id !== null && own.has(id) ? 'own' : name === null ? 'nameless' : isPartial ? 'partial' : 'real',
  };
}
