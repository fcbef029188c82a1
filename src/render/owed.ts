import { isOpenPromise, promisesByDay } from '../domain/exchange.ts';
import { type Owed, owedTo } from '../domain/owed.ts';
import type { Person } from '../domain/person.ts';

/** The line that notes thanks for one thing, with its number where several wait. */
export function thankLine(person: Person, typed: string, kind: Owed['kind'], exchangeId?: string): string {
  const owed = owedTo(person);
  const at = owed.findIndex((one) => one.kind === kind && one.exchange?.id === exchangeId);
  return `net thank ${typed}${numbered(owed.length, at)}`;
}

/** The line that notes a promise as kept, with its number where several are open. */
export function keptLine({ open }: Person, typed: string, promiseId: string): string {
  const promises = promisesByDay(open.filter(isOpenPromise));
  const at = promises.findIndex(({ id }) => id === promiseId);
  return `net promise ${typed} --kept${numbered(promises.length, at)}`;
}

function numbered(of: number, at: number): string {
  return of > 1 && at >= 0 ? ` --which ${at + 1}` : '';
}
