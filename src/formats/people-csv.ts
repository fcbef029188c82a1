import type { ImportedPerson } from '../domain/imported.ts';

/** Placeholder until the CSV format comes from its own branch. */
export function* formatPeopleCsv(people: Iterable<ImportedPerson>): Generator<string> {
  yield 'name\r\n';
  for (const { name } of people) yield `"${name.replaceAll('"', '""')}"\r\n`;
}
