import { describe, expect, test } from 'vitest';
import { touch } from '../../src/domain/acts/log.ts';
import { needsUnknown } from '../../src/domain/need.ts';
import { ago, personWith, TODAY } from '../support/people.ts';

const TALK = touch(TODAY, 'call');
const asked = (person = personWith(), talk: Partial<typeof TALK> = {}, known: readonly string[] = []) =>
  needsUnknown(
    [person],
    { ...TALK, ...talk },
    known.map((kind) => ({ contactId: person.contact.id, kind: kind as 'need' })),
  ).length === 1;

describe('what they need is asked for', () => {
  test.each([
    ['after the first talk', true, asked()],
    ['after a meeting, which is no talk yet', true, asked(personWith({}, [{ meeting: true }]))],
    [
      'after messages that had no answer',
      true,
      asked(personWith({}, [{ noAnswer: true, channel: 'message', heldOn: ago(3) }])),
    ],
    ['whatever else is known', true, asked(personWith(), {}, ['offer', 'interest'])],
    ['not after the second', false, asked(personWith({}, [{ heldOn: ago(3) }]))],
    ['not while there is no answer', false, asked(personWith(), { noAnswer: true })],
    ['not where a need is known', false, asked(personWith(), {}, ['need'])],
    ['not where the talk told one', false, asked(personWith(), { needs: ['time'] })],
    ['not after a pitch', false, asked(personWith(), { pitch: 'me' })],
    ['not of somebody moved on from', false, asked(personWith({ stage: 'moved on' }))],
  ])('%s', (_, expected, found) => {
    expect(found).toBe(expected);
  });
});
