import { describe, expect, test } from 'vitest';
import { card, first, imported, points } from './fixtures.ts';

const bare = (lines: string) => `BEGIN:VCARD\nVERSION:3.0\n${lines}\nEND:VCARD\n`;

describe('a name is made of what there is', () => {
  test.each<[string, string, string, string[]]>([
    [
      'FN as it is',
      'FN:Mr. John Richter\\, James Doe Sr.\nN:Doe;John;Richter\\, James;Mr.;Sr.',
      'Mr. John Richter, James Doe Sr.',
      [],
    ],
    ['N, given name first', 'N:Silva;Ana;Maria;;', 'Ana Maria Silva', []],
    ['an empty FN', 'FN:\nN:Silva;Ana', 'Ana Silva', []],
    ['N with titles', 'N:Silva;Ana;;Dr.;PhD', 'Ana Silva', ['Full name: Dr. Ana Silva PhD']],
    ['only a title', 'N:;;;Dr.;', 'Dr.', []],
    ['N that says more than FN', 'FN:Ani\nN:Silva;Ana;;;', 'Ani', ['Full name: Ana Silva']],
    ['N in another script', 'FN:王小明\nN:王;小明;;;', '王小明', []],
    ['a nickname', 'N:;;;;\nNICKNAME:Ani,Nia,Ana', 'Ani', ['Nickname: Ana']],
    ['a company', 'ORG:Acme;Sales', 'Acme', ['Department: Sales']],
    ['an address', 'EMAIL:ana@example.org', 'ana@example.org', []],
    ['a number', 'TEL:+351 1', '+351 1', []],
    ['a page', 'URL:http://ana.example', 'http://ana.example', []],
    ['a bare line break', 'FN:Ana\n\nSilva\nN:Silva;Ana', 'Ana Silva', []],
    ['line breaks and double spaces', 'FN:Ana\\n  Silva', 'Ana Silva', []],
  ])('%s', async (_, lines, name, notes) => {
    const person = await first(bare(lines));
    expect(person.name).toBe(name);
    expect(notes.every((note) => person.notes.includes(note))).toBe(true);
    expect(person.notes.filter((note) => /^(?:Full name|Nickname)/.test(note))).toEqual(
      notes.filter((note) => !note.startsWith('Department')),
    );
  });
});

describe('birthdays', () => {
  test.each([
    ['BDAY:1980-03-22', '1980-03-22'],
    ['BDAY:19220310', '1922-03-10'],
    ['BDAY:1953-10-15T23:10:00Z', '1953-10-15'],
    ['BDAY:19531015T231000-0500', '1953-10-15'],
    ['BDAY;VALUE=date:1980/3/2', '1980-03-02'],
    ['BDAY:--0203', '--02-03'],
    ['BDAY:--02-29', '--02-29'],
    ['BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-06', '--05-06'],
    ['BDAY;VALUE=date;X-APPLE-OMIT-YEAR=1900:1900-05-06', '--05-06'],
    ['BDAY;X-APPLE-OMIT-YEAR=1604:1980-05-06', '1980-05-06'],
    ['BDAY:0000-05-06', '--05-06'],
  ])('%s', async (line, birthday) => expect(await first(card(line))).toMatchObject({ birthday, notes: [] }));

  test.each(['1980-02-30', '--0230', '1980-03', '---15', '03/04/80', 'circa 1800'])(
    '%s is kept as a note',
    async (text) => {
      expect(await first(card(`BDAY:${text}`))).toMatchObject({
        birthday: null,
        notes: [`Birthday: ${text}`],
      });
    },
  );

  test('a second one is kept as a note, too', async () => {
    const person = await first(card('BDAY:tomorrow\nBDAY:1980-03-22\nBDAY:19800322\nBDAY:1981-01-01'));
    expect(person).toMatchObject({
      birthday: '1980-03-22',
      notes: ['Birthday: tomorrow', 'Birthday: 1981-01-01'],
    });
  });
});

describe('ways to reach somebody', () => {
  test.each<[string, string, string[]]>([
    [
      'version 2.1',
      'TEL;HOME;VOICE:1\nTEL;CELL;PREF:2\nTEL;WORK;FAX:3',
      ['phone 2 (cell)', 'phone 1 (home)', 'phone 3 (fax)'],
    ],
    ['version 3.0', 'TEL;TYPE=work,voice:1\nTEL;type=HOME;type=pref:2', ['phone 2 (home)', 'phone 1 (work)']],
    ['version 4.0', 'TEL;PREF=9;TYPE="home,cell":1\nTEL;PREF=1:2', ['phone 2', 'phone 1 (cell)']],
    ['a URI', 'TEL;VALUE=uri:tel:+1-418-656-9254;ext=102', ['phone +1-418-656-9254 ext. 102']],
    ['a URI with escapes', 'TEL:tel:%2B1%20418', ['phone +1 418']],
    ['escapes that are none', 'TEL:tel:1%2', ['phone 1%2']],
    [
      'labels',
      'a.TEL:1\na.X-ABLabel:_$!<Work>!$_\nb.TEL:2\nB.X-ABLABEL:Boat',
      ['phone 1 (work)', 'phone 2 (Boat)'],
    ],
    [
      'faxes by their label',
      'a.TEL:1\na.X-ABLabel:Home Fax\nb.TEL:2\nb.X-ABLabel:Halifax\nc.TEL:3\nc.X-ABLabel:_$!<HomeFAX>!$_',
      ['phone 1 (fax)', 'phone 2 (Halifax)', 'phone 3 (fax)'],
    ],
    ['the same number twice', 'TEL;TYPE=fax:+351 1-2\nTEL;TYPE=work:+35112', ['phone +351 1-2 (work)']],
    [
      'the same page twice',
      'URL:www.ana.example\nURL;TYPE=home:http://www.ana.example/',
      ['url www.ana.example (home)'],
    ],
    ['the same address twice', 'EMAIL;TYPE=INTERNET:A@x.org\nEMAIL:mailto:a@x.org', ['email A@x.org']],
    ['an address with a name', 'EMAIL:Ana <a@x.org>', ['email a@x.org']],
    ['a profile', 'X-SOCIALPROFILE;type=twitter:http://x.example/a', ['url http://x.example/a (twitter)']],
    [
      'a profile of version 4',
      'SOCIALPROFILE;SERVICE-TYPE=Mastodon:https://m.example/@a',
      ['url https://m.example/@a (Mastodon)'],
    ],
    ['nothing in it', 'TEL:\nEMAIL: \nURL:', []],
  ])('%s', async (_, lines, expected) => expect(points(await first(card(lines)))).toEqual(expected));

  test('what is none becomes a note', async () => {
    const person = await first(card('TEL:ask Bob\nEMAIL:none\nURL:my site'));
    expect(person).toMatchObject({
      points: [],
      notes: ['E-mail: none', 'Phone: ask Bob', 'Website: my site'],
    });
  });
});

describe('addresses, work and tags', () => {
  test.each<[string, string, string | null, string[]]>([
    [
      'the city of the preferred one',
      'ADR:;;1 A St;Leeds;;;\nADR;TYPE=pref:;;;Hull;;;',
      'Hull',
      ['Address: 1 A St, Leeds'],
    ],
    ['one with no city', 'ADR:;Nowhere\\nland;;;;;', null, ['Address: Nowhere, land']],
    [
      'a label with something new',
      'ADR;TYPE=home;LABEL="c/o Bo":;;1 A St;Leeds;;;',
      'Leeds',
      ['Address (home): 1 A St, Leeds', 'Address (home): c/o Bo'],
    ],
    ['a type of its own', 'ADR;TYPE=cabin:;;1 A St\\,;Leeds;;;', 'Leeds', ['Address (cabin): 1 A St, Leeds']],
    ['an empty one', 'ADR:;;;;;;', null, []],
  ])('%s', async (_, lines, city, notes) => expect(await first(card(lines))).toMatchObject({ city, notes }));

  test.each<[string, string, object]>([
    ['departments', 'ORG:Acme;Sales;South', { org: 'Acme', notes: ['Department: Sales, South'] }],
    ['a department only', 'ORG:;Sales', { org: null, notes: ['Department: Sales'] }],
    ['two companies', 'ORG:Acme\nORG:acme\nORG:Bcme', { org: 'Acme', notes: ['Organization: Bcme'] }],
    ['a role', 'ROLE:Boss', { role: 'Boss', notes: [] }],
    ['a title and a role', 'ROLE:Boss\nTITLE:CEO', { role: 'CEO', notes: ['Role: Boss'] }],
    ['the same twice', 'ROLE:boss\nTITLE:Boss', { role: 'Boss', notes: [] }],
    [
      'groups of a telephone',
      'X-GROUP-MEMBERSHIP:Family\nX-GROUP-MEMBERSHIP:My Contacts',
      { traits: [{ kind: 'tag', text: 'Family' }], notes: [] },
    ],
    ['what Nokia calls a second name', 'X-EPOCSECONDNAME:Ani', { nickname: 'Ani', notes: [] }],
    [
      'tags',
      'CATEGORIES:a,B\\, c,a\nCATEGORIES:My Contacts,* myContacts',
      {
        traits: [
          { kind: 'tag', text: 'a' },
          { kind: 'tag', text: 'B, c' },
        ],
      },
    ],
  ])('%s', async (_, lines, expected) => expect(await first(card(lines))).toMatchObject(expected));
});

describe('what has no field is a note', () => {
  test.each([
    ['ANNIVERSARY:19990301', 'Anniversary: 1999-03-01'],
    ['X-ANNIVERSARY:soon', 'Anniversary: soon'],
    ['X-EVOLUTION-SPOUSE:Bo', 'Spouse: Bo'],
    ['X-KADDRESSBOOK-X-ManagersName:Bo', 'Manager: Bo'],
    ['RELATED;TYPE=friend;VALUE=text:Bo', 'Friend: Bo'],
    ['RELATED;TYPE=SPOUSE:Bo', 'Spouse: Bo'],
    ['IMPP;TYPE=SIGNAL:+351910000001', 'Signal: +351910000001'],
    ['SOCIALPROFILE;SERVICE-TYPE=Signal;VALUE=text:ana.1', 'Signal: ana.1'],
    ['RELATED:urn:uuid:nobody', 'Related: urn:uuid:nobody'],
    ['IMPP:xmpp:ana@chat.example', 'Xmpp: ana@chat.example'],
    ['X-JABBER:ana@chat.example', 'Jabber: ana@chat.example'],
    ['X-SOCIALPROFILE;type=x:x-apple:ana', 'X: ana'],
    ['GEO:46.7;-71.2', 'Location: 46.7, -71.2'],
    ['TZ:-0500', 'Time zone: -0500'],
    ['LANG:fr', 'Language: fr'],
    ['GENDER:F', 'Gender: female'],
    ['GENDER:;they', 'Gender: they'],
    ['SOUND;X-IRMC-N:Ana;Silva;;;', 'Phonetic name: Ana Silva'],
    ['a.X-ABDATE:2001-01-01\na.X-ABLabel:First day', 'First day: 2001-01-01'],
    ['X-ABDATE;X-APPLE-OMIT-YEAR=1604:1604-01-02', 'Date: --01-02'],
    ['X-SHOE-SIZE:38', 'Shoe size: 38'],
    ['constructor:x', 'Constructor: x'],
  ])('%s', async (lines, note) => expect((await first(card(lines))).notes).toEqual([note]));

  test('programs keep what is theirs, and pictures are counted', async () => {
    const lines =
      'PRODID:x\nREV:x\nX-ABShowAs:COMPANY\nX-MS-OL-DESIGN:x\nX-EVOLUTION-FILE-AS:x\nSORT-STRING:x\nGENDER:U\nX-EMPTY:\n' +
      'X-ADDRESSING-GRAMMAR:AAAA\nitem1.X-PM-ENCRYPT:true\nX-PM-MIMETYPE:text/plain\nX-SELF:0\n' +
      'PHOTO;VALUE=uri:http://ana.example/a.png\nPHOTO:data:image/png;base64,AAAA\nPHOTO:\nLOGO;BASE64:AAAA\nSOUND;BASIC;BASE64:AAAA\n' +
      'KEY:x\nX-THING;ENCODING=b:AAAA\nCERT;ENCODING=b:AAAA';
    const { people, rejects, skipped } = await imported(card(lines));
    expect(people[0]).toMatchObject({ notes: [], points: [] });
    expect(rejects).toEqual([]);
    expect(skipped).toEqual({ photo: 2, logo: 1, sound: 1, key: 1, attachment: 2 });
  });
});

test.each([
  ['TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=42=C3=BC=72=6F):030 5556', 'phone 030 5556 (Büro)'],
  ['TEL;X-CUSTOM(My label):030 5556', 'phone 030 5556 (My label)'],
  ['TEL;PREF;X-CUSTOM(Segler-Hütte):030 5556', 'phone 030 5556 (Segler-Hütte)'],
  ['EMAIL;X-CUSTOM(Club):ana@example.org', 'email ana@example.org (Club)'],
  ['TEL;X-CUSTOM():030 5556', 'phone 030 5556'],
  ['TEL;X-CUSTOM(:030 5556', 'phone 030 5556'],
])("a label of one's own, as Android writes it: %s", async (line, expected) => {
  const person = await first(card(line, '2.1'));
  expect(points(person)).toEqual([expected]);
  expect(person.notes).toEqual([]);
});
