import type { Channel } from '../domain/channel.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import { OUTCOME_WINDOW, type RecommendationsReport } from '../reports/recommendations.ts';
import { count, faint, line, listed, type Piece, type Text, table } from './text.ts';
import { shellWord } from './typed.ts';
import { dayWord, onDay, quoted, type Wording } from './words.ts';

/** How people are said and typed, by their ids. */
export interface Naming {
  readonly nameOf: (contactId: string) => string;
  readonly typedOf: (contactId: string) => string;
}

/** The line that notes the consent of everybody who is still to be asked. */
export function agreedLine(
  { contactId, toId }: Pick<Recommendation, 'contactId' | 'toId'>,
  agreed: string,
  { typedOf }: Naming,
): string {
  return `${pairLine({ contactId, toId }, { typedOf })} --agreed ${shellWord(agreed)}`;
}

/** `net recommend ana --to ben`. */
export function pairLine(
  { contactId, toId }: Pick<Recommendation, 'contactId' | 'toId'>,
  { typedOf }: Pick<Naming, 'typedOf'>,
): string {
  return `net recommend ${typedOf(contactId)} --to ${shellWord(typedOf(toId))}`;
}

/** Who is still to be asked. */
function toBeAsked({ contactId, contactAgreedOn, toId, toAgreedOn }: Recommendation): string[] {
  return [...(contactAgreedOn === null ? [contactId] : []), ...(toAgreedOn === null ? [toId] : [])];
}

/** Who is to be asked first, and the line to type then; `by` is how they are to be introduced, where that was said. */
export function pendingText(
  recommendation: Recommendation,
  naming: Naming,
  by: Channel | null = null,
): string {
  const asked = toBeAsked(recommendation);
  const [first = ''] = asked;
  const agreed = asked.length > 1 ? 'both' : naming.typedOf(first);
  return `Ask ${listed(asked.map(naming.nameOf))} first, then: ${agreedLine(recommendation, agreed, naming)}${by === null ? '' : ` --by ${by}`}.`;
}

export function recommendationsText(
  { pending, introduced, outcomes, couldMeet }: RecommendationsReport,
  naming: Naming,
  wording: Wording,
): Text {
  const pairOf = ({ contactId, toId, text }: Recommendation) =>
    `${naming.nameOf(contactId)} to ${naming.nameOf(toId)}${text === null ? '' : `, ${quoted(text)}`}`;
  const rows: Piece[][] = [
    ...pending.flatMap((one, i): Piece[][] => [
      [faint(i === 0 ? 'to be asked' : ''), pairOf(one)],
      ['', faint(pendingText(one, naming))],
    ]),
    ...introduced.flatMap((one, i): Piece[][] => [
      [
        faint(i === 0 ? 'introduced' : ''),
        `${pairOf(one)}, ${onDay(one.introducedOn ?? one.madeOn, wording)}, no outcome yet`,
      ],
      ['', faint(`What came of it: ${pairLine(one, naming)} --outcome helped`)],
    ]),
    ...couldMeet.flatMap((one, i): Piece[][] => [
      [
        faint(i === 0 ? 'could meet' : ''),
        `${naming.nameOf(one.contactId)} offers ${quoted(one.offer)}, ${naming.nameOf(one.toId)} needs ${quoted(one.need)}`,
      ],
      ['', faint(pairLine(one, naming))],
    ]),
  ];
  const came = outcomes.counts.map(({ outcome, n }) => `${outcome} ${n}`);
  const open = outcomes.n - outcomes.counts.reduce((sum, { n }) => sum + n, 0);
  const known = listed([...came, ...(open > 0 ? [`no outcome yet ${open}`] : [])]);
  return [
    ...(rows.length === 0 ? [] : [table(rows)]),
    line(
      `${outcomes.n === 0 ? 'No introduction' : count(outcomes.n, 'introduction')} in the last ${OUTCOME_WINDOW} days, since ${dayWord(outcomes.since, wording)}${known === '' ? '' : `: ${known}`}.`,
    ),
  ];
}
