import { describe, expect, test } from 'vitest';
import { asLeft, lapsed } from '../../../src/domain/acts/lapse.ts';
import { DEFAULTS } from '../../../src/domain/settings.ts';
import { ago, personWith, TODAY } from '../../support/people.ts';
import { typist } from '../../support/typist.ts';

const NOW = { settings: DEFAULTS, pauses: [], today: TODAY };
const ana = (grown: number, touched: number) =>
  personWith({ stage: 'growing', grownOn: ago(grown) }, [{ heldOn: ago(touched) }]);

describe('a touch writes down when somebody went back to the stack', () => {
  test.each<[string, number, number, string | null]>([
    ['on the day when that was', 200, 0, ago(60)],
    ['the day before a touch of that very day', 140, 50, ago(51)],
    ['the day before an earlier one that is logged late', 200, 70, ago(71)],
    ['not for one older than the last', 200, 151, null],
    ['not while they grow', 89, 0, null],
  ])('%s', (_, quiet, touched, on) => {
    const person = ana(300, quiet === 200 ? 150 : quiet);
    const restedOn = lapsed([person], ago(touched), NOW).map((made) => ('set' in made ? made.set : null));
    expect(restedOn).toMatchObject(on === null ? [] : [{ stage: 'stack', restedOn: on }]);
    expect(asLeft([person], NOW)[0]?.contact.stage).toBe(quiet === 89 ? 'growing' : 'stack');
  });

  test('paused days are left out', () => {
    const pauses = [{ sinceDay: ago(100), untilDay: ago(91) }];
    expect(lapsed([ana(300, 150)], TODAY, { ...NOW, pauses })).toMatchObject([
      { set: { restedOn: ago(50) } },
    ]);
  });
});

test('after it they still wait in the stack, are there since then, and have faded', async () => {
  const who = typist('2026-01-10');
  await who.types('net add Ana Silva --at DevMeet');
  who.on('2026-04-29');
  await who.types('net add Ben Okoye --circle wide');
  who.on('2026-04-30');
  const before = await who.asks<{ contact: { stageDays: number } }>('net show ana');
  expect(before.contact.stageDays).toBe(20);
  await who.types('net log ana coffee');
  who.on('2026-05-05');
  const { contact } = await who.asks<{ contact: { stage: string; stageDays: number } }>('net show ana');
  expect(contact).toMatchObject({ stage: 'stack', stageDays: 25 });
  expect((await who.asks<{ faded: { people: unknown[] } }>('net garden')).faded.people).toHaveLength(1);
  expect(await who.types('net stack')).toContain('Ana Silva');
});

test('what is no touch leaves them waiting as well', async () => {
  const who = typist('2026-01-10');
  await who.types('net add Ana Silva --at DevMeet', 'net promise ana "a look" --due friday');
  who.on('2026-04-29');
  await who.types('net add Ben Okoye --circle wide');
  who.on('2026-04-30');
  await who.types('net promise ana --kept', 'net log ana "sold me a fund" --pitch them');
  const { contact } = await who.asks<{ contact: { stage: string } }>('net show ana');
  expect(contact.stage).toBe('stack');
  expect(await who.types('net stack')).toContain('Ana Silva');
});
