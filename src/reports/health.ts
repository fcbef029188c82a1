/** What is looked at, in the order in which it is told. */
export type Aspect = 'pages' | 'derived' | 'journal' | 'privacy' | 'place' | 'backups';

/** What was found of one of them. */
export interface Finding {
  readonly aspect: Aspect;
  /** Each in words; none where all is well. */
  readonly faults: readonly string[];
  /** What to say where all is well; null for what is always said. */
  readonly note: string | null;
  /** What to type against it, or null. */
  readonly mend: string | null;
}

/** How bad the worst of some findings is: something is damaged, others could read it, or it could go better. */
export type Health = 'well' | 'better' | 'open' | 'damaged';

const SEVERITY: Readonly<Record<Aspect, Health>> = {
  pages: 'damaged',
  derived: 'damaged',
  journal: 'damaged',
  privacy: 'open',
  place: 'better',
  backups: 'better',
};

/** The exit code of each: what could only go better is no failure. */
export const HEALTH_EXITS: Readonly<Record<Health, number>> = { well: 0, better: 0, open: 15, damaged: 13 };

const ORDER: readonly Health[] = ['well', 'better', 'open', 'damaged'];

/** How a file is, by what was found. */
export function healthOf(findings: readonly Finding[]): Health {
  const found = findings
    .filter(({ faults }) => faults.length > 0)
    .map(({ aspect }) => ORDER.indexOf(SEVERITY[aspect]));
  return ORDER[Math.max(0, ...found)] ?? 'well';
}
