import { NetError } from '../../domain/error.ts';
import { numberedLines } from '../lines.ts';
import type { Reject, SourceFile } from '../record.ts';
import { wholeJson } from '../source-text.ts';
import { faultIn } from './fault.ts';
import { rejectedValues, type Value } from './value.ts';

/** A JSON file that has been read. */
export interface JsonDocument {
  readonly root: Value;
  /** What was found to be wrong since this was last asked. */
  readonly rejects: () => readonly Reject[];
}

/** Reads a file of JSON in which records have their ids under the name `id`. Throws `rejected` where it is broken, and says where. */
export function readDocument(file: SourceFile, id: string): JsonDocument {
  const text = wholeJson(file);
  const value = parsed(text);
  const { reject, take } = rejectedValues();
  const source = { lines: linesOf(text, id), id, reject };
  return { root: { value, path: '', line: 1, source }, rejects: take };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { line, column } = faultIn(text) ?? { line: 1, column: 1 };
    const hint = 'it may have been cut short or edited: export it once more and import that file';
    throw new NetError(
      'rejected',
      `this file is broken at line ${line}, character ${column}: it is no JSON from there on`,
      hint,
    );
  }
}

/** The line on which each id is first given. */
function linesOf(text: string, id: string): ReadonlyMap<string, number> {
  const given = new RegExp(`"${id}"[ \\t]*:[ \\t]*"([^"\\\\]{1,100})"`, 'g');
  const lines = new Map<string, number>();
  for (const { number, text: line } of numberedLines(text))
    for (const [, value = ''] of line.matchAll(given)) if (!lines.has(value)) lines.set(value, number);
  return lines;
}
