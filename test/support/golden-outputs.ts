/** One command of a golden session: the line as it was typed, and what was printed on the two streams. */
export interface Printed {
  readonly typed: string;
  readonly out: string;
  readonly err: string;
}

/** The commands of a golden session, see golden.ts. What is typed, told to the reader or written to files is no output. */
export function outputsOf(golden: string): Printed[] {
  const found: { typed: string; out: string[]; err: string[] }[] = [];
  let within = false;
  for (const line of golden.split('\n')) {
    const directs = line === '' || line === '|' || /^[@#%|] /.test(line);
    const last = found.at(-1);
    if (line.startsWith('$ ')) found.push({ typed: line.slice(2), out: [], err: [] });
    else if (within && line.startsWith('! ')) last?.err.push(line.slice(2));
    else if (within && !directs && !/^= \d+$/.test(line)) last?.out.push(line === '·' ? '' : line);
    within = line.startsWith('$ ') || (within && !directs);
  }
  return found.map(({ typed, out, err }) => ({ typed, out: out.join('\n'), err: err.join('\n') }));
}
