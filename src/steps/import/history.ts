import {
  createExchange,
  createTalk,
  type KnownTalk,
  type ToldAs,
  updateExchange,
  updateTalk,
  wasToldOf,
} from '../../domain/acts/import-history.ts';
import type { Change } from '../../domain/change.ts';
import { isNetError } from '../../domain/error.ts';
import type { ImportedExchange, ImportedTalk, Meant } from '../../domain/imported.ts';
import { digest } from '../../formats/people.ts';
import { knownExchange, knownTalk, toldOtherwise } from '../../store/known-history.ts';
import { contactOfKey, contactsOfEmail } from '../../store/sources.ts';
import type { Taking } from './people.ts';

/** Takes in what was between the user and people, one thing at a time. The ids of the contacts whom it concerns. */
export interface TakeHistory {
  readonly talk: (talk: ImportedTalk) => readonly string[];
  readonly exchange: (exchange: ImportedExchange) => readonly string[];
}

/**
 * Each talk that was logged by hand, or told by another kind of file, is one of those that the file tells of its day and channel, for each who
 * took part: whoever has such a talk is left out of the first ones, and what has nobody left is here already. With `stand` a talk that came
 * from the same kind of file before stays as it is.
 */
export function takingHistory(taking: Taking, stand: boolean): TakeHistory {
  const { db, making, source, apply, tally } = taking;
  /** The names that belong to one address are looked at together: where one is known, others are but other names. */
  const contactsOf = (people: readonly Meant[]): readonly string[] => {
    const names = new Map<string, string[]>();
    const found = new Set<string>();
    for (const meant of people) {
      if ('email' in meant) {
        const known = names.get(meant.email) ?? [];
        names.set(meant.email, known);
        if (meant.name !== null) known.push(meant.name);
      } else {
        const id = contactOfKey(db, source.kind, meant.key);
        if (id !== null) found.add(id);
      }
    }
    for (const [email, called] of names) for (const id of contactsOfEmail(db, email, called)) found.add(id);
    return [...found];
  };

  /** By contact, day and channel, how many talks that did not come from such a file are none of those that it has told so far. */
  const left = new Map<string, number>();
  const isHere = (contactId: string, { heldOn, channel }: ImportedTalk): boolean => {
    const which = `${contactId} ${heldOn} ${channel}`;
    const count = left.get(which) ?? toldOtherwise(db, contactId, heldOn, channel, source.kind);
    if (count > 0) left.set(which, count - 1);
    return count > 0;
  };

  const formerTalk = ({ formerKey, ...talk }: ImportedTalk): KnownTalk | null => {
    if (formerKey === undefined) return null;
    const former = knownTalk(db, source.kind, toldAs(source.kind, { ...talk, key: formerKey }).key);
    return former !== null && wasToldOf(former, talk.heldOn) ? former : null;
  };

  const attempt = (line: number, decide: () => readonly Change[]): readonly Change[] | null => {
    try {
      return decide();
    } catch (error) {
      if (!isNetError(error) || error.code !== 'rejected') throw error;
      tally.reject({ line, reason: error.message });
      return null;
    }
  };

  return {
    talk: (talk) => {
      const people = contactsOf(talk.people);
      if (people.length === 0) {
        tally.skipped('talk with nobody who is here');
        return [];
      }
      const told = toldAs(source.kind, talk);
      const known = knownTalk(db, source.kind, told.key) ?? formerTalk(talk);
      const present = new Set(known?.contactIds);
      const coming = people.filter((id) => present.has(id) || !isHere(id, talk));
      if (known === null && coming.length === 0) {
        tally.talk('unchanged');
        return [];
      }
      const changes = attempt(talk.line, () =>
        known === null
          ? createTalk(talk, coming, told, making)
          : updateTalk(known, stand ? asItStands(known, talk) : talk, coming, told, making),
      );
      if (changes === null) return [];
      apply(changes);
      tally.talk(known === null ? 'created' : changes.length > 0 ? 'updated' : 'unchanged');
      return changes.length > 0 ? coming : [];
    },
    exchange: (exchange) => {
      const [contactId] = contactsOf([exchange.person]);
      if (contactId === undefined) {
        tally.skipped('exchange with nobody who is here');
        return [];
      }
      const told = toldAs(source.kind, exchange);
      const known = knownExchange(db, source.kind, told.key);
      const changes = attempt(exchange.line, () =>
        known === null
          ? createExchange(exchange, contactId, told, making)
          : updateExchange(known, exchange, told, making),
      );
      if (changes === null) return [];
      apply(changes);
      tally.exchange(known === null ? 'created' : changes.length > 0 ? 'updated' : 'unchanged');
      return changes.length > 0 ? [contactId] : [];
    },
  };
}

/** A talk as it is here: what the file says of it is no news, but for who took part. */
function asItStands({ interaction }: KnownTalk, talk: ImportedTalk): ImportedTalk {
  const { heldOn, channel, text, minutes, startedBy } = interaction;
  return { ...talk, heldOn, channel, text, minutes, startedBy };
}

/** Of what a file calls a talk or exchange only a digest is kept: it may name people who are erased one day. */
function toldAs(kind: string, record: ImportedTalk | ImportedExchange): ToldAs {
  const what = 'channel' in record ? 'talk' : 'exchange';
  return { kind, key: digest(`${what} ${record.key}`), digest };
}
