import fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildOnce, type Sitting, sitting } from '../support/sitting.ts';
import { KEYS, terminal } from '../support/terminal.ts';
import { temporaryDirectory } from '../support/world.ts';

const net = fileURLToPath(new URL('../../bin/net.js', import.meta.url));
let file: Sitting['file'];
let run: Sitting['run'];

beforeAll(buildOnce);

beforeEach(() => {
  ({ file, run } = sitting());
});

describe('an editor', () => {
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

    const failing = terminal(['edit', 'ana'], { NET_DB: file, EDITOR: 'false; touch pwned' });
    expect((await failing.ended()).code).toBe(5);
    expect(fs.existsSync('pwned')).toBe(false);
  });

  /** Edits Ana with an editor that first runs another command line, and then names her city. */
  async function editedWhile(...argv: string[]) {
    run('add', 'Ana Silva', '--circle', 'close');
    const editor = join(temporaryDirectory(), 'editor.sh');
    const words = argv.map((word) => `"${word}"`).join(' ');
    fs.writeFileSync(
      editor,
      `#!/bin/sh\n"${process.execPath}" "${net}" ${words} >/dev/null 2>&1\nsed -i 's/^city:.*/city: Lisbon/' "$1"\n`,
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
