import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { configured } from '../../src/cli/program.ts';
import { REGISTRY } from '../../src/cli/registry.ts';
import { content } from '../support/content.ts';
import { commandsOf, type Line } from '../support/hostile/lines.ts';
import { isBinary, net, program } from '../support/program.ts';
import { buildOnce } from '../support/sitting.ts';
import { desk, temporaryDirectory } from '../support/world.ts';

/** What would be a secret if it were typed. */
const SECRET = /pass|secret|key|pin\b|token|credential|phrase|password/i;

describe('52 secrets are never on a command line, where every other program can read them', () => {
  test('52 no option and no word of any command takes one', async () => {
    const taking: string[] = [];
    let options = 0;
    for (const entry of REGISTRY) {
      const command = configured(entry, await entry.load());
      for (const option of command.options) {
        options++;
        const takesValue = option.required || option.optional;
        if (takesValue && SECRET.test(option.flags)) taking.push(`${entry.name} ${option.flags}`);
      }
      // The key of a setting is its name.
      for (const argument of command.registeredArguments)
        if (SECRET.test(argument.name()) && entry.name !== 'config')
          taking.push(`${entry.name} ${argument.name()}`);
    }
    expect(options).toBeGreaterThan(200);
    expect(taking).toEqual([]);
  });

  test.each(REGISTRY.map(({ name }) => name))('52 net %s refuses one, and does nothing', async (name) => {
    const at = desk();
    await at.net('add', 'Ana Silva');
    const before = await content(at.file);
    for (const flag of ['--passphrase', '--password', '--pass', '--key', '--secret', '--token', '--pin']) {
      for (const given of [[flag, 'hunter2'], [`${flag}=hunter2`]]) {
        const { code, out, err } = await at.net(...name.split(' '), ...given);
        expect([given, code, out]).toEqual([given, 2, '']);
        // Nor is it said again, where somebody looks over a shoulder or keeps a log.
        expect(err).not.toContain('hunter2');
      }
    }
    expect(await content(at.file)).toEqual(before);
  });

  test('52 no setting holds one', async () => {
    const at = desk();
    await at.net('add', 'Ana Silva');
    const { out } = await at.net('config', '--json');
    expect(Object.keys(JSON.parse(out).settings).filter((key) => SECRET.test(key))).toEqual([]);
  });
});

const strace = spawnSync('strace', ['-qq', '-e', 'trace=network', 'true'], { encoding: 'utf8' });
const canTrace = strace.status === 0;
if (!canTrace)
  process.stderr.write('\nSKIPPED: 53, 54: strace is not here, so no whole session is looked at\n\n');

/** A session of everything: each command of the table once at least. */
const SESSION: readonly Line[] = [
  ['add', 'Ana Silva', '--circle', 'close', '--email', 'ana@example.org', '--url', 'https://example.org'],
  ['add', 'Ben Okoye', '--at', 'DevMeet'],
  ['log', 'ana', 'coffee, see https://example.org', '-p', 'an intro by friday'],
  ['today'],
  ['done', '1'],
  ['ask', 'ana', 'a review'],
  ['outcome', 'ana', 'helped'],
  ['thank', 'ana'],
  ['give', 'ana', 'a book'],
  ['promise', 'ben', 'a look'],
  ['balance'],
  ['cherish'],
  ['forward'],
  ['recommend', 'ana', '--to', 'ben'],
  ['show', 'ana'],
  ['keep'],
  ['list'],
  ['edit', 'ana', '--city', 'Lisbon'],
  ['stack'],
  ['target', 'add', 'journalists'],
  ['target', 'list'],
  ['target', 'done', '1'],
  ['rest', 'ben'],
  ['grow', 'ben'],
  ['snooze', 'ana'],
  ['moveon', 'ben', '--yes'],
  ['pause'],
  ['config'],
  ['group', 'add', 'Choir'],
  ['group', 'list'],
  ['group', 'edit', 'choir', '--why', 'singing'],
  ['group', 'log', 'choir'],
  ['group', 'check'],
  ['group', 'review'],
  ['group', 'leave', 'choir', '--yes'],
  ['week'],
  ['garden'],
  ['import', '{cards}'],
  ['duplicates'],
  ['merge', 'ana', 'lee', '--yes'],
  ['undo'],
  ['redo'],
  ['history'],
  ['export', '{out}.json'],
  ['calendar', '{out}.ics'],
  ['backup'],
  ['restore', 'last', '--yes'],
  ['check'],
  ['doctor'],
  ['encrypt', '--yes'],
  ['decrypt', '--yes'],
  ['purge', 'ben', '--yes'],
  ['completion', 'zsh'],
  ['demo'],
];

describe.skipIf(!canTrace)('53 nothing is served, and 54 nothing is sent', () => {
  beforeAll(buildOnce);

  /** What was asked of the network in a whole session, and whether the watcher was there at all. */
  function watched(): { calls: string[]; lines: number; failed: string[] } {
    const directory = temporaryDirectory();
    const cards = join(directory, 'cards.vcf');
    fs.writeFileSync(
      cards,
      'BEGIN:VCARD\nVERSION:3.0\nFN:Lee Chen\nURL:https://example.org\nPHOTO;VALUE=uri:https://example.org/x.png\nEND:VCARD\n',
    );
    const env = {
      ...process.env,
      NET_DB: join(directory, 'net.db'),
      NET_KEY_COMMAND: 'echo a passphrase of five words',
    };
    const failed: string[] = [];
    let calls: string[] = [];
    let lines = 0;
    for (const line of SESSION) {
      const argv = line.map((word) =>
        word.replace('{cards}', cards).replace('{out}', join(directory, 'out')),
      );
      const log = join(directory, 'trace');
      const { status, stderr } = spawnSync(
        'strace',
        ['-f', '-qq', '--seccomp-bpf', '-o', log, '-e', 'trace=network,execve', program, net, ...argv],
        { env, encoding: 'utf8' },
      );
      if (status !== 0) failed.push(`${line.join(' ')}: ${status} ${stderr}`);
      const traced = fs
        .readFileSync(log, 'utf8')
        .split('\n')
        .filter((one) => one !== '');
      lines += traced.filter((one) => one.includes(`execve("${program}"`)).length;
      calls = [
        ...calls,
        ...traced
          // Bun hears a program that it has started through a pair of sockets, of which none leads anywhere else.
          .filter((one) => !(isBinary && one.includes('recvfrom(')))
          .filter((one) => /\b(?:socket|connect|bind|listen|accept4?|sendto|sendmsg|recvfrom)\(/.test(one))
          .map((one) => `${line.join(' ')}: ${one}`),
      ];
    }
    return { calls, lines, failed };
  }

  test('53 net serves no feed yet: in a whole session nothing listens (to become the real case with a served feed), and 54 nothing is sent (to become the real case with sync)', () => {
    expect([...commandsOf(SESSION)].sort()).toEqual(REGISTRY.map(({ name }) => name).sort());
    const { calls, lines, failed } = watched();
    expect(failed).toEqual([]);
    expect(lines).toBe(SESSION.length);
    expect(calls).toEqual([]);
  }, 300_000);
});

describe('53 no command could serve or sync', () => {
  test('53 there is no command that serves or syncs: with one of them its own cases are to be written here', () => {
    expect(
      REGISTRY.map(({ name }) => name).filter((name) => /serve|feed|listen|sync|share|push|pull/.test(name)),
    ).toEqual([]);
  });
});

describe('54 what would take most people away never does', () => {
  const cards = (names: readonly string[]) =>
    names
      .map(
        (name) =>
          `BEGIN:VCARD\nVERSION:3.0\nUID:${name}\nFN:${name}\nORG:Acme\nNOTE:kept of ${name}\nEND:VCARD\n`,
      )
      .join('');
  const NAMES = 'Ana Ben Cleo Dele Eva Farid Greta Hugo Ines Jonas'.split(' ').map((name) => `${name} Silva`);
  const people = async (file: string) =>
    ((await content(file)).contact ?? []) as { id: string; name: string; org: string | null }[];

  async function filled() {
    const at = desk();
    const path = join(at.directory, 'cards.vcf');
    fs.writeFileSync(path, cards(NAMES));
    expect((await at.net('import', path)).code).toBe(0);
    return { at, path };
  }

  test('54 a file that knows hardly anybody any more deletes nobody, however it is read (to become the real case with sync)', async () => {
    const { at, path } = await filled();
    const before = await people(at.file);
    expect(before).toHaveLength(NAMES.length);
    const files: Readonly<Record<string, string>> = {
      'cards.vcf': cards(NAMES.slice(0, 1)),
      'none.vcf': 'BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n',
      'empty.vcf': '',
      'people.csv': 'Name,Email Address\nAna Silva,\n',
      'bare.vcf': NAMES.map((name) => `BEGIN:VCARD\nVERSION:3.0\nUID:${name}\nFN:${name}\nEND:VCARD\n`).join(
        '',
      ),
      'deleted.json': JSON.stringify({ net: 1, contact: [] }),
    };
    for (const [name, text] of Object.entries(files)) {
      const other = join(path, '..', name);
      fs.writeFileSync(other, text);
      await at.net('import', other, '--create', '--yes');
      const after = await people(at.file);
      for (const { id, name: who } of before)
        expect([name, after.find((row) => row.id === id)?.name]).toEqual([name, who]);
    }
  });

  test('54 a document of net with rows marked deleted takes none of ours away', async () => {
    const { at } = await filled();
    const before = await people(at.file);
    const path = join(at.directory, 'people.json');
    await at.net('export', path);
    const document = JSON.parse(fs.readFileSync(path, 'utf8')) as { contact: Record<string, unknown>[] };
    for (const row of document.contact) row.deletedAt = '2026-11-22T00:00:00.000Z';
    fs.writeFileSync(path, JSON.stringify(document));
    await at.net('import', path);
    expect(await people(at.file)).toEqual(before);
  });

  test('54 a merge takes one and no more, nothing of what was known goes, and undo brings them back', async () => {
    const { at } = await filled();
    const before = await people(at.file);
    expect((await at.net('merge', 'Ana Silva', 'Ben Silva', '--yes')).code).toBe(0);
    const after = await people(at.file);
    expect(after).toHaveLength(before.length - 1);
    expect((await content(at.file)).note).toHaveLength(NAMES.length);
    await at.net('undo');
    expect(await people(at.file)).toEqual(before);
  });

  test('54 what does take people away asks for each by name, and never without being asked', async () => {
    const { at } = await filled();
    const before = await people(at.file);
    for (const argv of [
      ['purge', 'Ana Silva'],
      ['merge', 'Ana Silva', 'Ben Silva'],
    ]) {
      const { code } = await at.net(...argv);
      expect([argv, code === 0]).toEqual([argv, false]);
      expect(await people(at.file)).toEqual(before);
    }
    for (const argv of [
      ['purge', 'silva', '--yes'],
      ['purge', '*', '--yes'],
      ['purge', '--yes'],
      ['merge', 'silva', '--yes'],
    ]) {
      expect([argv, (await at.net(...argv)).code]).not.toEqual([argv, 0]);
      expect(await people(at.file)).toEqual(before);
    }
  });
});

describe('47 a bad TZ, and other places that are none', () => {
  test('47 with a TZ that nobody knows the days are those of UTC, and nothing ends', () => {
    const env = { ...process.env, NET_DB: join(temporaryDirectory(), 'net.db') };
    for (const TZ of [
      'Nowhere/Else',
      '',
      ':',
      '../../etc/passwd',
      '/etc/passwd',
      'x'.repeat(5000),
      'UTC+99',
      '\u001b[31m',
    ]) {
      const { status, stderr } = spawnSync(program, [net, 'add', `Ana ${TZ.length}`, '--new'], {
        env: { ...env, TZ },
        encoding: 'utf8',
      });
      expect([TZ, status, stderr.includes('bug')]).toEqual([TZ, 0, false]);
    }
  });

  test.each(['new/', 'new/deeper/'])(
    'the file may not be called %s, whose name is that of a directory: 2, in every command',
    async (name) => {
      const at = desk();
      for (const argv of [['list'], ['add', 'Ana'], ['import', `${at.directory}/x.vcf`]]) {
        const { code, err } = await at.net(...argv, '--db', `${at.directory}/${name}`);
        expect([argv, code]).not.toEqual([argv, 1]);
        expect(err).toMatch(/^net: [^\n]+\nhint: [^\n]+\n$/);
      }
      const { code, err } = await at.net('add', 'Ana', '--db', `${at.directory}/${name}`);
      expect([code, err]).toEqual([2, expect.stringContaining('it is the name of a directory')]);
    },
  );
});
