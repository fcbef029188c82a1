/** Which functions of the built files everyday commands call: found by running them. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Whether a function is called that stands there, from its first character to after its last. */
export type Called = (from: number, to: number) => boolean;

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly ranges: readonly {
        readonly startOffset: number;
        readonly endOffset: number;
        readonly count: number;
      }[];
    }[];
  }[];
}

const rehearsal = fileURLToPath(new URL('rehearsal.ts', import.meta.url));

/** What is called of each file of a directory of built ones. Throws where a command fails that should not. */
export function calledIn(dist: string): (file: string) => Called {
  const scratch = fs.mkdtempSync(join(os.tmpdir(), 'net-rehearsal-'));
  const coverage = join(scratch, 'coverage');
  try {
    const env = { ...process.env, NODE_V8_COVERAGE: coverage, TZ: 'UTC' };
    const { status, stderr } = spawnSync(process.execPath, [...process.execArgv, rehearsal, dist, scratch], {
      env,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`what was built does not run: ${stderr}`);
    return readCoverage(coverage, dist);
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

function readCoverage(directory: string, dist: string): (file: string) => Called {
  const places = new Map<string, Set<string>>();
  for (const name of fs.readdirSync(directory)) {
    const { result } = JSON.parse(fs.readFileSync(join(directory, name), 'utf8')) as Coverage;
    for (const { url, functions } of result) {
      const called = functions.flatMap(({ ranges: [whole] }) =>
        whole !== undefined && whole.count > 0 ? [`${whole.startOffset}-${whole.endOffset}`] : [],
      );
      places.set(url, new Set([...(places.get(url) ?? []), ...called]));
    }
  }
  return (file) => {
    const own = places.get(pathToFileURL(join(dist, file)).href);
    return (from, to) => own?.has(`${from}-${to}`) ?? false;
  };
}
