import { describe, expect, test } from 'vitest';
import { splitNoAnswer } from '../../../src/domain/words/no-answer.ts';

describe('no answer, as a part of its own', () => {
  test.each([
    ['messaged, no answer', 'messaged'],
    ['messaged, no answer yet.', 'messaged.'],
    ['messaged, no reply, about Lisbon', 'messaged, about Lisbon'],
    ['wrote about Lisbon, he did not reply', 'wrote about Lisbon'],
    ["wrote about Lisbon; she didn't answer", 'wrote about Lisbon'],
    ['wrote about Lisbon but no answer', 'wrote about Lisbon'],
    ['messaged her - no answer', 'messaged her'],
    ['called no answer', 'called'],
    ['messaged her no reply', 'messaged her'],
    ['No answer', null],
    ['no answer, called twice', 'called twice'],
  ])('%j leaves %j', (text, rest) => {
    expect(splitNoAnswer(text)).toEqual({ text: rest, noAnswer: true });
  });

  test.each([
    'called, no answer to my question',
    'she has no answer',
    'asked, and she gave no answer',
    'no answers, called',
    'called, did not answer the mail',
    'all is well',
    '',
  ])('%j is all text', (text) => {
    expect(splitNoAnswer(text)).toEqual({ text, noAnswer: false });
  });
});
