import type { PaidForward } from '../domain/acts/forward.ts';
import { givenOn, receivedOn } from '../domain/exchange.ts';
import { FORWARD_WINDOW, type ForwardReport } from '../reports/forward.ts';
import { faint, line, type Piece, strong, type Text, table } from './text.ts';
import { dayWord, onDay, quoted, type Wording } from './words.ts';

/** The name of a contact, by its id. */
export type NameOf = (contactId: string) => string;

/** What a give has paid forward, or returned after all. */
export function paidText(paid: readonly PaidForward[], nameOf: NameOf): Text {
  return paid.map(({ help, returned }) => {
    const what = `${nameOf(help.contactId)}'s ${quoted(help.text)}`;
    return line(returned ? `${what}: returned after all.` : `This pays forward ${what}.`);
  });
}

export function forwardText({ open, paid, since }: ForwardReport, nameOf: NameOf, wording: Wording): Text {
  const waiting = open.map((help): Piece[] => [
    strong(nameOf(help.contactId)),
    `${quoted(help.text)} ${onDay(receivedOn(help), wording)}, to be paid forward since ${dayWord(help.forwardOn ?? help.madeOn, wording)}`,
  ]);
  const closed = paid.map(({ help, give, returned }): Piece[] => [
    faint(nameOf(help.contactId)),
    `${quoted(help.text)}: ${returned ? 'returned' : `paid forward to ${nameOf(give.contactId)}`} ${onDay(givenOn(give), wording)} with ${quoted(give.text)}`,
  ]);
  return [
    line(
      open.length === 0
        ? 'Nothing waits to be paid forward.'
        : `To be paid forward: ${open.length}. The next give to anybody does it, for the oldest first.`,
    ),
    ...(open.length === 0 ? [] : [table(waiting)]),
    line(
      `Paid forward in the last ${FORWARD_WINDOW} days, since ${dayWord(since, wording)}: ${paid.length === 0 ? 'none' : paid.length}.`,
    ),
    ...(paid.length === 0 ? [] : [table(closed)]),
  ];
}
