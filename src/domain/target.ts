import type { CalendarDate } from './days/day.ts';
import { plain } from './words/plain.ts';

/** A kind of person to look for, and how many. */
export interface Target {
  readonly id: string;
  readonly text: string;
  /** How many are wanted: at least 1. */
  readonly wanted: number;
  readonly madeOn: CalendarDate;
  /** When it was closed; open where null. */
  readonly doneOn: CalendarDate | null;
  readonly deletedAt: string | null;
}

/** A target with how many have been found for it. */
export interface SoughtTarget extends Target {
  readonly found: number;
}

/** Whether somebody is still looked for. */
export function isSought(target: SoughtTarget): boolean {
  return target.doneOn === null && !isFilled(target);
}

/** Whether as many were found as are wanted. */
export function isFilled({ wanted, found }: Pick<SoughtTarget, 'wanted' | 'found'>): boolean {
  return found >= wanted;
}

/** The target with some more people found for it. */
export function withFound(target: SoughtTarget, more: number): SoughtTarget {
  return { ...target, found: target.found + more };
}

/**
 * The targets that a text means: the one of that number in the list, those of exactly that text, else those with words that begin so.
 * Several where it is not clear.
 */
export function targetsMeant<T extends Pick<Target, 'text'>>(query: string, targets: readonly T[]): T[] {
  const typed = plain(query);
  const exact = targets.filter(({ text }) => plain(text) === typed);
  if (exact.length > 0) return exact;
  if (/^\d{1,3}$/.test(typed)) return targets.slice(Number(typed) - 1, Number(typed)).slice(0, 1);
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return [];
  return targets.filter(({ text }) => {
    const words = wordsOf(plain(text));
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
