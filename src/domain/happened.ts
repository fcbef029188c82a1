import type { TableName, Tables } from './change.ts';

type Happened = { readonly [T in TableName]?: readonly (keyof Tables[T] & string)[] };

/** The days on which something has happened, table by table: none of them can be to come. */
export const HAPPENED = {
  observation: ['notedOn'],
  recommendation: ['madeOn', 'contactAgreedOn', 'toAgreedOn', 'introducedOn', 'outcomeOn'],
  contact: ['grownOn', 'keptOn', 'movedOn', 'restedOn', 'metOn', 'lastOn', 'toldOn', 'jobChangedOn'],
  trait: ['notedOn'],
  note: ['notedOn'],
  interaction: ['heldOn'],
  exchange: [
    'madeOn',
    'keptOn',
    'droppedOn',
    'outcomeOn',
    'thankedOn',
    'fruitOn',
    'fruitThankedOn',
    'forwardOn',
  ],
} as const satisfies Happened as Readonly<Partial<Record<TableName, readonly string[]>>>;
