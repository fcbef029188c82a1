import { v7 } from 'uuid';

/** A fresh id: time-ordered, so that new rows come last. */
export function newId(): string {
  return v7();
}
