import type { SourceFile } from '../../src/formats/record.ts';
import { sourceFile } from './parsed.ts';

/** Fields of a message that are not said otherwise: from Ana to Joan, whose archive it is. */
const FIELDS = {
  From: 'Ana Lopes <ana@example.org>',
  To: 'joan@example.net',
  Date: 'Tue, 5 Mar 2024 10:00:00 +0000',
};

export const JOAN = 'joan@example.net';

/** A message with some fields in place of, or besides, the usual ones; null for one that is not to be there. */
export function message(fields: Readonly<Record<string, string | null>> = {}, body = 'Hello.'): string {
  const lines = Object.entries({ ...FIELDS, ...fields }).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  );
  return `${lines.join('\n')}\nSubject: Nobody's business\n\n${body}\n`;
}

/** A message from Joan to somebody. */
export function sent(to: string, fields: Readonly<Record<string, string>> = {}): string {
  return message({ From: 'Joan Reis <joan@example.net>', To: to, ...fields });
}

/** Messages as an mbox. */
export function mbox(...messages: readonly string[]): string {
  return messages.map((text) => `From - Tue Mar  5 10:00:00 2024\n${text}\n`).join('');
}

/** A directory with the contents of its files by their paths. */
export function directory(files: Readonly<Record<string, string>>, path = 'Mail'): SourceFile {
  return {
    path,
    size: 0,
    chunks: () => [],
    files: function* () {
      for (const name of Object.keys(files).sort()) yield sourceFile(files[name] ?? '', `${path}/${name}`);
    },
  };
}
