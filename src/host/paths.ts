import { join } from 'node:path';
import envPaths from 'env-paths';

export type Env = Readonly<Record<string, string | undefined>>;

/** The file to use: `--db`, else NET_DB, else the place that the system keeps a program's data in. */
export function filePath(given: string | undefined, env: Env): string {
  return given ?? env.NET_DB ?? join(envPaths('netgarden', { suffix: '' }).data, 'net.db');
}
