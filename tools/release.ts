/**
 * Makes a release out of what is committed, in a clone of its own: `npm ci`, every check and test, the whole torture, and only then the
 * package, the executables, their bills of materials and the checksums, into release/. It publishes nothing. Made again from the same commit they are the
 * same bytes; the report of the torture lies beside them. The executables are made for every platform here, each out of the packages of
 * that platform, which are fetched for it.
 *
 *   npm run release
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changeRefusals, refusals } from './release/refusals.ts';
import { npmAloud } from './supply/npm.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function git(...argv: readonly string[]): string {
  return execFileSync('git', argv, { cwd: root, encoding: 'utf8' }).trim();
}

/** Says why there is no release, if there is a reason. */
function refused(reasons: readonly string[]): boolean {
  for (const reason of reasons) process.stderr.write(`no release: ${reason}\n`);
  if (reasons.length > 0) process.exitCode = 1;
  return reasons.length > 0;
}

function release(scratch: string): void {
  const changes = git('status', '--porcelain');
  // All else takes the better part of an hour.
  if (refused(changeRefusals(changes))) return;
  const commit = git('rev-parse', 'HEAD');
  const when = new Date(Number(git('log', '-1', '--format=%ct', commit)) * 1000).toISOString();
  const checkout = join(scratch, 'checkout');
  git('clone', '--quiet', '--no-hardlinks', root, checkout);
  git('-C', checkout, 'checkout', '--quiet', '--detach', commit);
  const report = join(scratch, 'torture.json');
  const steps = [['ci'], ['run', 'check'], ['run', 'torture', '--', '--json', report]];
  const epoch = { SOURCE_DATE_EPOCH: String(Date.parse(when) / 1000) };
  const failed = steps.find((step) => !npmAloud(checkout, step, epoch));
  const found = { changes, failed: failed === undefined ? [] : [`npm ${failed.join(' ')}`] };
  if (refused(refusals({ ...found, torture: readReport(report) }))) return;
  const made = join(scratch, 'release');
  fs.mkdirSync(made);
  // With the tools and the packages of the commit.
  if (!npmAloud(checkout, ['run', 'release:files', '--', made, when], epoch)) {
    refused(['its files could not be made']);
    return;
  }
  fs.copyFileSync(report, join(made, 'torture.json'));
  fs.rmSync(join(root, 'release'), { recursive: true, force: true });
  fs.cpSync(made, join(root, 'release'), { recursive: true });
  process.stdout.write('release/ is made. Nothing was published.\n');
}

/** What the torture has written, or null where that cannot be read. */
function readReport(path: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

const scratch = fs.mkdtempSync(join(os.tmpdir(), 'net-release-'));
// The tests of rights enter as another user.
fs.chmodSync(scratch, 0o755);
try {
  release(scratch);
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}
