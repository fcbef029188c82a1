import type { Meant } from '../../domain/imported.ts';
import { dayAt } from '../json/days.ts';
import { type JsonDocument, readDocument } from '../json/document.ts';
import { asOf, uniqueKeys } from '../json/parts.ts';
import { textAt, unusable } from '../json/value.ts';
import { distinct } from '../people.ts';
import type { Given, Part, SourceFile } from '../record.ts';
import { type Account, idsOf, openAccount, recordsOf } from './account.ts';
import { type Head, headsOf } from './head.ts';
import { keptOf } from './kept.ts';
import { leftOut } from './left-out.ts';
import { type Others, personOf } from './person.ts';
import { byId, relationsOf } from './relations.ts';
import { activityOf, talksOf } from './talks.ts';

/**
 * The contacts in the JSON export of Monica 4.1.2, version `1.0-preview.1`, with everything that happened with them: see its
 * app/Services/Account/Settings/JsonExportAccount.php and app/ExportResources. Throws `rejected` for broken JSON and where there is no
 * account; whatever else cannot be read is a reject.
 */
export function* parseAccount(file: SourceFile, given: Given): Generator<Part> {
  const document = readDocument(file, 'uuid');
  const account = openAccount(document);
  const heads = headsOf(account);
  const relations = relationsOf(recordsOf(account.buckets, 'relationship'), heads);
  const others: Others = {
    kinds: account.kinds,
    heads: byId(heads),
    related: relations.notes,
  };
  yield* rejectsOf(document);
  const day = asOf(dayAt(document.root, 'export_date'), given.today);
  const keys = { once: distinct(), talkKey: uniqueKeys(), exchangeKey: uniqueKeys(), taken: new Map() };
  const state: State = { document, others, given, day, ...keys };
  for (const head of heads) yield* partsOf(head, head.kind === 'real' || relations.others.has(head), state);
  yield* activitiesOf(account, heads, state);
  yield* leftOut(account, heads);
  yield* rejectsOf(document);
}

interface State {
  readonly document: JsonDocument;
  readonly others: Others;
  readonly given: Given;
  /** The day of the export. */
  readonly day: ReturnType<typeof asOf>;
  readonly once: ReturnType<typeof distinct>;
  readonly talkKey: (key: string) => string;
  readonly exchangeKey: (key: string) => string;
  /** The keys of those who have been taken in. */
  readonly taken: Map<Head, string>;
}

/** A contact, and then everything of theirs. A relative of somebody here is a note on that one; all others are people of their own. */
function* partsOf(head: Head, isPerson: boolean, state: State): Generator<Part> {
  const { given, others } = state;
  if (head.kind === 'own') yield { skipped: 'yourself' };
  if (head.kind === 'nameless') unusable(head.record, 'names nobody, and has no e-mail and no phone either');
  if (isPerson) {
    const kept = keptOf(head, { given, asOf: state.day });
    const notes = kept.flatMap((one) => ('note' in one ? one.note : []));
    const person = state.once(personOf(head, notes, others, given));
    if (person === null) yield { skipped: 'repeated contact' };
    else {
      const { key } = person;
      state.taken.set(head, key);
      yield { person };
      for (const one of kept) {
        if ('skipped' in one) yield { skipped: one.skipped };
        if ('exchange' in one)
          yield { exchange: { ...one.exchange, key: state.exchangeKey(one.exchange.key), person: { key } } };
      }
      const { talks, messages } = talksOf(head, key, others.kinds, given);
      for (const talk of talks) yield { talk: { ...talk, key: state.talkKey(talk.key) } };
      for (let i = 0; i < messages; i++) yield { skipped: 'message' };
    }
  }
  yield* rejectsOf(state.document);
}

/** Activities stand beside the contacts, and each contact tells in which it took part. */
function* activitiesOf(account: Account, heads: readonly Head[], state: State): Generator<Part> {
  const people = new Map<string, Set<string>>();
  for (const head of heads) {
    const key = state.taken.get(head);
    for (const id of key === undefined ? [] : idsOf(head.buckets, 'activity'))
      people.set(id, (people.get(id) ?? new Set()).add(key ?? ''));
  }
  for (const record of recordsOf(account.buckets, 'activity')) {
    const meant: readonly Meant[] = [...(people.get(textAt(record, 'uuid') ?? '') ?? [])].map((key) => ({
      key,
    }));
    const talk = activityOf(record, meant, state.others.kinds, state.given);
    if (talk !== null) yield { talk: { ...talk, key: state.talkKey(talk.key) } };
    yield* rejectsOf(state.document);
  }
}

function* rejectsOf({ rejects }: JsonDocument): Generator<Part> {
  for (const reject of rejects()) yield { reject };
}
