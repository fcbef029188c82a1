import { CIRCLES, type Circle } from '../domain/contact.ts';
import { cadence, type Person, type Situation, stageOf } from '../domain/person.ts';
import { capacity } from '../domain/settings.ts';
import { type Crowded, crowdedCircle } from './crowded.ts';

/** What the circles ask of a week, beside what a week has. */
export interface Load {
  readonly people: number;
  readonly perWeek: number;
  readonly capacity: number;
  readonly circles: readonly {
    readonly circle: Circle | 'growing';
    readonly people: number;
    readonly perWeek: number;
  }[];
  readonly crowded: Crowded | null;
  /** The circle to widen first where the week is too small. */
  readonly widen: Circle | null;
}

/** The sum of seven days over each one's cadence, rounded up where it is shown. Dormant people ask for nothing. */
export function weeklyLoad(people: readonly Person[], situation: Situation): Load {
  const { settings } = situation;
  const tended = people.filter((person) => ['growing', 'kept'].includes(stageOf(person, situation)));
  const circleOf = ({ contact }: Person) =>
    contact.stage === 'growing' ? 'growing' : (contact.circle ?? 'active');
  const weekly = (of: readonly Person[]) =>
    of.reduce((sum, person) => sum + 7 / cadence(person, settings), 0);
  const circles = [...CIRCLES, 'growing' as const].map((circle) => {
    const members = tended.filter((person) => circleOf(person) === circle);
    return { circle, people: members.length, perWeek: weekly(members) };
  });
  const sizes = new Map(circles.map(({ circle, people: size }) => [circle, size]));
  const perWeek = weekly(tended);
  const heaviest = circles
    .filter(({ circle, people: size }) => size > 0 && circle !== 'growing' && circle !== 'wide')
    .sort((a, b) => b.perWeek - a.perWeek)[0]?.circle;
  return {
    people: tended.length,
    perWeek,
    capacity: capacity(settings),
    circles: circles.filter(({ people: size }) => size > 0),
    crowded: crowdedCircle(sizes),
    widen: perWeek > capacity(settings) ? ((heaviest as Circle | undefined) ?? null) : null,
  };
}
