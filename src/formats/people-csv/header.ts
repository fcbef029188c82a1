import { type Header, headersOf } from '../csv/header.ts';
import { bare } from '../csv/meaning.ts';

/** What no other table has together. */
const OWN = ['Id', 'Name', 'E-mails', 'Phones', 'Websites', 'Notes', 'Last touch'].map(bare);

/** The header of a table that `net export` wrote, or null. */
export function peopleHeader(text: string): Header | null {
  const header = headersOf(text).find(({ columns }) => {
    const names = new Set(columns.map(bare));
    return OWN.every((name) => names.has(name));
  });
  return header === undefined ? null : { ...header, exact: true };
}
