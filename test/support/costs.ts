import fs from 'node:fs';
import { expect } from 'vitest';
import { apart, layLarge, type Measured } from './apart.ts';
import { isBinary } from './program.ts';
import { temporaryDirectory } from './world.ts';

/** What a large file is made of: each text as often as it is said. */
export type Parts = readonly (readonly [text: string, times: number])[];

/** What the import of a large file came to. */
export interface Costs extends Measured {
  /** The new people. */
  readonly names: readonly string[];
  readonly talks: number;
  readonly rejected: number;
}

/** Of a file of 40 MB; Bun lets more stand before it collects what nobody needs. */
const MOST_BYTES = isBinary ? 400_000_000 : 300_000_000;
const MOST_MS = 30_000;

/** Imports a large file where only Known is here. In whatever way it ends: within bounds of memory and time. */
export async function costs(parts: Parts): Promise<Costs> {
  const directory = temporaryDirectory();
  const path = layLarge(`${directory}/large`, ...parts);
  const file = `${directory}/net.db`;
  await apart(file, 'add', 'Known', '--email', 'known@example.org');
  const measured = await apart(file, 'import', path, '--yes', '--me', 'me@example.org', '--json');
  fs.rmSync(path);
  expect(measured.peak).toBeLessThan(MOST_BYTES);
  expect(measured.cpu).toBeLessThan(MOST_MS);
  expect([0, 3, 5]).toContain(measured.code);
  if (measured.code === 5) return { ...measured, names: [], talks: 0, rejected: 0 };
  const { created, talks, rejected } = JSON.parse(measured.out) as {
    created: { name: string }[];
    talks: { created: number };
    rejected: number;
  };
  return { ...measured, names: created.map(({ name }) => name), talks: talks.created, rejected };
}

/** The beginning of a card, an event, a message, to which more lines belong. */
export const card = (name: string, lines = '') =>
  `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nUID:${name}\n${lines}`;
export const END = 'END:VCARD\n';
export const event = (uid: string, lines = '') =>
  `BEGIN:VEVENT\nUID:${uid}\nDTSTART:20260102T100000Z\nATTENDEE;CN=Known:mailto:known@example.org\n${lines}`;
export const message = (day: number, lines = '') =>
  `From known@example.org Mon Jan  1 00:00:00 2024\nFrom: Known <known@example.org>\nTo: me@example.org\nDate: Mon, ${day} Jan 2024 20:00:00 +0000\n${lines}`;
