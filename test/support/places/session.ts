/**
 * Run in a process of its own whose TZ is set: command lines at given instants, as a person in that place types them. Prints what they said as
 * JSON. `process.argv`: the file, then lines of JSON, each `[instant, ...argv]`.
 */

import { systemClock } from '../../../src/host/clock.ts';
import { newId } from '../../../src/host/ids.ts';
import type { Io } from '../../../src/host/io.ts';
import { systemKeychain } from '../../../src/host/keychain.ts';
import { run } from '../../../src/main.ts';

const [file = '', ...lines] = process.argv.slice(2);
const said = [];
for (const line of lines) {
  const [instant = '', ...argv] = JSON.parse(line) as string[];
  let out = '';
  let err = '';
  const io: Io = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    interactive: false,
    outIsTerminal: false,
    errIsTerminal: false,
    columns: Number.POSITIVE_INFINITY,
  };
  const nobody = () => Promise.reject(new Error('asked'));
  const code = await run(argv, {
    env: { NET_DB: file },
    io,
    clock: { ...systemClock, now: () => instant },
    newId,
    prompt: { text: nobody, confirm: nobody, select: nobody, search: nobody },
    progress: () => ({ at: async () => {}, end: () => {} }),
    keychain: systemKeychain,
    mounts: () => '',
    version: '0.0.0',
    runtime: 'a place',
  });
  said.push({ code, out, err });
}
process.stdout.write(JSON.stringify(said));
