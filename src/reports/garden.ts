import type { Contact, Origin } from '../domain/contact.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import type { Gathering } from '../domain/groups/gathering.ts';
import type { Group } from '../domain/groups/group.ts';
import { isInNetwork } from '../domain/network.ts';
import type { Person, Situation } from '../domain/person.ts';
import { staged } from '../domain/stage-since.ts';
import type { Touch } from '../domain/touch.ts';
import { plain } from '../domain/words/plain.ts';
import { type Diversity, diversityOf, type Tagged } from './diversity.ts';
import { type Changed, changedSince } from './grown.ts';
import { largestGroup, type ThroughGroup } from './largest-group.ts';
import { channelMix, type Mix, type Started, whoStarts } from './mix.ts';
import { type StageCount, stageCounts } from './stages.ts';
import { type Yield, yieldByGroup, yieldByOrigin } from './yield.ts';

/** What a look at the whole garden is made of. */
export interface GardenRows {
  readonly since: CalendarDate;
  /** Everybody live. */
  readonly people: readonly Person[];
  /** The day on which a card was made. */
  readonly addedOn: (contact: Contact) => CalendarDate;
  /** The touches since that day. */
  readonly touches: readonly Touch[];
  /** The days of all touches ever, oldest first, by the contact's id. */
  readonly days: ReadonlyMap<string, readonly CalendarDate[]>;
  readonly tags: readonly { readonly tag: string; readonly contactId: string }[];
  readonly groups: readonly Group[];
  /** The gatherings of all groups. */
  readonly gatherings: readonly Gathering[];
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The garden since a day. */
export interface GardenReport extends Changed {
  readonly since: CalendarDate;
  readonly network: readonly Contact[];
  readonly cards: number;
  readonly stages: readonly StageCount[];
  readonly origins: readonly Yield<Origin>[];
  readonly groups: readonly Yield<Group>[];
  readonly diversity: Diversity;
  /** Where I work and my field, as they are set. */
  readonly own: { readonly employer: string | null; readonly industry: string | null };
  readonly channels: Mix;
  readonly started: Started | null;
  readonly through: ThroughGroup | null;
}

/** `staging` is what stages are judged by: as if a pause had been taken that is only on offer. */
export function gardenReport(rows: GardenRows, situation: Situation, staging = situation): GardenReport {
  const { people, touches, days, groups, members, since } = rows;
  const { today, settings } = situation;
  const contacts = people.map(({ contact }) => contact);
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  const network = people.filter((person) => isInNetwork(person, situation)).map(({ contact }) => contact);
  const stages = people.map((person) => staged(person, staging, rows.addedOn(person.contact)));
  const own = { employer: settings.employer, industry: settings.industry };
  const told = { days, addedOn: rows.addedOn, today };
  return {
    since,
    network,
    cards: people.length,
    stages: stageCounts(stages, today),
    ...changedSince(stages, days, since, situation),
    origins: yieldByOrigin(contacts, told),
    groups: yieldByGroup(groups, members, byId, told),
    diversity: diversityOf(network, own, taggedAs(own.industry, rows.tags), groups, members),
    own,
    channels: channelMix(touches),
    started: whoStarts(touches),
    through: largestGroup(touches, groups, rows.gatherings, contacts),
  };
}

function taggedAs(tag: string | null, tags: GardenRows['tags']): Tagged {
  const wanted = tag === null ? null : plain(tag);
  const ids = (list: GardenRows['tags']) => new Set(list.map(({ contactId }) => contactId));
  return { any: ids(tags), own: ids(tags.filter((each) => plain(each.tag) === wanted)) };
}
