import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { net, program } from '../support/program.ts';
import { buildOnce } from '../support/sitting.ts';
import { temporaryDirectory } from '../support/world.ts';

const FULL = '/dev/full';

let env: NodeJS.ProcessEnv;
let cards: string;

/** Enough people that what is said of them is more than any pipe holds at once. */
const PEOPLE = 2500;

beforeAll(() => {
  buildOnce();
  const directory = temporaryDirectory();
  env = { ...process.env, NET_DB: join(directory, 'net.db') };
  cards = join(directory, 'cards.vcf');
  const note = `NOTE:${'said something long about the garden '.repeat(60)}\n`;
  fs.writeFileSync(
    cards,
    Array.from(
      { length: PEOPLE },
      (_, i) => `BEGIN:VCARD\nVERSION:3.0\nUID:u${i}\nFN:Person ${i}\n${note}END:VCARD\n`,
    ).join(''),
  );
  execFileSync(program, [net, 'import', cards], { env, stdio: 'ignore' });
  execFileSync(program, [net, 'add', 'Ana Silva', '--circle', 'close'], { env, stdio: 'ignore' });
}, 120_000);

/** The command line in a shell's pipe, its own exit code last. */
function piped(argv: readonly string[], into: string) {
  const line = `"$0" "$@"; printf %s "$?" >&3`;
  const { stdout, output } = spawnSync('sh', ['-c', `{ ${line}; } | ${into}`, program, net, ...argv], {
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 27,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  return { out: stdout, err: output[2], code: output[3] };
}

const LONG: readonly (readonly string[])[] = [
  ['list', '--all'],
  ['list', '--all', '--json'],
  ['export'],
  ['export', '--format', 'vcard'],
  ['export', '--format', 'csv'],
  ['stack', '--json'],
];

describe('45 a reader that has had enough', () => {
  test.each(LONG.map((argv) => [argv] as const))('45 net %j | head -1 ends quietly with 0', (argv) => {
    const { err, code } = piped(argv, 'head -1');
    expect(code).toBe('0');
    // Whoever is quick has written it all before the reader goes, and says what belongs to it.
    expect(err).toMatch(/^(\d+ people\.\n)?$/);
  });

  test.each(
    [['help', 'all'], ['show', 'ana'], ['today'], ['config'], ['list', '--help']].map(
      (argv) => [argv] as const,
    ),
  )('45 net %j into a reader that reads nothing ends quietly with 0', (argv) => {
    expect(piped(argv, 'true')).toMatchObject({ err: '', code: '0' });
  });

  test('45 what was to be done is done though nobody reads of it', () => {
    for (let i = 0; i < 5; i++) expect(piped(['log', 'ana', `coffee number ${i}`], 'true').code).toBe('0');
    const said = execFileSync(program, [net, 'show', 'ana', '--json'], { env, encoding: 'utf8' });
    expect(said.match(/coffee number \d/g)).toHaveLength(5);
  });

  test('45 an error whose reader has gone keeps its code', () => {
    const { status } = spawnSync(
      'sh',
      ['-c', `"$0" "$@" 2>&1 >/dev/null | true`, program, net, 'show', 'nobody'],
      { env },
    );
    expect(status).toBe(0);
    expect(piped(['show', 'nobody', '--json'], 'true').code).toBe('4');
  });
});

describe.skipIf(!fs.existsSync(FULL))('45 nowhere to write to', () => {
  const toFull = (...argv: readonly string[]) => {
    const full = fs.openSync(FULL, 'w');
    try {
      const { status, stderr } = spawnSync(program, [net, ...argv], {
        env,
        encoding: 'utf8',
        stdio: ['ignore', full, 'pipe'],
      });
      return { code: status, err: stderr };
    } finally {
      fs.closeSync(full);
    }
  };

  test.each(
    [...LONG, ['show', 'ana'], ['today'], ['calendar'], ['config', '--json'], ['log', 'ana', 'lunch']].map(
      (argv) => [argv] as const,
    ),
  )('45 net %j says in one line that the output could not be written: 16', (argv) => {
    const { code, err } = toFull(...argv);
    expect(code).toBe(16);
    expect(err).toMatch(/^net: [^\n]*output[^\n]*\nhint: [^\n]+\n$/);
  });

  test('45 help and the version, too', () => {
    for (const argv of [['--help'], ['help', 'all'], ['--version'], ['list', '--help']])
      expect([argv, toFull(...argv).code]).toEqual([argv, 16]);
  });

  test('45 nobody left to tell is no bug', () => {
    const full = fs.openSync(FULL, 'w');
    const { status } = spawnSync(program, [net, 'list'], { env, stdio: ['ignore', full, full] });
    fs.closeSync(full);
    expect(status).toBe(16);
  });

  test('45 a command that was carried out says so', () => {
    expect(toFull('log', 'ana', 'a walk').err).toContain('carried out');
    expect(execFileSync(program, [net, 'show', 'ana'], { env, encoding: 'utf8' })).toContain('a walk');
  });
});

describe('45 5 MB arrive whole', () => {
  /** Reads as slowly as somebody who looks at each page. */
  async function slowly(...argv: readonly string[]): Promise<{ code: number | null; text: string }> {
    const child = spawn(program, [net, ...argv], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const pieces: Buffer[] = [];
    let read = 0;
    for await (const piece of child.stdout) {
      pieces.push(piece as Buffer);
      // Now and then, so that the pipe is full meanwhile.
      if (read++ % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const code = child.exitCode ?? (await new Promise<number | null>((resolve) => child.on('exit', resolve)));
    return { code, text: Buffer.concat(pieces).toString('utf8') };
  }

  test.each([
    ['export', (text: string) => (JSON.parse(text) as { contact: unknown[] }).contact.length],
    [
      'export --format vcard',
      (text: string) => text.split('\r\n').filter((line) => line === 'END:VCARD').length,
    ],
    ['export --format csv', (text: string) => text.split(/^Person \d+,|^Ana Silva,/m).length - 1],
  ] as const)('45 net %s into a slow pipe', async (line, count) => {
    const { code, text } = await slowly(...line.split(' '));
    expect(code).toBe(0);
    expect(Buffer.byteLength(text)).toBeGreaterThan(5_000_000);
    expect(count(text)).toBe(PEOPLE + 1);
  });
});
