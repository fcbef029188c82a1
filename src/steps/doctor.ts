import { resolve } from 'node:path';
import { isNetError, NetError } from '../domain/error.ts';
import { fileSystemOf } from '../domain/mounts.ts';
import type { Context } from '../host/context.ts';
import { editorOf } from '../host/editor.ts';
import { compileCache } from '../host/runtime.ts';
import { zoneOf } from '../host/zone.ts';
import type { Finding } from '../reports/health.ts';
import { backupsBeside, backupsOf, type KeptBackup } from '../store/backups.ts';
import { placeOf } from '../store/files.ts';
import { type Vitals, vitalsOf } from '../store/vitals.ts';
import { withFile } from './file.ts';
import { findingsOf } from './health.ts';

/** Where everything is, and how it is. */
export interface Surroundings {
  readonly version: string;
  readonly runtime: string;
  readonly file: string;
  readonly fileSystem: string | null;
  /** Null where the file cannot be read, or is not there. */
  readonly vitals: Vitals | null;
  readonly findings: readonly Finding[];
  /** Why the file could not be read; null where it could. */
  readonly failure: NetError | null;
  readonly backups: { readonly directory: string; readonly kept: readonly KeptBackup[] };
  readonly compileCache: string | null;
  readonly editor: string | null;
  readonly zone: { readonly zone: string; readonly unknown: boolean };
}

/** Looks at everything. Writes nothing; a file that cannot be read is told of, and is no failure here. Throws `usage` for no path. */
export async function surroundings(context: Context): Promise<Surroundings> {
  const { env, mounts, version, runtime } = context;
  const file = placeOf(context.file);
  return {
    version,
    runtime,
    file,
    fileSystem: fileSystemOf(mounts(), resolve(file)),
    ...(await lookedInto(context)),
    backups: { directory: backupsBeside(file), kept: backupsIn(file) },
    compileCache: compileCache(env),
    editor: editorOf(env).join(' ') || null,
    zone: zoneOf(env),
  };
}

/** None where their directory is none: what is wrong with it is a finding. */
function backupsIn(file: string): readonly KeptBackup[] {
  try {
    return backupsOf(file);
  } catch {
    return [];
  }
}

async function lookedInto(context: Context): Promise<Pick<Surroundings, 'vitals' | 'findings' | 'failure'>> {
  try {
    return await withFile(context, 'read', (db) => ({
      vitals: vitalsOf(db),
      findings: findingsOf(db, context),
      failure: null,
    }));
  } catch (error) {
    if (!isNetError(error)) throw error;
    const { code, message, hint } = error;
    const failure = hint === undefined ? error : new NetError(code, message, context.typed(hint));
    return { vitals: null, findings: [], failure };
  }
}
