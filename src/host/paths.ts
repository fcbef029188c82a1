import { join } from 'node:path';

export type Env = Readonly<Record<string, string | undefined>>;

/** The file to use: `--db`, else NET_DB, else the place that the system keeps a program's data in. */
export async function filePath(given: string | undefined, env: Env): Promise<string> {
  const named = given ?? env.NET_DB;
  if (named !== undefined) return named;
  const { default: envPaths } = await import('env-paths');
  return join(envPaths('netgarden', { suffix: '' }).data, 'net.db');
}
