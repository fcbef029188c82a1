import { describe, expect, it } from 'vitest';
import { MEMORY } from '../../bench/goals.ts';
import { memoryRow } from '../../bench/memory.ts';
import type { Entrant } from '../../bench/race.ts';

const entrant: Entrant = { what: 'net today', by: 'binary', people: 10, command: ['net'] };

describe('the memory of a program', () => {
  it.runIf(process.platform === 'linux')('is the most that it has at once', async () => {
    const command = [process.execPath, '-e', 'Buffer.alloc(1e8, 1)'];
    const { value } = await memoryRow({ ...entrant, command }, {});
    expect(value).toMatchObject({ bytes: expect.any(Number), runs: 5 });
    expect('bytes' in value ? value.bytes : 0).toBeGreaterThan(1e8);
  });

  it('is said to be missing where its network cannot be made or it fails, and the others are measured', async () => {
    const ready = () => {
      throw new Error('no room');
    };
    expect(await memoryRow({ ...entrant, ready }, {})).toEqual({
      ...{ what: 'net today', by: 'binary', people: 10, against: MEMORY },
      value: { missing: 'no room', failed: 'binary' },
    });
    for (const command of [[process.execPath, '-e', 'process.exit(3)'], ['/nowhere/net']])
      expect(await memoryRow({ ...entrant, command }, {})).toMatchObject({
        value: { missing: expect.stringMatching(/./), failed: 'binary' },
      });
  });
});
