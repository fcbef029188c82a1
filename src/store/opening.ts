import type { Unlock } from '../domain/key-file.ts';
import type { Link, StoreClock } from './db.ts';
import type { Migration } from './migrate.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { schema } from './schemas/current.ts';

/** A schema that a file is to have. */
export interface Schema {
  readonly version: number;
  /** As `schemaOf` tells it. */
  readonly text: string;
  /** What leads to it from an empty file. */
  readonly migrations: () => Promise<readonly Migration[]>;
}

export interface Opening {
  /** `read` leaves bytes and modification time alone; `create` makes a missing file, once something is written. */
  readonly access: 'read' | 'write' | 'create';
  /** The id that this machine gets in a new file. */
  readonly machine: () => string;
  readonly clock: StoreClock;
  readonly patience?: number;
  /** A copy that net keeps: of a backup there is no backup. */
  readonly copy?: boolean;
  /** Fetches the key of an encrypted file. */
  readonly unlock?: Unlock;
  /** How to connect, where a plain connection does not do. */
  readonly link?: Link | null;
  /** Net's own unless said. */
  readonly schema?: Schema;
}

/** The schema of this net. */
export const OURS: Schema = {
  version: SCHEMA_VERSION,
  text: schema,
  migrations: async () => (await import('./migrate.ts')).MIGRATIONS,
};
