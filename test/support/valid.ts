import type { Schema } from '../../src/formats/document-schema.ts';

/** Where a value is not as a schema says, by the parts of JSON Schema that ours uses; nothing where it is. */
export function* faults(schema: Schema, value: unknown, path = ''): Generator<string> {
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isOf(type, value))) {
    yield `${path}: ${JSON.stringify(value)} is no ${types.join(' or ')}`;
    return;
  }
  if ('const' in schema && value !== schema.const) yield `${path}: is not ${String(schema.const)}`;
  if (schema.enum !== undefined && !schema.enum.includes(value)) yield `${path}: ${String(value)} is no word`;
  if (typeof value === 'string') {
    if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value))
      yield `${path}: ${value} is not like ${schema.pattern}`;
    const length = [...value].length;
    if (length < (schema.minLength ?? 0) || length > (schema.maxLength ?? Number.POSITIVE_INFINITY))
      yield `${path}: ${length} characters`;
  }
  if (typeof value === 'number') {
    if (value < (schema.minimum ?? value) || value > (schema.maximum ?? value)) yield `${path}: ${value}`;
  }
  if (Array.isArray(value) && schema.items !== undefined)
    for (const [i, item] of value.entries()) yield* faults(schema.items, item, `${path}/${i}`);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const object = value as Record<string, unknown>;
    for (const field of schema.required ?? [])
      if (!Object.hasOwn(object, field)) yield `${path}/${field}: is missing`;
    for (const [field, own] of Object.entries(schema.properties ?? {}))
      if (Object.hasOwn(object, field)) yield* faults(own, object[field], `${path}/${field}`);
  }
}

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
