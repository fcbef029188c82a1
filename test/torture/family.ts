/** What went wrong: something acknowledged is gone, a file is damaged, or something stored got out of its bounds. */
export interface Wrong {
  readonly kind: 'lost' | 'corrupt' | 'escaped';
  readonly what: string;
}

/** Counts one try of a family; `how` tells how to make it again. */
export type Try = (family: string, how: string, attempt: () => Promise<Wrong | null>) => Promise<void>;

/** `skip` says what could not be tried here, and why. */
export type Skip = (family: string, why: string) => void;

/** Faults of one kind, done many times. */
export interface Family {
  readonly name: string;
  readonly run: (attempt: Try, skip: Skip) => Promise<void>;
}

/** What has been tried of a family, and what came of it. */
export interface Count {
  readonly name: string;
  readonly tried: number;
  readonly survived: number;
  readonly lost: number;
  readonly corrupt: number;
  readonly escaped: number;
}

export interface Skipped {
  readonly name: string;
  readonly why: string;
}

/** Something acknowledged that is gone, or a promise that was not kept. */
export function lost(what: string): Wrong {
  return { kind: 'lost', what };
}

/** A file that is damaged. */
export function corrupt(what: string): Wrong {
  return { kind: 'corrupt', what };
}
