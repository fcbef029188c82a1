/**
 * Measures what an import costs over what it cannot do without: the same file parsed and as many bare rows inserted in the same run.
 * And whether a large file is dearer by the card than a small one, how fast it is taken back, and how much memory it takes.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCards } from './import/cards.ts';
import { writeMail } from './import/mail.ts';
import { median } from './median.ts';

const MANY = Number(process.env.CARDS ?? 100_000);
const FEW = 1000;
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const MAIL_BYTES = 200_000_000;
const ME = 'me@example.org';

interface Measured {
  readonly ms: number;
  readonly peak: number;
}

const child = fileURLToPath(new URL('import/child.ts', import.meta.url));
const cost = fileURLToPath(new URL('import/peak.cjs', import.meta.url));
const net = fileURLToPath(new URL('../bin/net.js', import.meta.url));
const directory = fs.mkdtempSync(join(os.tmpdir(), 'net-bench-import-'));
let files = 0;

try {
  const many = join(directory, 'many.vcf');
  const few = join(directory, 'few.vcf');
  writeCards(many, MANY);
  writeCards(few, FEW);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const bare = measure('bare', many, fresh());
    const file = fresh();
    const taken = measure('net', file, 'import', many, '--quiet');
    const again = measure('net', file, 'import', many, '--quiet');
    const undone = measure('net', file, 'undo', '--quiet');
    const small = Array.from({ length: 5 }, () => measure('net', fresh(), 'import', few, '--quiet').ms);
    return { bare, taken, again, undone, small: median(small) };
  });
  const mid = (of: (round: (typeof rounds)[number]) => number) => median(rounds.map(of));
  const peak = peakOf(fresh(), 'import', many, '--quiet');
  process.stdout.write(
    `Node ${process.versions.node}, ${os.cpus().length} cores; ${MANY} cards of ${Math.round(fs.statSync(many).size / MANY)} bytes, ${ROUNDS} rounds\n`,
  );
  row('parse and bare rows', `${seconds(mid(({ bare }) => bare.ms))}`, '');
  row('net import', seconds(mid(({ taken }) => taken.ms)), '');
  row('ratio', mid(({ bare, taken }) => taken.ms / bare.ms).toFixed(2), 'at most 2');
  row(
    'by the card, over 1 000',
    mid(({ taken, small }) => taken.ms / MANY / (small / FEW)).toFixed(2),
    'at most 1.2',
  );
  row('the same file again', seconds(mid(({ again }) => again.ms)), '');
  row('net undo of it', seconds(mid(({ undone }) => undone.ms)), 'no longer than the import');
  row('peak memory', megabytes(peak), 'under 300 MB');
  if (process.env.MAIL !== 'no') mail();
} finally {
  fs.rmSync(directory, { recursive: true, force: true });
}

function mail(): void {
  const archive = join(directory, 'archive.mbox');
  writeMail(archive, MAIL_BYTES, ME);
  const file = fresh();
  const people = join(directory, 'people.vcf');
  writeCards(people, 100);
  measure('net', file, 'import', people, '--quiet');
  const { ms } = measure('net', file, 'import', archive, '--yes', '--me', ME, '--quiet');
  row('mail, 200 MB', seconds(ms), '');
  const again = fresh();
  measure('net', again, 'import', people, '--quiet');
  row(
    'peak memory',
    megabytes(peakOf(again, 'import', archive, '--yes', '--me', ME, '--quiet')),
    'under 300 MB',
  );
}

/** Each in a process of its own, so that none is warm from another, and its memory is its own. */
function measure(...args: readonly string[]): Measured {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NODE_')));
  const { status, stdout, stderr } = spawnSync(process.execPath, [child, ...args], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}

/** The most memory that the built program takes, in bytes: reading sources costs a good deal of its own. */
function peakOf(db: string, ...argv: readonly string[]): number {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NODE_')));
  const args = ['--require', cost, net, ...argv];
  const { stderr } = spawnSync(process.execPath, args, { env: { ...env, NET_DB: db }, encoding: 'utf8' });
  const [, peak] = /peak (\d+)/.exec(stderr) ?? [];
  if (peak === undefined) throw new Error(`${argv.join(' ')} failed: ${stderr}`);
  return Number(peak);
}

function fresh(): string {
  return join(directory, `${files++}.db`);
}

function row(name: string, value: string, goal: string): void {
  process.stdout.write(`${name.padEnd(26)} ${value.padStart(10)}   ${goal}\n`);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
