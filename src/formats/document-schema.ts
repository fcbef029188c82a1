import type { TableName } from '../domain/change.ts';
import { CONFIG } from '../domain/config.ts';
import { type FieldShape, LONGEST_KEY, SHAPE, shapeOf } from '../domain/shape.ts';
import { DOCUMENT_VERSION } from './document.ts';

/** The parts of JSON Schema that are used. */
export interface Schema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const UUID = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
const DAY = '^[12]\\d{3}-\\d{2}-\\d{2}$';

/** The JSON Schema of the document that `net export` writes. A table or a field may be added without a new version, so others are let pass. */
export function documentSchema(): Schema {
  const tables = Object.keys(SHAPE) as TableName[];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'What net export writes',
    description:
      'Everything of the user of net, as one document. What is not known is null. See docs/formats.md.',
    type: 'object',
    required: ['net', ...tables],
    properties: {
      net: { description: 'The version of the format.', const: DOCUMENT_VERSION },
      ...Object.fromEntries(tables.map((table) => [table, { type: 'array', items: rowSchema(table) }])),
    },
  };
}

function rowSchema(table: TableName): Schema {
  const fields = Object.entries(shapeOf(table));
  return {
    type: 'object',
    required: fields.map(([field]) => field),
    properties: Object.fromEntries(fields.map(([field, shape]) => [field, fieldSchema(shape)])),
  };
}

function fieldSchema(shape: FieldShape): Schema {
  const type = (name: string) => (shape.orNull ? [name, 'null'] : name);
  switch (shape.is) {
    case 'id':
      return { type: type('string'), pattern: UUID };
    case 'reference':
      return { description: `The id of a row of ${shape.to}.`, type: type('string'), pattern: UUID };
    case 'key':
      return {
        description: `A setting of net config: ${CONFIG.map(({ key }) => key).join(', ')}. Or "apart" and the ids of two contacts who are two people, the lesser first; its value is the day when that was said. Or "columns" and a hash of the header of a table; its value is what net import was told of the columns.`,
        type: type('string'),
        minLength: 1,
        maxLength: LONGEST_KEY,
      };
    case 'short':
      return { type: type('string'), pattern: '^[0-9a-z]{4,32}$' };
    case 'day':
      return { type: type('string'), pattern: DAY };
    case 'birthday':
      return { type: type('string'), pattern: '^([12]\\d{3}|-)-\\d{2}-\\d{2}$' };
    case 'instant':
      return {
        type: type('string'),
        pattern: '^[12]\\d{3}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z$',
      };
    case 'flag':
      return { type: type('boolean') };
    case 'number':
      return { type: type('integer'), minimum: shape.least, maximum: shape.most };
    case 'word':
      return { type: type('string'), enum: shape.orNull ? [...shape.words, null] : shape.words };
    case 'text':
      return {
        type: type('string'),
        ...(shape.shortest > 0 ? { minLength: shape.shortest } : {}),
        maxLength: shape.longest,
      };
  }
}
