import type { ReadRow } from '../../../formats/document-reading/rows.ts';

/** Who took part in each talk, as far as a document tells it: most have one person. */
export interface Company {
  readonly look: (row: Extract<ReadRow, { table: 'participant' }>['row']) => void;
  /** The people of a talk; none where the document names none. */
  readonly of: (interactionId: string) => readonly string[];
}

export function company(): Company {
  const all = new Map<string, string | string[]>();
  return {
    look: ({ interactionId, contactId }) => {
      const known = all.get(interactionId);
      if (known === undefined) all.set(interactionId, contactId);
      else if (typeof known === 'string') all.set(interactionId, [known, contactId]);
      else known.push(contactId);
    },
    of: (interactionId) => {
      const known = all.get(interactionId) ?? [];
      return typeof known === 'string' ? [known] : known;
    },
  };
}
