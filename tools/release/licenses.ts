/** LICENSES.txt beside an executable: of the libraries in it as in the package, and of what only an executable has. */
import fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Bundled, licensesText } from '../build/licenses.ts';

const directory = fileURLToPath(new URL('licenses', import.meta.url));

/** By the names that SPDX has for them. */
export const BUN_LICENSES = ['MIT', 'LGPL-2.0-only', 'LGPL-2.1-only', 'Apache-2.0'] as const;

/** Bun's package holds no text of its license: this tells what Bun's own LICENSE.md says, and brings the texts that have to go along. */
export function bunLicense(name: string, version: string): Bundled {
  const told = `Bun is under the MIT license: Copyright (c) Oven and the contributors to Bun.

It has these within itself, among others:
- JavaScriptCore and parts of WebKit, under the GNU Library General Public License, version 2. Their source, as Bun has changed it, is at
  https://github.com/oven-sh/WebKit.
- TinyCC, under the GNU Lesser General Public License, version 2.1: https://github.com/TinyCC/tinycc.
- libraries under the Apache License 2.0, the MIT, BSD and zlib licenses, and ICU under that of Unicode.
https://github.com/oven-sh/bun/blob/bun-v${version}/LICENSE.md lists each of them with where its license is.

You may change those libraries, and run net with them: make a Bun with yours, as that page tells, put it in the place of the one in
node_modules/@oven of a checkout of net, and type: npm run binary. The texts of the licenses follow.`;
  const texts = ['LGPL-2.txt', 'LGPL-2.1.txt', 'Apache-2.0.txt'].map((file) =>
    fs.readFileSync(join(directory, file), 'utf8').trim(),
  );
  const source = 'https://github.com/oven-sh/bun';
  return {
    name,
    version,
    license: 'MIT, with parts under LGPL-2 and others',
    source,
    texts: [told, MIT, ...texts],
  };
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** All of them as one text. */
export function executableLicenses(bundledText: string, own: readonly Bundled[]): string {
  // The head of the one is that of the other.
  const [, ...parts] = licensesText(own).split(/(?=^-{80}$)/m);
  return `${bundledText.trimEnd().replace('The files beside this one also hold', 'The executable beside this file also holds')}\n\n${parts.join('')}`;
}
