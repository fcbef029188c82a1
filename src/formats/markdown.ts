import type { Contact, ContactPoint, Note, Trait } from '../domain/contact.ts';
import type { CalendarDate } from '../domain/days/day.ts';
import type { Exchange } from '../domain/exchange.ts';
import {
  exchangeItem,
  item,
  link,
  type PageLink,
  type RecommendationOnPage,
  recommendationItem,
  type TalkOnPage,
  talkItem,
} from './markdown/between.ts';
import { address, inline, lines, type Show } from './markdown/text.ts';

/** All that is known of somebody, and everything that was between them and the user, oldest first. */
export interface PersonOnPage {
  readonly contact: Contact;
  /** Since which day they are here. */
  readonly addedOn: CalendarDate;
  readonly points: readonly ContactPoint[];
  readonly traits: readonly Trait[];
  readonly notes: readonly Note[];
  readonly metAt: { readonly name: string; readonly heldOn: CalendarDate | null } | null;
  readonly via: PageLink | null;
  /** The kind of person that they were looked for as. */
  readonly target: string | null;
  /** Whom they introduced. */
  readonly introduced: readonly PageLink[];
  readonly talks: readonly TalkOnPage[];
  readonly exchanges: readonly Exchange[];
  readonly recommendations: readonly RecommendationOnPage[];
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const ORIGINS = {
  event: 'at an event',
  group: 'in a group',
  volunteering: 'volunteering',
  work: 'at work',
  introduction: 'by an introduction',
  online: 'online',
  other: 'otherwise',
} as const;

const POINTS = { email: 'E-mail', phone: 'Phone', url: 'Link' } as const;
const TRAITS = { tag: 'Tags', interest: 'Interests', need: 'Needs', offer: 'Can offer' } as const;

/** Everything about one person as a page of Markdown. Whatever a text holds, it is shown as it is and is no markup. */
export function formatPage(person: PersonOnPage, show: Show): string {
  const { contact, points, traits, notes, talks, exchanges, recommendations, introduced } = person;
  return [
    `# ${inline(contact.name, show)}\n`,
    facts(person, show),
    section(
      'Reach',
      points.map(({ kind, value, label }) => {
        const where = kind === 'url' ? address(value, show) : inline(value, show);
        return item(`${POINTS[kind]}${label === null ? '' : ` (${inline(label, show)})`}: ${where}`);
      }),
    ),
    ...(['interest', 'need', 'offer', 'tag'] as const).map((kind) =>
      section(
        TRAITS[kind],
        traits
          .filter((trait) => trait.kind === kind)
          .map(({ text, notedOn }) => item(`${notedOn}: ${lines(text, show)}`)),
      ),
    ),
    section(
      'Notes',
      notes.map(({ notedOn, text }) => item(`${notedOn}: ${lines(text, show)}`)),
    ),
    section(
      'Talks',
      talks.map((talk) => talkItem(talk, show)),
    ),
    section(
      'Given, received, asked and promised',
      exchanges.map((exchange) => exchangeItem(exchange, show)),
    ),
    section(
      'Recommendations',
      recommendations.map((one) => recommendationItem(one, show)),
    ),
    section(
      'Introduced',
      introduced.map((other) => item(link(other, show))),
    ),
    '\n[Everybody](index.md)\n',
  ].join('');
}

/** The page that leads to every other. */
export function* formatIndex(
  people: Iterable<{ readonly contact: Contact; readonly page: string }>,
  show: Show,
): Generator<string> {
  yield '# Everybody\n\n';
  for (const { contact, page } of people) {
    const work = [contact.role, contact.org].filter((text) => text !== null).join(', ');
    const more = [work, contact.stage].filter((text) => text !== '').map((text) => inline(text, show));
    yield item(`${link({ name: contact.name, page }, show)}: ${more.join('; ')}`);
  }
}

function section(heading: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `\n## ${heading}\n\n${items.join('')}`;
}

function facts(person: PersonOnPage, show: Show): string {
  const { contact } = person;
  const facts: readonly (readonly [what: string, said: string | null])[] = [
    ['Nickname', shown(contact.nickname, show)],
    ['Organization', shown(contact.org, show)],
    ['Role', shown(contact.role, show)],
    ['New job noticed on', contact.jobChangedOn],
    ['City', shown(contact.city, show)],
    ['Birthday', contact.birthday === null ? null : birthdayIn(contact.birthday)],
    ['Met', howMet(person, show)],
    ['Looked for as', shown(person.target, show)],
    ['Relationship', relationship(contact, show)],
    [lastTouch(person), contact.lastOn],
    ['Not listed before', contact.snoozedUntil],
    ['Reciprocity', contact.noScore ? 'not counted' : null],
    ['To ask next time', contact.askAbout === null ? null : lines(contact.askAbout, show)],
    ['In net since', person.addedOn],
  ];
  return `\n${facts.map(([what, said]) => (said === null ? '' : item(`**${what}:** ${said}`))).join('')}`;
}

function shown(text: string | null, show: Show): string | null {
  return text === null ? null : inline(text, show);
}

/** What the day that was told as the last touch is, beside the talks. */
function lastTouch({ contact, talks }: PersonOnPage): string {
  const [first] = talks;
  if (first === undefined) return 'Last touch';
  return contact.lastOn !== null && contact.lastOn < first.interaction.heldOn
    ? 'Last touch before the first talk here'
    : 'Touch noted';
}

/** That it was in some other way is told only beside what else is known. */
function howMet({ contact, metAt, via }: PersonOnPage, show: Show): string | null {
  const day = contact.metOn ?? metAt?.heldOn ?? null;
  const said = [
    ...(day === null ? [] : [`on ${day}`]),
    ...(metAt === null ? [] : [`at ${inline(metAt.name, show)}`]),
    ...(via === null ? [] : [`through ${link(via, show)}`]),
    ...(contact.origin === null ? [] : [`(${ORIGINS[contact.origin]})`]),
  ];
  const isOnlyOther = said.length === 1 && contact.origin === 'other';
  return said.length === 0 || isOnlyOther ? null : said.join(' ');
}

function relationship(contact: Contact, show: Show): string {
  const { stage, grownOn, keptOn, movedOn, movedTo, restedOn, circle, everyDays } = contact;
  const since = (day: CalendarDate | null) => (day === null ? '' : ` since ${day}`);
  const said = {
    stack: `in the stack${since(restedOn)}`,
    growing: `growing${since(grownOn)}`,
    kept: `kept${since(keptOn)}`,
    'moved on': `moved on${since(movedOn)}${movedTo === null ? '' : `, to ${inline(movedTo, show)}`}`,
  }[stage];
  return [
    said,
    ...(circle === null ? [] : [`${circle} circle`]),
    ...(everyDays === null ? [] : [everyDays === 1 ? 'every day' : `every ${everyDays} days`]),
  ].join(', ');
}

/** "May 3", "May 3, 1980". */
function birthdayIn(birthday: string): string {
  const name = `${MONTHS[Number(birthday.slice(-5, -3)) - 1] ?? ''} ${Number(birthday.slice(-2))}`;
  return birthday.startsWith('--') ? name : `${name}, ${birthday.slice(0, 4)}`;
}
