import { NetError } from '../../domain/error.ts';
import { secondsDayAt } from '../json/days.ts';
import { type JsonDocument, readDocument } from '../json/document.ts';
import { asOf, uniqueKeys } from '../json/parts.ts';
import { objectAt, objectsAt, type Value, valueAt } from '../json/value.ts';
import { distinct } from '../people.ts';
import type { Given, Part, SourceFile } from '../record.ts';
import { readContact } from './contact.ts';
import { readInteractions, readNext } from './interactions.ts';

/**
 * The contacts and interactions in a snapshot of knotter, `format_version` 1: `ExportSnapshotDto` in crates/knotter-core/src/dto.rs as of
 * its contact dates (commit f0c1c63). Throws `rejected` for broken JSON and where there is no list of contacts; whatever else cannot be
 * read is a reject.
 */
export function* parseSnapshot(file: SourceFile, given: Given): Generator<Part> {
  const document = readDocument(file, 'id');
  const { root } = document;
  if (!Array.isArray(valueAt(root, 'contacts').value)) {
    const hint = 'write it with: knotter export json --out knotter.json';
    throw new NetError('rejected', 'there is no list of contacts in this file', hint);
  }
  const metadata = objectAt(root, 'metadata');
  const exportedOn = metadata === null ? null : secondsDayAt(metadata, 'exported_at', given);
  const day = asOf(exportedOn, given.today);
  const state = { once: distinct(), talkKey: uniqueKeys(), exchangeKey: uniqueKeys() };
  for (const contact of objectsAt(root, 'contacts')) {
    yield* rejectsOf(document);
    yield* partsOf(contact, day, given, state);
    yield* rejectsOf(document);
  }
  yield* rejectsOf(document);
}

interface State {
  readonly once: ReturnType<typeof distinct>;
  readonly talkKey: (key: string) => string;
  readonly exchangeKey: (key: string) => string;
}

function* partsOf(contact: Value, day: ReturnType<typeof asOf>, given: Given, state: State): Generator<Part> {
  const read = readContact(contact, given);
  if (read === null) return;
  const next = readNext(contact, read.key, day, given);
  const person = state.once(typeof next === 'string' ? { ...read, notes: [...read.notes, next] } : read);
  if (person === null) {
    yield { skipped: 'repeated contact' };
    return;
  }
  yield { person };
  if (next !== null && typeof next !== 'string')
    yield { exchange: { ...next, key: state.exchangeKey(next.key), person: { key: person.key } } };
  for (const { talk, promise } of readInteractions(contact, person.key, day, given)) {
    if (talk !== null) yield { talk: { ...talk, key: state.talkKey(talk.key) } };
    if (promise !== null) yield { exchange: { ...promise, key: state.exchangeKey(promise.key) } };
  }
}

function* rejectsOf({ rejects }: JsonDocument): Generator<Part> {
  for (const reject of rejects()) yield { reject };
}
