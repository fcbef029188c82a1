import type { CalendarDate } from './day.ts';

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
export function isSought({ doneOn, wanted, found }: SoughtTarget): boolean {
  return doneOn === null && found < wanted;
}
