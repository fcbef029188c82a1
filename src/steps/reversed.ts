import { NetError } from '../domain/error.ts';
import { count, line, type Text } from '../render/text.ts';
import type { Db } from '../store/db.ts';
import { lastPurge, type Undone } from '../store/undo.ts';
import { shortened } from './choose.ts';

/** How many commands are meant, one unless said. Throws `usage`. */
export function countNamed(text: string | undefined, hint: string): number {
  if (text === undefined) return 1;
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new NetError('usage', `"${text}" is no number of commands`, hint);
}

/** Nothing to take back, and why where somebody was erased. */
export function nothingBack(db: Db, message: string, hint: string): NetError {
  const purged = lastPurge(db) > 0;
  return new NetError(
    'not-found',
    purged ? `${message} since somebody was erased for good` : message,
    purged ? 'net purge ends what can be taken back; what you do from now on can be' : hint,
  );
}

export function reversedJson({ operation, people, kept }: Undone) {
  return { command: operation.command, at: operation.at, people, kept };
}

/** One line for each command; what could not be restored is said. */
export function reversedText(reversed: readonly Undone[], verb: string): Text {
  return reversed.flatMap(({ operation, people, kept }) => {
    const whom = people.length === 0 ? '' : `: ${shortened(people)}`;
    return [
      line(`${verb} net ${operation.command}${whom}.`),
      ...(kept === 0
        ? []
        : [
            line(
              kept === 1
                ? '1 value had been changed since and stays as it is.'
                : `${count(kept, 'value')} had been changed since and stay as they are.`,
            ),
          ]),
    ];
  });
}
