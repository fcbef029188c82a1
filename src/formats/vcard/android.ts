import type { Entry } from './entry.ts';

const KIND = /^vnd\.android\.cursor\.item\/(nickname|contact_event|relation)$/i;

/** The numbers by which Android tells what an event or a relation is; 0 is a label of the person's own. */
const EVENTS = ['', 'Anniversary', 'Event', 'Birthday'];
const RELATIONS =
  ',Assistant,Brother,Child,Domestic partner,Father,Friend,Manager,Mother,Parent,Partner,Referred by,Relative,Sister,Spouse'.split(
    ',',
  );

/** What Android writes in a line of its own, as the entry that other programs write for it. */
export function fromAndroid(entry: Entry): Entry {
  if (entry.name !== 'x-android-custom') return entry;
  const [kind = '', value = '', number = '', own = ''] = entry.parts.flat().join(',').split(';');
  const as = (name: string, label: string | null): Entry => ({ ...entry, name, label, parts: [[value]] });
  const labelIn = (labels: readonly string[]) => labels[Number.parseInt(number, 10)] || own || null;
  switch (KIND.exec(kind.trim())?.[1]?.toLowerCase()) {
    case 'nickname':
      return as('nickname', null);
    case 'contact_event':
      return Number.parseInt(number, 10) === 3 ? as('bday', null) : as('x-abdate', labelIn(EVENTS));
    case 'relation':
      return as('related', labelIn(RELATIONS));
    default:
      return entry;
  }
}
