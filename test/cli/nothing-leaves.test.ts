import fs from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildOnce } from '../support/sitting.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What reaches another machine, or another program that could. */
const NETWORK = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'inspector', 'quic'];
const PROGRAMS = ['child_process', 'cluster', 'worker_threads'];

/** Every mention of one of node's own modules, with or without `node:`, in an import, a require or a lookup. */
function modulesIn(text: string): string[] {
  const quoted = [...text.matchAll(/(["'`])(?:node:)?([a-z_0-9/]+)\1/g)].map(([all = '', , name = '']) => ({
    name,
    asked: all.includes('node:'),
  }));
  const loaded = [
    ...text.matchAll(/(?:from|import|require|import\(|require\(|getBuiltinModule\()\s*["'`]([^"'`]+)["'`]/g),
  ].map(([, name = '']) => name.replace(/^node:/, ''));
  return [...new Set([...quoted.filter(({ asked }) => asked).map(({ name }) => name), ...loaded])].filter(
    (name) => builtinModules.includes(name),
  );
}

/** What a browser has for it, and Node too. */
const GLOBALS = /\b(?:fetch|WebSocket|EventSource|XMLHttpRequest|sendBeacon)\s*\(/;

function files(directory: string, ending: RegExp): { name: string; text: string }[] {
  return fs
    .readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => ({ name, text: fs.readFileSync(join(root, directory, name), 'utf8') }));
}

test('the look-out sees what it looks for', () => {
  for (const text of ['import "node:http"', "require('https')", 'require("node:net")', "await import('tls')"])
    expect([text, modulesIn(text).some((name) => NETWORK.includes(name))]).toEqual([text, true]);
  for (const text of ['fetch("https://example.org")', 'new WebSocket (x)']) expect(text).toMatch(GLOBALS);
});

describe('nothing leaves the machine', () => {
  beforeAll(buildOnce);

  test.each([
    ['src', /\.ts$/, 100],
    ['dist', /\.cjs$/, 30],
    ['bin', /\.js$/, 1],
  ] as const)('nothing in %s can reach another one', (directory, ending, least) => {
    const read = files(directory, ending);
    expect(read.length).toBeGreaterThanOrEqual(least);
    const reaching = read.filter(
      ({ text }) => modulesIn(text).some((name) => NETWORK.includes(name)) || GLOBALS.test(text),
    );
    expect(reaching.map(({ name }) => name)).toEqual([]);
  });

  test('no other program is started but the editor and the command that prints the passphrase', () => {
    const starting = files('src', /\.ts$/).filter(({ text }) =>
      modulesIn(text).some((name) => PROGRAMS.includes(name)),
    );
    expect(starting.map(({ name }) => name)).toEqual(['host/editor.ts', 'host/key-command.ts']);
    // The parser's library could start a command's own program: none is ever declared so.
    expect(files('src', /\.ts$/).filter(({ text }) => /executableFile|\.executableDir/.test(text))).toEqual(
      [],
    );
    const bundled = files('dist', /\.cjs$/).filter(({ text }) =>
      modulesIn(text).some((name) => PROGRAMS.includes(name)),
    );
    // Two chunks: of the editor and of the key command. What the parser's library would need for it is left out.
    expect(bundled.map(({ name }) => name.replace(/-\w+/, ''))).toEqual(['chunk.cjs', 'chunk.cjs']);
  });
});
