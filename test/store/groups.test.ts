import { beforeEach, describe, expect, test } from 'vitest';
import { all } from '../../src/store/db.ts';
import { content, inFile } from '../support/content.ts';
import { words } from '../support/golden.ts';
import { type Typist, typist } from '../support/typist.ts';

let who: Typist;

beforeEach(() => {
  who = typist();
});

/** Each live gathering: its name, the name of its group, how many were met there. */
function gatherings() {
  return inFile(who.desk.file, (db) =>
    all(
      db,
      `SELECT g.name, n.name AS 'group', (SELECT count(*) FROM contact c WHERE c.gathering_id = g.id) AS met
        FROM gathering g LEFT JOIN network_group n ON n.id = g.group_id WHERE g.deleted_at IS NULL ORDER BY g.id`,
    ),
  );
}

async function originOf(name: string): Promise<string> {
  const { contact } = await who.asks<{ contact: { origin: string } }>(`net show ${name}`);
  return contact.origin;
}

describe('a gathering belongs to the group of its name', () => {
  test.each([
    ['networking', 'group'],
    ['community', 'group'],
    ['volunteering', 'volunteering'],
    ['online', 'online'],
    ['work', 'work'],
  ])('a %s one: whoever is met there began by %s', async (kind, origin) => {
    await who.types(
      `net group add DevMeet --kind ${kind}`,
      'net add Ana Silva --at devmeet',
      'net add Ben Okoye --at DevMeet --origin other',
    );
    expect(await gatherings()).toEqual([{ name: 'DevMeet', group: 'DevMeet', met: 2 }]);
    expect([await originOf('ana'), await originOf('ben')]).toEqual([origin, 'other']);
  });

  test('also those that were there before it, and whoever was met at them', async () => {
    await who.types(
      'net add Ana Silva --at DevMeet',
      'net add Ben Okoye --at DevMeet --origin work',
      'net add Eva Berg --at elsewhere',
    );
    const before = await content(who.desk.file);
    expect(await who.types('net group add devmeet --kind volunteering')).toContain(
      '1 gathering of that name is in the file already, and its own now, with 2 people met there.',
    );
    expect(await gatherings()).toEqual([
      { name: 'DevMeet', group: 'devmeet', met: 2 },
      { name: 'elsewhere', group: null, met: 1 },
    ]);
    expect([await originOf('ana'), await originOf('ben'), await originOf('eva')]).toEqual([
      'volunteering',
      'work',
      'event',
    ]);
    await who.types('net undo');
    expect(await content(who.desk.file)).toEqual(before);
  });

  test('a group that was gone to before it was noted was joined by then', async () => {
    await who.types('net add Ana Silva --at DevMeet --on 2026-10-02', 'net group add DevMeet');
    expect(await who.types('net group')).toContain('since 2026-10-02');
  });

  test('a talk, somebody new in a talk, and an edit name it as well', async () => {
    await who.types(
      'net group add DevMeet --kind online',
      'net add Ana Silva',
      'net log ana chat --at devmeet',
    );
    await who.types('net add Eva Berg --on 2026-11-01', 'net edit eva --at DevMeet');
    expect(await gatherings()).toEqual([
      { name: 'DevMeet', group: 'DevMeet', met: 0 },
      { name: 'DevMeet', group: 'DevMeet', met: 1 },
    ]);
    expect(await originOf('eva')).toBe('online');
    expect(await originOf('ana')).toBe('other');
  });

  test('one day, one gathering, however it is told', async () => {
    await who.types(
      'net group add DevMeet',
      'net add Ana Silva --at devmeet',
      'net group log devm --minutes 90',
      'net group log dev --worth yes',
    );
    await who.types('net add Ben Okoye --at DEVMEET', 'net log ana lunch --at devmeet');
    expect(await gatherings()).toEqual([{ name: 'DevMeet', group: 'DevMeet', met: 2 }]);
  });

  test.each([
    ['a group of another kind', 'net group add Bank', 'net group edit bank --kind volunteering'],
    ['no group yet', 'net config growing 2', 'net group add Bank --kind volunteering'],
  ])('%s: whom somebody introduced there began where the next one will', async (_, first, then) => {
    await who.types(
      'net add Ana Silva --circle close',
      first,
      'net add Ben Okoye --at bank --via ana',
      'net add Eva Berg --at bank --via ana --origin work',
      then,
      'net add Lee Chen --at bank --via ana',
    );
    expect([await originOf('ben'), await originOf('eva'), await originOf('lee')]).toEqual([
      'volunteering',
      'work',
      'volunteering',
    ]);
    await who.types('net group edit bank --kind community');
    expect([await originOf('ben'), await originOf('eva'), await originOf('lee')]).toEqual([
      'introduction',
      'work',
      'introduction',
    ]);
  });

  test('an edit that says where and through whom goes by the same rule', async () => {
    await who.types(
      'net add Ana Silva --circle close',
      'net group add Bank --kind volunteering',
      'net group add Choir',
      'net add Ben Okoye --via ana',
      'net add Eva Berg',
      'net add Lee Chen --origin work',
      'net edit ben --at bank',
      'net edit eva --at choir --via ana',
      'net edit lee --at bank --via ana',
    );
    expect([await originOf('ben'), await originOf('eva'), await originOf('lee')]).toEqual([
      'volunteering',
      'introduction',
      'work',
    ]);
  });

  test('another name goes to its gatherings, another kind to those who were met there', async () => {
    await who.types(
      'net group add DevMeet',
      'net add Ana Silva --at devmeet',
      'net add Ben Okoye --at devmeet --origin other',
    );
    await who.types(
      'net add Eva Berg --at "Dev Meet Lisbon"',
      'net group edit devmeet --name "Dev Meet Lisbon" --kind work',
    );
    expect((await gatherings()).map((gathering) => (gathering as { name: string }).name)).toEqual([
      'Dev Meet Lisbon',
      'Dev Meet Lisbon',
    ]);
    expect([await originOf('ana'), await originOf('ben'), await originOf('eva')]).toEqual([
      'work',
      'other',
      'work',
    ]);
  });
});

describe('what is logged of a group', () => {
  test('is taken back as one', async () => {
    await who.types('net group add DevMeet', 'net add Ana Silva --circle close');
    const before = await content(who.desk.file);
    await who.types('net group log devmeet a panel --minutes 90 --cost €5 --pitch --with ana', 'net undo');
    expect(await content(who.desk.file)).toEqual(before);
  });

  test('keeps what was said before, and takes what is said anew', async () => {
    await who.types(
      'net group add DevMeet',
      'net group log devmeet a panel --minutes 90 --aim meet --worth no',
    );
    const said = await who.types('net group log devmeet with good wine --worth yes --cost 4');
    expect(said).toContain('1.5 hours there; 4; to meet; worth it; "a panel; with good wine"');
  });

  test('who was met there is not logged a second time, others are, and a group online by video', async () => {
    await who.types(
      'net group add Forum --kind online',
      'net add Ana Silva --at forum',
      'net add Ben Okoye --on 2026-11-01',
    );
    await who.types(
      'net group log forum --with ana,ben --minutes 60',
      'net group log forum --with ben --worth yes',
    );
    const talks = async (name: string) =>
      (await who.asks<{ interactions: { channel: string; meeting: boolean }[] }>(`net show ${name}`))
        .interactions;
    expect(await talks('ana')).toMatchObject([{ meeting: true }]);
    expect(await talks('ben')).toMatchObject([{ channel: 'video', meeting: false }, { meeting: true }]);
  });

  test('the day may stand in the text', async () => {
    await who.types('net group add DevMeet');
    expect(await who.types('net group log devmeet yesterday, a panel')).toContain(
      'Logged DevMeet, on 2026-11-21: "a panel".',
    );
    expect(await who.types('net group log devmeet they sold again, last friday --pitch')).toContain(
      'Noted of DevMeet',
    );
  });

  test('of one group moves no sign of another', async () => {
    await who.types(
      'net group add DevMeet',
      'net group add Choir',
      'net add Ana Silva --at DevMeet',
      'net add Mom --circle close',
      'net group log choir --minutes 90 --worth no --with mom,ana',
    );
    const choir = async () => (await who.asks<{ groups: unknown }>('net group check choir')).groups;
    const before = await choir();
    for (const kind of ['pitch', 'recruit', 'asked-to-recruit', 'ambush', 'bad-mouths', 'milked'])
      await who.types(`net group log devmeet --${kind}`, `net group log devmeet --${kind} --on yesterday`);
    await who.types('net give ana "an hour"', 'net log ana coffee -r "a client" --pitch them');
    for (const on of ['2026-11-19', '2026-11-20', '2026-11-21'])
      await who.types(
        `net give mom "a ride" --on ${on}`,
        `net log mom tea --pitch them --on ${on}`,
        `net log ana,mom "a panel" --at devmeet -g "a hand" -r "a hint" --pitch them --on ${on}`,
        `net log mom "a walk" --on ${on}`,
      );
    await who.types('net add Lee Chen --via mom', 'net add Zoe Marsh --via ana --at DevMeet');
    expect(await choir()).toEqual(before);
    const { groups } = await who.asks<{ groups: { level: string }[] }>('net group check devmeet');
    expect(groups[0]?.level).toBe('red');
  });

  test('of a guest, what was before and elsewhere says nothing of a group', async () => {
    await who.types(
      'net add Mom --circle close',
      'net give mom "a ride" --on 2026-09-02',
      'net give mom "a cake" --on 2026-09-09',
      'net give mom "a hand" --on 2026-09-16',
      'net group add DevMeet',
      'net group add Choir',
      'net add Ben Okoye --at DevMeet --on 2026-11-01',
      'net group log choir --with mom',
      'net group log choir --with ben --on 2026-11-10',
    );
    for (const on of ['2026-11-03', '2026-11-05', '2026-11-07'])
      await who.types(
        `net log ben lunch --at devmeet --pitch them --on ${on}`,
        `net give ben tea --on ${on}`,
      );
    const { groups } = await who.asks<{ groups: { level: string; signs: { evidence: unknown[] }[] }[] }>(
      'net group check choir',
    );
    expect(groups[0]).toMatchObject({ level: 'clear' });
    expect(groups[0]?.signs.flatMap(({ evidence }) => evidence)).toEqual([]);
    const dev = await who.asks<{ groups: { level: string }[] }>('net group check devmeet');
    expect(dev.groups[0]).toMatchObject({ level: 'red' });
  });

  test('of a guest, what was at its gatherings belongs to the group', async () => {
    await who.types('net add Mom --circle close', 'net group add Choir');
    for (const on of ['2026-11-03', '2026-11-05', '2026-11-07'])
      await who.types(`net log mom sang --at choir -g "a ride" --on ${on}`);
    const { groups } = await who.asks<{ groups: { level: string }[] }>('net group check choir');
    expect(groups[0]).toMatchObject({ level: 'amber' });
  });

  test('somebody whom one of its people introduced on nobody knows which day gives nothing back', async () => {
    await who.types('net group add DevMeet', 'net add Rita Moura --at DevMeet');
    for (const what of ['tea', 'cake', 'bread']) await who.types(`net give rita ${what}`);
    await who.types('net add Lee Chen --circle close --via rita --last 2020-01-01');
    const { groups } = await who.asks<{ groups: { level: string }[] }>('net group check devmeet');
    expect(groups[0]).toMatchObject({ level: 'amber' });
    await who.types('net add Zoe Marsh --via rita');
    const after = await who.asks<{ groups: { level: string }[] }>('net group check devmeet');
    expect(after.groups[0]).toMatchObject({ level: 'clear' });
  });

  test('a cost names the currency where there is none yet, and no other later', async () => {
    await who.types('net group add DevMeet', 'net group log devmeet --cost "12.50 EUR"');
    const { code, err } = await who.desk.net(...words('group log devmeet --cost $5 --on yesterday'));
    expect([code, err]).toEqual([5, expect.stringContaining('DevMeet is paid in EUR, not in $')]);
    expect(await who.types('net group log devmeet --cost 5 --on yesterday')).toContain('5 EUR');
  });
});

describe('leaving', () => {
  test('asks no more at renewals, and can be taken back', async () => {
    await who.types('net add Ana Silva', 'net group add DevMeet --fee 10/month --renews 2026-11-24');
    expect(await who.types('net today')).toContain('DevMeet renews on 2026-11-24');
    expect(await who.types('net group leave devmeet', 'net today')).not.toContain('DevMeet');
    expect(await who.types('net group edit devmeet --left ""', 'net today')).toContain('DevMeet renews');
  });

  test('whoever is kept is told first, and needs no yes', async () => {
    await who.types(
      'net group add DevMeet',
      'net add Ana Silva --at DevMeet',
      'net log ana lunch -g "a book" -r "a song"',
    );
    expect(await who.types('net group leave devmeet')).toContain('Ana Silva  kept  it goes both ways');
  });

  test('nobody is lost without a yes', async () => {
    await who.types(
      'net group add DevMeet --joined 2026-11-01',
      'net add Ana Silva --at DevMeet',
      'net log ana lunch -r "a client" -r "a song"',
      'net rest ana',
    );
    const before = await content(who.desk.file);
    expect((await who.desk.net('group', 'leave', 'devmeet')).code).toBe(5);
    expect(await content(who.desk.file)).toEqual(before);
    expect(await who.types('net group leave devmeet --yes --on yesterday')).toContain(
      'You left DevMeet on 2026-11-21.',
    );
  });
});
