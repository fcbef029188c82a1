import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clearEnvironment, programNamed } from '../../bench/environment.ts';
import { isInMemory, kindIn } from '../../bench/machine.ts';
import { isAsked, isOfAll, isWhole, readOptions } from '../../bench/options.ts';
import {
  addressBook,
  card,
  journal,
  khardSettings,
  taskSettings,
  tasksJson,
} from '../../bench/peers/files.ts';
import { friends } from '../../bench/peers/people.ts';
import { day } from '../../src/domain/days/day.ts';

describe('the environment', () => {
  it('is cleared of whatever changes how a program runs or which files it takes', () => {
    const bin = ['/usr/bin', '/x/node_modules/.bin', '/y/node-gyp-bin', '/bin'].join(delimiter);
    const cleared = clearEnvironment(
      {
        PATH: bin,
        LANG: 'C.UTF-8',
        HOME: '/home/ana',
        NODE_OPTIONS: '--max-old-space-size=1',
        NODE_EXTRA_CA_CERTS: '/certificates',
        npm_lifecycle_event: 'bench',
        NET_DB: '/home/ana/net.db',
        TASKRC: '/home/ana/.taskrc',
        LEDGER_FILE: '/home/ana/all.journal',
        XDG_CACHE_HOME: '/home/ana/.cache',
        UNSET: undefined,
      },
      { HOME: '/scratch' },
    );
    const path = ['/usr/bin', '/bin'].join(delimiter);
    expect(cleared).toEqual({ PATH: path, LANG: 'C.UTF-8', HOME: '/scratch' });
  });

  it('is where programs are looked for: files that can be run, in the order of the path', () => {
    const [first, second] = [
      mkdtempSync(join(tmpdir(), 'net-path-')),
      mkdtempSync(join(tmpdir(), 'net-path-')),
    ];
    writeFileSync(join(first, 'task'), 'no program');
    chmodSync(join(first, 'task'), 0o600);
    writeFileSync(join(second, 'task'), '#!/bin/sh\n');
    chmodSync(join(second, 'task'), 0o700);
    const path = ['', join(first, 'nowhere'), first, second].join(delimiter);
    expect(programNamed('task', path)).toBe(join(second, 'task'));
    expect(programNamed('khard', path)).toBeNull();
    expect(programNamed('khard', '')).toBeNull();
  });
});

describe('the disk', () => {
  const mounts =
    'dev /dev tmpfs rw 0 0\n/dev/a / ext4 rw 0 0\ntmp /tmp tmpfs rw 0 0\n/dev/b /tmp/disk xfs rw 0 0\n';

  it('is of the kind of the longest place that holds it', () => {
    expect(kindIn(mounts, '/home/ana')).toBe('ext4');
    expect(kindIn(mounts, '/tmp')).toBe('tmpfs');
    expect(kindIn(mounts, '/tmpfiles')).toBe('ext4');
    expect(kindIn(mounts, '/tmp/disk/net')).toBe('xfs');
    expect(kindIn('', '/tmp')).toBe('unknown');
    expect(['tmpfs', 'ramfs', 'ext4', 'unknown'].map(isInMemory)).toEqual([true, true, false, false]);
  });
});

describe('options', () => {
  it('say what is measured, and only all of it is written down', () => {
    const all = readOptions([], {});
    expect(all).toEqual({ only: [], quick: false, place: null, pairs: 31 });
    expect(isWhole(all)).toBe(true);
    const some = readOptions(['--only', 'Today binary 1000', '--in', '/x'], { PAIRS: '5' });
    expect(some).toEqual({ only: ['today', 'binary', '1000'], quick: false, place: '/x', pairs: 5 });
    expect(isWhole(some)).toBe(false);
    expect(isWhole(readOptions(['--quick'], {}))).toBe(false);
    // All of it, but not as often as what is written down.
    const brief = readOptions([], { PAIRS: '1' });
    expect([isOfAll(brief), isWhole(brief)]).toEqual([true, false]);
    expect([isOfAll(some), isOfAll(readOptions(['--quick'], {}))]).toEqual([false, false]);
    expect(isAsked(some, 'morning', 'net today', 'binary', 1000)).toBe(true);
    expect(isAsked(some, 'morning', 'net today', 'binary', 10_000)).toBe(false);
    expect(isAsked(some, 'morning', 'net today', 'Node build', 1000)).toBe(false);
    expect(isAsked(all, 'anything')).toBe(true);
  });

  it('are refused where they are none', () => {
    expect(() => readOptions(['--fast'], {})).toThrow('--fast');
    for (const PAIRS of ['0', '-1', 'many', '1.5']) expect(() => readOptions([], { PAIRS })).toThrow('PAIRS');
  });
});

describe('what other programs are given', () => {
  const people = friends(40, day('2026-11-23'));

  it('is everybody, each with ten talks that have been', () => {
    expect(people).toHaveLength(40);
    expect(people[20]?.name).toBe('Ana Okoye 20');
    for (const { talkedOn } of people) {
      expect(talkedOn).toHaveLength(10);
      expect(talkedOn.toSorted((a, b) => (a < b ? 1 : -1))).toEqual(talkedOn);
      expect(talkedOn.every((one) => one < '2026-11-23')).toBe(true);
    }
  });

  it('is a task for each person, due on a day, in a place of its own', () => {
    const tasks = JSON.parse(tasksJson(people)) as Record<string, string>[];
    expect(tasks).toHaveLength(40);
    expect(new Set(tasks.map(({ uuid }) => uuid)).size).toBe(40);
    expect(tasks[20]).toEqual({
      description: 'be in touch with Ana Okoye 20',
      status: 'pending',
      uuid: '00000000-0000-4000-8000-000000000014',
      entry: expect.stringMatching(/^2026\d{4}T120000Z$/),
      due: '20261213T120000Z',
    });
    expect(taskSettings('/scratch/task')).toContain('data.location=/scratch/task\n');
  });

  it('is a card, an entry of an address book, and a posting for each talk', () => {
    const [first] = people;
    if (first === undefined) throw new Error('nobody');
    const lines = card(first).split('\r\n');
    expect(lines).toContain('FN:Ana Silva 0');
    expect(lines).toContain('N:Silva 0;Ana;;;');
    expect(lines.slice(-2)).toEqual(['END:VCARD', '']);
    expect(khardSettings('/scratch/cards')).toBe('[addressbooks]\n[[people]]\npath = /scratch/cards\n');
    expect(addressBook(people)).toMatch(/^# abook addressbook file\n\n\[format\]\n/);
    expect(addressBook(people)).toContain('\n[39]\nname=Tara Okoye 39\nemail=39@example.org\n');
    const postings = journal(people).split('\n\n');
    expect(postings).toHaveLength(400);
    expect(postings[0]).toMatch(/^\d{4}-\d\d-\d\d talk\n {4}people:\w+ \w+ \d+ {2}1\n {4}me$/);
    expect(postings.map((one) => one.slice(0, 10))).toEqual(
      postings.map((one) => one.slice(0, 10)).toSorted(),
    );
  });
});
