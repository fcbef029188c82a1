import type { CalendarDate } from '../../src/domain/days/day.ts';
import { type Gathering, plainGathering } from '../../src/domain/groups/gathering.ts';
import type { Group, Observation, ObservationKind } from '../../src/domain/groups/group.ts';
import type { GroupRecord, Meeting } from '../../src/domain/groups/group-record.ts';
import type { Around } from '../../src/domain/groups/signs/sign.ts';
import { DEFAULTS } from '../../src/domain/settings.ts';
import { interactionWith, TODAY } from './people.ts';

/** A networking group joined two years ago, changed as a test needs. */
export function groupWith(given: Partial<Group> = {}): Group {
  return {
    id: 'g-000',
    name: 'TechGrow',
    kind: 'networking',
    joinedOn: '2024-11-22' as CalendarDate,
    fee: null,
    feePer: null,
    currency: null,
    renewsOn: null,
    trialUntil: null,
    why: null,
    reviewedOn: null,
    leftOn: null,
    createdAt: '2024-11-22T00:00:00.000Z',
    deletedAt: null,
    ...given,
  };
}

export function gatheringWith(heldOn: CalendarDate | null, given: Partial<Gathering> = {}): Gathering {
  return { ...plainGathering(`at-${heldOn}`, 'TechGrow', heldOn), groupId: 'g-000', ...given };
}

export function observationWith(kind: ObservationKind, notedOn: CalendarDate): Observation {
  return {
    id: `o-${kind}-${notedOn}`,
    groupId: 'g-000',
    kind,
    notedOn,
    text: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    deletedAt: null,
  };
}

export function meetingWith(given: Partial<Meeting> = {}): Meeting {
  return { ...interactionWith(given), with: given.with ?? ['c-000'] };
}

/** What is known of a group: nothing, unless told. */
export function recordWith(given: Partial<GroupRecord> = {}): GroupRecord {
  return {
    group: groupWith(),
    gatherings: [],
    observations: [],
    people: [],
    exchanges: [],
    meetings: [],
    introduced: [],
    ...given,
  };
}

/** Today, with the defaults, and the gatherings of one group alone. */
export function around(record: GroupRecord, others: readonly Gathering[] = []): Around {
  return { today: TODAY, settings: DEFAULTS, gatherings: [...record.gatherings, ...others] };
}
