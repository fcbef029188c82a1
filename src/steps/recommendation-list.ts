import type { CalendarDate } from '../domain/days/day.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import { recommendationJson, whoJson } from '../render/json.ts';
import { recommendationsText } from '../render/recommendations.ts';
import { recommendationsReport } from '../reports/recommendations.ts';
import type { Db } from '../store/db.ts';
import { readPeople } from '../store/people.ts';
import { needsAndOffers, readRecommendations } from '../store/recommendations.ts';
import type { Answer } from './answer.ts';
import { namingAmong } from './recommending.ts';

/** What is under way among people recommended to one another, and who could meet. */
export function recommendationList(db: Db, today: CalendarDate): Answer {
  const all = readRecommendations(db);
  const known = new Map(
    readPeople(
      db,
      all.flatMap(({ contactId, toId }) => [contactId, toId]),
    ).map(({ contact }) => [contact.id, contact]),
  );
  const isHere = (id: string) => known.has(id) && known.get(id)?.stage !== 'moved on';
  const report = recommendationsReport(all, needsAndOffers(db), isHere, today);
  const { pending, introduced, outcomes, couldMeet } = report;
  const ids = [...pending, ...introduced, ...couldMeet].flatMap(({ contactId, toId }) => [contactId, toId]);
  const contacts = readPeople(db, ids).map(({ contact }) => contact);
  const naming = namingAmong(db, contacts);
  const people = new Map(contacts.map((contact) => [contact.id, whoJson(contact)]));
  const pairJson = ({ contactId, toId }: Pick<Recommendation, 'contactId' | 'toId'>) => ({
    contact: people.get(contactId) ?? null,
    to: people.get(toId) ?? null,
  });
  const json = (one: Recommendation) => ({ ...pairJson(one), recommendation: recommendationJson(one) });
  return {
    json: {
      contact: null,
      to: null,
      recommendation: null,
      gives: [],
      paidForward: [],
      established: [],
      list: {
        pending: pending.map(json),
        introduced: introduced.map(json),
        outcomes,
        couldMeet: couldMeet.map((meeting) => ({
          ...pairJson(meeting),
          offer: meeting.offer,
          need: meeting.need,
        })),
      },
    },
    text: (wording) => recommendationsText(report, naming, wording),
  };
}
