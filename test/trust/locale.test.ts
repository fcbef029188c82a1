import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { REGISTRY } from '../../src/cli/registry.ts';
import { net, program } from '../support/program.ts';
import { buildOnce } from '../support/sitting.ts';
import { temporaryDirectory } from '../support/world.ts';

const TURKISH = { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LC_CTYPE: 'tr_TR.UTF-8', LANGUAGE: 'tr' };

let env: NodeJS.ProcessEnv;
const run = (...argv: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(program, [net, ...argv], { env, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
};

beforeAll(buildOnce);
beforeEach(() => {
  env = { ...process.env, ...TURKISH, NET_DB: join(temporaryDirectory(), 'net.db') };
});

describe('49 where I is not the capital of i', () => {
  test('49 every command is known by its name, with its help', () => {
    for (const { name } of REGISTRY)
      expect([name, run(...name.split(' '), '--help').code]).toEqual([name, 0]);
  });

  test('49 names are found with and without their dots', () => {
    expect(run('add', 'İbrahim Işık', '--circle', 'inner').code).toBe(0);
    expect(run('add', 'Filiz Iğdır').code).toBe(0);
    for (const name of [
      'ibrahim',
      'IBRAHIM',
      'İBRAHİM',
      'ıbrahım',
      'isik',
      'ibrahim isik',
      'İbrahim Işık',
      'i̇brahim',
    ])
      expect([name, run('show', name).out]).toEqual([name, expect.stringContaining('İbrahim Işık')]);
    for (const name of ['FILIZ', 'filiz', 'FİLİZ', 'igdir', 'IĞDIR', 'ığdır'])
      expect([name, run('show', name).out]).toEqual([name, expect.stringContaining('Filiz Iğdır')]);
    expect(run('add', 'ibrahim isik').code).toBe(4);
  });

  test('49 the words of options and filters are known in capitals, as anywhere', () => {
    expect(run('add', 'Ali Can', '--circle', 'inner', '--city', 'İzmir', '--tag', 'FINANCE').code).toBe(0);
    for (const filter of [
      'INNER',
      'circle:INNER',
      '+finance',
      '+FINANCE',
      'city:izmir',
      'city:IZMIR',
      'CITY:İZMİR',
    ])
      expect([filter, run('list', filter).out]).toEqual([filter, expect.stringContaining('Ali Can')]);
    expect(run('log', 'ali', 'VIDEO CALL, FRIDAY IS FINE').code).toBe(0);
    expect(run('log', 'ali', 'COFFEE', '--on', 'LAST FRIDAY').code).toBe(0);
    expect(run('edit', 'ali', '--birthday', '15 APRIL').code).toBe(0);
    expect(run('config', 'slots', '4').code).toBe(0);
    const shown = JSON.parse(run('show', 'ali', '--json').out);
    expect(shown.contact).toMatchObject({ birthday: '--04-15', circle: 'inner' });
  });

  test('49 what is said and exported is the same as anywhere', () => {
    run('add', 'Ana Silva', '--circle', 'inner');
    run('log', 'ana', 'coffee', '-g', 'an introduction');
    for (const argv of [
      ['show', 'ana'],
      ['list'],
      ['week'],
      ['garden'],
      ['history'],
      ['calendar'],
      ['export'],
      ['help', 'all'],
      ['config'],
    ]) {
      const here = run(...argv).out;
      const there = execFileSync(program, [net, ...argv], {
        env: { ...env, LANG: 'C', LC_ALL: 'C', LC_CTYPE: 'C', LANGUAGE: '' },
        encoding: 'utf8',
      });
      expect([argv, here]).toEqual([argv, there]);
    }
  });

  test('49 and so it is in places with other figures, directions and names of months', () => {
    run('add', 'Ana Silva', '--circle', 'inner');
    const usual = run('show', 'ana').out;
    for (const locale of [
      'ar_EG.UTF-8',
      'fa_IR.UTF-8',
      'he_IL.UTF-8',
      'th_TH.UTF-8',
      'lt_LT.UTF-8',
      'nowhere',
    ]) {
      env = { ...env, LANG: locale, LC_ALL: locale };
      expect([locale, run('show', 'ana').out]).toEqual([locale, usual]);
    }
  });
});
