import { expect, test } from 'vitest';
import { type FieldShape, shapeOf } from '../../src/domain/shape.ts';
import { columnOf, FIELDS, TABLE_NAMES } from '../../src/store/rows.ts';
import { schema } from '../../src/store/schemas/current.ts';

/** A column as the schema of the file has it. */
function columnIn(table: string, column: string): string {
  const [, body = ''] =
    new RegExp(`CREATE TABLE ${table} \\(\\n([\\s\\S]*?)\\n\\) STRICT`).exec(schema) ?? [];
  const [found = ''] =
    new RegExp(`^  ${column} [\\s\\S]*?(?=,?\\n  [a-zC]|,?$(?![\\s\\S]))`, 'm').exec(body) ?? [];
  return found.replace(/\s+/g, ' ').trim();
}

const STORED: Readonly<Record<FieldShape['is'], string>> = {
  id: 'text',
  key: 'text',
  short: 'text',
  day: 'text',
  birthday: 'text',
  instant: 'text',
  text: 'text',
  word: 'text',
  reference: 'text',
  number: 'number',
  flag: 'flag',
};

test.each(TABLE_NAMES)('every field of %s may hold what the schema of the file lets it', (table) => {
  const fields: Record<string, string> = FIELDS[table];
  const { deletedAt: _, ...stored } = fields;
  expect(Object.keys(shapeOf(table))).toEqual(Object.keys(stored));
  for (const [field, shape] of Object.entries(shapeOf(table))) {
    const column = columnIn(table, columnOf(field));
    expect(column, `${table}.${field}`).not.toBe('');
    expect([field, STORED[shape.is]]).toEqual([field, stored[field]]);
    expect([field, shape.orNull]).toEqual([field, !column.includes('NOT NULL')]);
    const words = /IN \(('[^)]*)\)/
      .exec(column)?.[1]
      ?.split(', ')
      .map((word) => word.slice(1, -1));
    expect([field, shape.is === 'word' ? shape.words : undefined]).toEqual([field, words]);
    const to = /REFERENCES (\w+)/.exec(column)?.[1];
    expect([field, shape.is === 'reference' ? shape.to : undefined]).toEqual([field, to]);
    if (shape.is === 'text') expect([field, shape.shortest === 1]).toEqual([field, column.includes("<> ''")]);
    const least = /CHECK \(\w+ (>=?) 0\)/.exec(column)?.[1];
    if (least !== undefined) expect(shape).toMatchObject({ is: 'number', least: least === '>' ? 1 : 0 });
  }
});
