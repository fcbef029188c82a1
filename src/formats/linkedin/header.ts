import { plain } from '../../domain/words/plain.ts';
import type { Header } from '../csv/header.ts';
import { numberedLines } from '../lines.ts';

const DELIMITERS = [',', ';', '\t'];
const LONGEST = 1000;

/** The header of LinkedIn's connections, wherever it stands in a text, or null where there is none. */
export function headerOf(text: string): Header | null {
  for (const { number, text: line } of numberedLines(text)) {
    if (line.length > LONGEST || !/connected on/i.test(line)) continue;
    for (const delimiter of DELIMITERS) {
      const columns = line.split(delimiter).map((cell) => cell.replaceAll('"', '').trim());
      const names = columns.map(plain);
      if (['first name', 'last name', 'connected on'].every((name) => names.includes(name))) {
        return { line: number, delimiter, columns };
      }
    }
  }
  return null;
}
