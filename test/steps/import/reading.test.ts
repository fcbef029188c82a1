import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { recognized } from '../../../src/steps/import/reading.ts';

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'net-packed-'));
afterAll(() => fs.rmSync(directory, { recursive: true }));

const OFFICE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

describe('what has to be unpacked or saved otherwise first', () => {
  test.each<[string, readonly number[], RegExp, RegExp]>([
    ['a.msg', OFFICE, /a message as only Outlook saves it/, /\.eml or \.mbox/],
    ['a.xls', OFFICE, /a file of an old Office/, /save it as CSV/],
    ['a.pst', [...Buffer.from('!BDN'), 1, 2], /an archive that only Outlook reads/, /\.eml or \.mbox/],
    ['a.OLM', ZIP, /an archive that only Outlook reads/, /\.eml or \.mbox/],
    ['a.dbx', [0xcf, 0xad, 0x12, 0xfe, 0xc5], /an archive that only Outlook reads/, /\.eml or \.mbox/],
    ['a.zip', ZIP, /a zip archive/, /unpack it/],
    ['a.xlsx', ZIP, /a spreadsheet/, /save it as CSV/],
    ['a.mbox.gz', [0x1f, 0x8b, 0x08], /packed by gzip/, /unpack it/],
  ])('%s', (name, bytes, what, hint) => {
    const file = path.join(directory, name);
    fs.writeFileSync(file, Uint8Array.from([...bytes, ...new Array(600).fill(0)]));
    expect(() => recognized(file)).toThrow(
      expect.objectContaining({
        code: 'rejected',
        message: expect.stringMatching(what),
        hint: expect.stringMatching(hint),
      }),
    );
  });
});
