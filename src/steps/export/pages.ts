import type { PageLink } from '../../formats/markdown/between.ts';
import { pageNames } from '../../formats/markdown/page-names.ts';
import { formatIndex, formatPage, type PersonOnPage } from '../../formats/markdown.ts';
import type { Clock } from '../../host/clock.ts';
import type { NamedPage } from '../../host/write-pages.ts';
import { safe } from '../../render/safe.ts';
import type { Db } from '../../store/db.ts';
import { contactsByName, shortNames, type WholePerson, wholePerson } from '../../store/whole-pages.ts';

type Links = ReadonlyMap<string, PageLink>;

/** A page for everybody and one that leads to all of them, each made as it is asked for. Take them inside `atOnce`. Days are those of the clock's place. */
export function* exportedPages(db: Db, clock: Clock): Generator<NamedPage> {
  const named = shortNames(db);
  const pages = pageNames(named);
  const links: Links = new Map(named.map(({ id, name }) => [id, { name, page: pages.get(id) ?? '' }]));
  for (const contact of contactsByName(db)) {
    const name = pages.get(contact.id);
    if (name !== undefined)
      yield { name, pieces: [formatPage(onPage(wholePerson(db, contact), links, clock), safe)] };
  }
  yield { name: 'index.md', pieces: formatIndex(indexed(db, pages), safe) };
}

function* indexed(db: Db, pages: ReadonlyMap<string, string>) {
  for (const contact of contactsByName(db)) yield { contact, page: pages.get(contact.id) ?? '' };
}

/** The others by their links. Who is no longer here has none. */
function onPage(person: WholePerson, links: Links, clock: Clock): PersonOnPage {
  const { contact } = person;
  const linked = (ids: readonly string[]) => ids.flatMap((id) => links.get(id) ?? []);
  return {
    ...person,
    addedOn: clock.dayOf(contact.createdAt),
    via: links.get(contact.viaId ?? '') ?? null,
    introduced: linked(person.introduced),
    talks: person.talks.map((talk) => ({ ...talk, others: linked(talk.others) })),
    recommendations: person.recommendations.flatMap((recommendation) => {
      const recommended = recommendation.contactId === contact.id;
      const other = links.get(recommended ? recommendation.toId : recommendation.contactId);
      return other === undefined ? [] : { recommendation, other, recommended };
    }),
  };
}
