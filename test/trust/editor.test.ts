import fs from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { editorOf } from '../../src/host/editor.ts';
import { net, program } from '../support/program.ts';
import { buildOnce, type Sitting, sitting } from '../support/sitting.ts';
import { KEYS, terminal } from '../support/terminal.ts';
import { temporaryDirectory } from '../support/world.ts';

let file: Sitting['file'];
let run: Sitting['run'];

beforeAll(buildOnce);

beforeEach(() => {
  ({ file, run } = sitting());
});

describe('50 an editor', () => {
  test('changes somebody; a text that cannot be read may be edited again or stays', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    const directory = temporaryDirectory();
    const editor = join(directory, 'editor.sh');
    fs.writeFileSync(
      editor,
      `#!/bin/sh\nsed -i 's/^city:.*/city: Lisbon/; s/^circle:.*/circle: best/' "$1"\n`,
      { mode: 0o700 },
    );
    const bad = terminal(['edit', 'ana'], { NET_DB: file, EDITOR: editor });
    await bad.answer('Edit again?', `n${KEYS.enter}`);
    const left = await bad.ended();
    expect(left.code).toBe(5);
    expect(left.screen.replace(/\s+/g, ' ')).toMatch(/your text is in .*person\.txt/);

    fs.writeFileSync(editor, `#!/bin/sh\nsed -i 's/^city:.*/city: Lisbon/' "$1"\n`, { mode: 0o700 });
    const good = terminal(['edit', 'ana'], { NET_DB: file, EDITOR: editor });
    expect((await good.ended()).code).toBe(0);
    expect(run('show', 'ana')).toContain('Lisbon');

    fs.writeFileSync(editor, '#!/bin/sh\n: > "$1"\n', { mode: 0o700 });
    const emptied = await terminal(['edit', 'ana'], { NET_DB: file, EDITOR: editor }).ended();
    expect(emptied.screen).toContain('nothing was changed');
    expect(emptied.code).toBe(0);
  });

  test('50 Ctrl-C in it is for the editor alone; where that ends by it, it is said where the text is', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    const editor = join(temporaryDirectory(), 'editor.sh');
    const typing = (then: string) =>
      fs.writeFileSync(editor, `#!/bin/sh\ntrap '' INT\nkill -INT $PPID\n${then}\n`, { mode: 0o700 });
    typing(`sed -i 's/^city:.*/city: Lisbon/' "$1"`);
    const done = await terminal(['edit', 'ana'], { NET_DB: file, EDITOR: editor }).ended();
    expect([done.code, run('show', 'ana')]).toEqual([0, expect.stringContaining('Lisbon')]);
    typing('exit 130');
    const left = await terminal(['edit', 'ana'], { NET_DB: file, EDITOR: editor }).ended();
    expect(left.code).toBe(5);
    const [, path = ''] = /your text is in (\S+person\.txt)/.exec(left.screen.replace(/\s*\n\s*/g, '')) ?? [];
    expect(fs.existsSync(path)).toBe(true);
  });

  /** A line that a shell would do more with than start a program. `$OUT` is a file that is not to be. */
  const SHELL = [
    'x; rm',
    'false; touch $OUT',
    'true && touch $OUT',
    'true | tee $OUT',
    'true `touch $OUT`',
    'true $(touch $OUT)',
    'true > $OUT',
    '"touch" $OUT',
    'touch\t$HOME/../$OUT',
    "sh -c 'touch $OUT'",
    '$SHELL -c true',
    '~/editor',
    'true\ntouch $OUT',
  ];

  test.each(SHELL)('50 runs no shell: EDITOR=%j', async (line) => {
    run('add', 'Ana Silva', '--circle', 'close');
    const out = join(temporaryDirectory(), 'pwned');
    for (const name of ['EDITOR', 'VISUAL']) {
      const env = { NET_DB: file, SHELL: '/bin/sh', OUT: out, [name]: line };
      const { code, screen } = await terminal(['edit', 'ana'], env).ended();
      expect([code, screen]).not.toEqual([1, expect.anything()]);
      expect(screen).not.toContain('a bug');
      expect(fs.existsSync(out)).toBe(false);
      expect(run('show', 'ana')).toContain('Ana Silva');
    }
    const named = join(temporaryDirectory(), 'pwned');
    await terminal(['edit', 'ana'], { NET_DB: file, EDITOR: line.replaceAll('$OUT', named) }).ended();
    if (!line.startsWith('"touch"') && !line.startsWith('touch')) expect(fs.existsSync(named)).toBe(false);
    expect(fs.existsSync(file)).toBe(true);
  });

  test.each([
    ['with a code', 'exit 7', 'it ended with 7'],
    ['by a signal', 'kill -9 $$', 'it ended with SIGKILL'],
  ])('50 that fails %s keeps what was written, for nobody else to read', async (_, end, why) => {
    run('add', 'Ana Silva', '--circle', 'close');
    const editor = join(temporaryDirectory(), 'editor.sh');
    fs.writeFileSync(editor, `#!/bin/sh\nsed -i 's/^city:.*/city: Lisbon/' "$1"\n${end}\n`, { mode: 0o700 });
    const { code, screen } = await terminal(['edit', 'ana'], { NET_DB: file, EDITOR: editor }).ended();
    expect(code).toBe(5);
    expect(screen.replace(/\s+/g, ' ')).toContain(why);
    const [, path = ''] = /your text is in (\S+)/.exec(screen.replace(/\s+/g, ' ')) ?? [];
    expect(fs.readFileSync(path, 'utf8')).toContain('city: Lisbon');
    expect(fs.statSync(path).mode & 0o777).toBe(0o600);
    expect(fs.statSync(join(path, '..')).mode & 0o777).toBe(0o700);
    expect(run('show', 'ana')).not.toContain('Lisbon');
  });

  test('50 that cannot be started, and one that leaves no text, are said in one line', async () => {
    run('add', 'Ana Silva', '--circle', 'close');
    const nowhere = await terminal(['edit', 'ana'], { NET_DB: file, EDITOR: '/nowhere/editor' }).ended();
    expect([nowhere.code, nowhere.screen]).toEqual([5, expect.stringContaining('could not be started')]);
    const removing = await terminal(['edit', 'ana'], { NET_DB: file, EDITOR: 'rm -f' }).ended();
    expect([removing.code, removing.screen]).toEqual([5, expect.stringContaining('left no text')]);
    const without = await terminal(['edit', 'ana'], {
      NET_DB: file,
      EDITOR: 'true',
      TMPDIR: '/nowhere',
    }).ended();
    expect([without.code, without.screen]).toEqual([
      4,
      expect.stringContaining('there is no directory /nowhere'),
    ]);
  });

  /** Edits Ana with an editor that first runs another command line, and then names her city. */
  async function editedWhile(...argv: string[]) {
    run('add', 'Ana Silva', '--circle', 'close');
    const editor = join(temporaryDirectory(), 'editor.sh');
    const words = argv.map((word) => `"${word}"`).join(' ');
    fs.writeFileSync(
      editor,
      `#!/bin/sh\n"${program}" "${net}" ${words} >/dev/null 2>&1\nsed -i 's/^city:.*/city: Lisbon/' "$1"\n`,
      { mode: 0o700 },
    );
    const { code, screen } = await terminal(['edit', 'ana'], { NET_DB: file, EDITOR: editor }).ended();
    return { code, screen: screen.replace(/\s+/g, ' ') };
  }

  test('is not opened again because somebody else was added meanwhile', async () => {
    expect((await editedWhile('add', 'Ben Okoye')).code).toBe(0);
    expect(run('list')).toMatch(/Ana Silva .*Lisbon[\s\S]*Ben Okoye/);
  });

  test('changes nobody who was changed meanwhile, and its text stays', async () => {
    const { code, screen } = await editedWhile('edit', 'ana', '--org', 'Tidal');
    expect(code).toBe(11);
    expect(screen).toMatch(/changed by another program while you edited.*your text is in .*person\.txt/);
    const [, path = ''] = /your text is in (\S+)/.exec(screen) ?? [];
    expect(fs.readFileSync(path, 'utf8')).toContain('city: Lisbon');
    expect(run('show', 'ana')).toContain('Tidal');
  });
});

const directory = temporaryDirectory();
const other = temporaryDirectory();
const vi = join(other, 'vi');
const nano = join(directory, 'nano');
fs.writeFileSync(vi, '', { mode: 0o700 });
fs.writeFileSync(nano, '', { mode: 0o700 });
fs.writeFileSync(join(directory, 'vi'), 'not a program', { mode: 0o600 });

describe('50 which editor it is', () => {
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
});
