import fs from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { editorOf } from '../../src/host/editor.ts';
import { temporaryDirectory } from '../support/world.ts';

const directory = temporaryDirectory();
const other = temporaryDirectory();
const vi = join(other, 'vi');
const nano = join(directory, 'nano');
fs.writeFileSync(vi, '', { mode: 0o700 });
fs.writeFileSync(nano, '', { mode: 0o700 });
fs.writeFileSync(join(directory, 'vi'), 'not a program', { mode: 0o600 });

test.each([
  ['the one that was chosen', { VISUAL: 'code --wait', EDITOR: 'ed', PATH: other }, ['code', '--wait']],
  ['else the plainer one', { VISUAL: '', EDITOR: 'ed', PATH: other }, ['ed']],
  ['else vi, where it is a program', { PATH: [directory, other].join(delimiter) }, [vi]],
  ['else nano', { PATH: directory }, [nano]],
  ['never one of the directory where one is', { PATH: ['', '.', 'bin'].join(delimiter) }, []],
  ['none without a path', {}, []],
])('the editor is %s', (_, env, found) => {
  expect(editorOf(env)).toEqual(found);
});
