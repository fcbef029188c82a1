import { expect, test } from 'vitest';
import { newKey, unwrap, wrap } from '../../src/host/wrapping.ts';
import { CHEAP } from '../support/world.ts';

test('a key is wrapped so that each guess takes 128 MB and its time, and only its own passphrase and id open it', async () => {
  const { id, key } = newKey();
  expect((await wrap(key, id, 'four words of no sense')).cost).toEqual({ N: 131_072, r: 8, p: 1 });
  const wrapping = await wrap(key, id, 'four words of no sense', CHEAP);
  expect(await unwrap(wrapping, id, 'four words of no sense')).toEqual(Buffer.from(key));
  expect(await unwrap(wrapping, id, 'four words of no sensf')).toBeNull();
  expect(await unwrap(wrapping, newKey().id, 'four words of no sense')).toBeNull();
});
