import { isFilled, type SoughtTarget, type Target } from '../domain/target.ts';
import { quoted } from './words.ts';

/** "1 of 2 found", "3 found, 2 wanted". */
export function foundText({ found, wanted }: Pick<SoughtTarget, 'found' | 'wanted'>): string {
  return found > wanted ? `${found} found, ${wanted} wanted` : `${found} of ${wanted} found`;
}

/** As part of a sentence: `for "science journalists", 1 of 2 found`, and that it is all of them where it is. */
export function fillsText(target: SoughtTarget): string {
  const all = isFilled(target) ? ': that is all of them' : '';
  return `for ${quoted(target.text)}, ${foundText(target)}${all}`;
}

/** A target as answers refer to it. */
export function targetJson(
  { id, text, wanted }: Target,
  found: number,
): Readonly<Record<'uuid' | 'text' | 'wanted' | 'found', string | number>> {
  return { uuid: id, text, wanted, found };
}
