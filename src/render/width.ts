/** How many columns of a terminal a text takes. */
export type Measure = (text: string) => number;

/** Latin, Greek and Cyrillic letters common signs and the blocks of charts take one column each. */
const NARROW =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u259f\u2713\u2717]*$/;

/** A measure for a text: the exact one, true to graphemes, is only loaded where a character asks for it. */
export async function measurer(text: string): Promise<Measure> {
  if (NARROW.test(text)) return (part) => part.length;
  const { stringWidth } = await import('./string-width.ts');
  return (part) => stringWidth(part);
}
