import { addDays } from '../../src/domain/days/day.ts';
import { DAYS, FIRST_DAY, occasions, SUMMIT } from './diary.ts';
import { attend, decide, hear, type List, letGo, talk, tend } from './habits.ts';
import { begin, type Life, reads, types } from './life.ts';
import { dueOn, NOTHING_SEEN, seeList, seePlan, type Watch } from './watch.ts';

/** The day on which the third group is joined, on a trial. */
const JOINS = 200;

/** A year with net, lived from Monday to Monday. */
export async function liveYear(seed: number): Promise<{ readonly life: Life; readonly watch: Watch }> {
  const life = await begin(seed);
  const watch = NOTHING_SEEN();
  const diary = occasions();
  for (let number = 0; number < DAYS; number++) {
    const today = addDays(FIRST_DAY, number);
    life.desk.day = today;
    if (number === JOINS) {
      const until = addDays(today, 30);
      await types(
        life,
        'group',
        'add',
        SUMMIT,
        '--fee',
        '40/month',
        '--trial-until',
        until,
        '--why',
        'referrals',
      );
    }
    const list = life.chance.happens(0.85) ? await morning(life, watch) : NO_LIST;
    for (const occasion of diary.filter(({ on }) => on === today)) await attend(life, occasion);
    await tend(life, list);
    const { people } = await reads<{ people: { name: string; stage: string }[] }>(life, 'list', '--all');
    const named = (...stages: string[]) =>
      people.filter((p) => stages.includes(p.stage)).map(({ name }) => name);
    await talk(life, number, named('growing', 'kept'));
    await hear(life, number);
    await decide(life, list);
    await letGo(life, number, named('kept'));
  }
  return { life, watch };
}

/** A morning without a look at the list. */
const NO_LIST: List = { plan: null, lines: [], footer: null };

/** The list of a morning, and what there is to see of it. */
async function morning(life: Life, watch: Watch): Promise<List> {
  const due = await dueOn(life, life.desk.day);
  const list = await reads<List>(life, 'today');
  if (list.plan !== null && list.plan.first === life.desk.day) seePlan(watch, due, list);
  await seeList(life, watch, list);
  return list;
}
