import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessColumns } from '../../src/formats/csv/guess.ts';
import { columnsIn, fieldOf, mapText, readMap, signature } from '../../src/formats/csv/mapping.ts';
import { csv } from '../../src/formats/csv.ts';
import { IMPORTERS, importerFor } from '../../src/formats/index.ts';
import { GIVEN, parsed, sourceFile } from '../support/parsed.ts';
import { tries } from '../support/tries.ts';
import { card, fixture, imported, points } from './fixtures.ts';

const map = async (text: string, mapping: string) =>
  parsed(csv, sourceFile(text), { columns: readMap(mapping) });

describe('a table whose columns have names that are known', () => {
  test('is read without a map: German, with semicolons and decimal commas', async () => {
    const { people, rejects } = await imported(fixture('german.csv'));
    const [jana, uwe] = people;
    expect(jana).toMatchObject({
      key: 'email:jana@example.org|jana moller',
      name: 'Jana Möller',
      org: 'Möller GmbH',
      city: 'Berlin',
      birthday: '1980-05-03',
      traits: [
        { kind: 'tag', text: 'Freunde' },
        { kind: 'tag', text: 'Chor' },
      ],
    });
    expect(jana && points(jana)).toEqual([
      'email jana@example.org',
      'phone 030 000001 (work)',
      'phone 0170 0000001 (cell)',
    ]);
    expect(jana?.notes).toEqual([
      'Mag Tee; keinen Kaffee',
      'Full name: Frau Jana Möller',
      'Address: Hauptstraße 5, 10115',
      'Umsatz: 1,5',
    ]);
    expect(uwe?.notes).toEqual(['Full name: Herr Uwe Weiß', 'Umsatz: 12,75']);
    expect(rejects).toEqual([]);
  });

  test.each<[string, string, (string | null)[]]>([
    [
      'English',
      'Full Name,Work Email,Cell,LinkedIn URL,Company Name,Title,Last contacted',
      ['name', 'email', 'phone', 'url', 'org', 'role', 'touch'],
    ],
    [
      'French',
      'Nom,Prénom,Courriel,Téléphone,Société,Poste,Ville,Date de naissance',
      ['last', 'first', 'email', 'phone', 'org', 'role', 'city', 'birthday'],
    ],
    [
      'Spanish',
      'Nombre,Apellidos,Correo electrónico,Teléfono móvil,Empresa,Cargo,Ciudad,Cumpleaños',
      ['first', 'last', 'email', 'phone', 'org', 'role', 'city', 'birthday'],
    ],
    [
      'Portuguese',
      'Nome,Sobrenome,E-mail,Telemóvel,Empresa,Função,Cidade,Aniversário,Observações',
      ['first', 'last', 'email', 'phone', 'org', 'role', 'city', 'birthday', 'note'],
    ],
    [
      'German, of Thunderbird',
      'Vorname,Nachname,Anzeigename,Primäre E-Mail-Adresse,Tel. dienstlich,Geburtsjahr,Geburtsmonat,Geburtstag',
      ['first', 'last', 'name', 'email', 'phone', null, null, null],
    ],
    [
      'English, of LinkedIn',
      'Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,FullName,BookmarkedAt',
      [null, 'first', 'last', 'org', 'role', 'email', 'phone', null, 'name', null],
    ],
    [
      'English, of programs',
      'displayName,givenName,surname,jobTitle,emailAddress,homePhone,birthDate,LinkedIn,emailVerified',
      ['name', 'first', 'last', 'role', 'email', 'phone', 'birthday', 'url', null],
    ],
    [
      'English, of Pipedrive',
      'Person - Name,Person - Organization,Person - Email - Work,Person - Phone - Mobile,Person - Owner,Person - Birthday',
      ['name', 'org', 'email', 'phone', null, 'birthday'],
    ],
    [
      'what only sounds like it',
      'Name,email_disabled,E-mail opt out,Phone type,File name,Company size',
      ['name', null, null, null, null, null],
    ],
  ])('in %s', (_, header, fields) => {
    expect(guessColumns(header.split(',')).map(fieldOf)).toEqual(fields);
  });

  test("Outlook's in another language than English has its places all the same", async () => {
    const { people } = await imported(fixture('outlook-german.csv'));
    expect(people).toMatchObject([
      {
        name: 'Jana Ida Möller',
        org: 'Möller GmbH',
        role: 'Leiterin',
        city: 'Potsdam',
        birthday: '1980-05-03',
        notes: [
          'Mag Tee',
          'Full name: Frau Jana Ida Möller',
          'Department: Einkauf',
          'Address (home): Am See 1, Potsdam, 14467, Deutschland',
          'Address (work): Hauptstraße 5, 2. Stock, Berlin, 10115, Deutschland',
        ],
      },
    ]);
    expect(people.flatMap(points)).toEqual([
      'email jana@example.org',
      'phone 030 000002 (fax)',
      'phone 030 000001 (work)',
      'phone 0331 000001 (home)',
      'phone 0170 0000001 (cell)',
      'url https://jana.example.org',
    ]);
  });

  test("Outlook's in French, with the columns that are called the same", async () => {
    const { people, remarks } = await imported(fixture('outlook-french.csv'));
    expect(people).toMatchObject([
      {
        name: 'Étienne Luc Lefèbvre',
        nickname: 'Titi',
        org: 'Atelier d’Été',
        role: 'Directeur',
        city: 'Paris',
        birthday: '1980-04-23',
        traits: [
          { kind: 'tag', text: 'Amis' },
          { kind: 'tag', text: 'Chœur' },
        ],
        notes: [
          'Aime le thé',
          'Full name: M. Étienne Luc Lefèbvre',
          'Department: Ventes',
          'Role: Chimiste',
          'Address (home): 1 rue Verte, Paris, 75001, France',
          'Address (work): 9 rue Bleue, Bât. B, Lyon, 69001, France',
          'Conjoint(e): Anne',
        ],
      },
    ]);
    expect(people.flatMap(points)).toEqual([
      'email etienne@example.org',
      'email e.lefebvre@example.net',
      'phone 04 00 00 00 03 (fax)',
      'phone 04 00 00 00 01 (work)',
      'phone 04 00 00 00 02 (work)',
      'phone 01 00 00 00 01 (home)',
      'phone 06 00 00 00 01 (cell)',
      'phone 08 00 00 00 01 (pager)',
      'url https://etienne.example.org',
    ]);
    expect(remarks).toEqual([{ line: 1, reason: 'kept as notes: Conjoint(e), Passe-temps' }]);
  });

  test.each([
    [
      'Spanish',
      'Nombre,Segundo nombre,Apellidos,Sufijo,Organización,Departamento,Puesto,Calle del trabajo,Ciudad de trabajo,Provincia o estado de trabajo,' +
        'Código postal del trabajo,País o región del trabajo,Fax del trabajo,Teléfono del trabajo,Particular,Teléfono móvil,Aniversario,Cumpleaños,' +
        'Dirección de correo electrónico,Tipo de correo electrónico,Nombre de pantalla de correo electrónico,Sexo',
    ],
    [
      'Portuguese',
      'Primeiro nome,Nome do meio,Último nome,Sufixo,Empresa,Departamento,Cargo,Rua comercial,Cidade comercial,Estado comercial,' +
        'Código postal comercial,Região/País comercial,Fax comercial,Fone comercial,Fone de casa,Celular,Data de aniversário de casamento,Data de nascimento,' +
        'Endereço de E-mail,Tipo de Email,Nome para Exibição do Email,Gênero',
    ],
  ])("Outlook's in %s", async (_, header) => {
    const row =
      'Rui,Luz,Lima,,Sol,Sales,Chief,Way 5,Porto,Norte,4000,Portugal,022 3,022 1,022 2,091 1,,1980-05-03,rui@example.org,SMTP,Rui Lima (rui@example.org),';
    const { people } = await imported(`${header}\n${row}\n`);
    expect(people).toMatchObject([
      { name: 'Rui Luz Lima', org: 'Sol', role: 'Chief', city: 'Porto', birthday: '1980-05-03' },
    ]);
    expect(people[0]?.notes).toEqual([
      'Department: Sales',
      'Address (work): Way 5, Porto, Norte, 4000, Portugal',
    ]);
    expect(people.flatMap(points)).toEqual([
      'email rui@example.org',
      'phone 022 3 (fax)',
      'phone 022 1 (work)',
      'phone 022 2 (home)',
      'phone 091 1 (cell)',
    ]);
  });

  test.each([
    [
      'German',
      'Vorname,Nachname,Anzeigename,Spitzname,Primäre E-Mail-Adresse,Sekundäre E-Mail-Adresse,Messenger-Name,Tel. dienstlich,Tel. privat,Fax-Nummer,' +
        'Pager-Nummer,Mobil-Tel.-Nr.,Privat: Adresse,Privat: Adresse 2,Privat: Ort,Privat: Bundesland,Privat: PLZ,Privat: Land,Dienstlich: Adresse,' +
        'Dienstlich: Adresse 2,Dienstlich: Ort,Dienstlich: Bundesland,Dienstlich: PLZ,Dienstlich: Land,Arbeitstitel,Abteilung,Organisation,Webseite 1,' +
        'Webseite 2,Geburtsjahr,Geburtsmonat,Geburtstag,Benutzerdef. 1,Benutzerdef. 2,Benutzerdef. 3,Benutzerdef. 4,Notizen',
    ],
    [
      'French',
      'Prénom,Nom de famille,Nom à afficher,Surnom,Adresse e-mail principale,Adresse e-mail secondaire,Nom de l’écran,Tél. professionnel ,Tél. personnel,Fax,' +
        'Pager,Portable,Adresse privée,Adresse privée 2,Ville,Pays/État,Code postal,Pays/Région (domicile),Adresse professionnelle,' +
        'Adresse professionnelle 2,Ville,Pays/État,Code postal,Pays/Région (bureau),Profession,Service,Société,Site web 1,' +
        'Site web 2,Année de naissance,Mois,Jour,Divers 1,Divers 2,Divers 3,Divers 4,Notes',
    ],
    [
      'Spanish',
      'Nombre,Apellidos,Nombre mostrado,Apodo,Dirección de correo electrónico principal,Dirección de correo electrónico secundaria,Nombre en pantalla,Teléfono (Trabajo),Teléfono particular,Fax,' +
        'Buscapersonas,Teléfono móvil,Dirección personal,Dirección personal 2,Ciudad donde vive,Provincia,Código postal,País de residencia,Dirección de trabajo,' +
        'Dirección de trabajo 2,Ciudad (Trabajo),Provincia (Trabajo),Código postal (Trabajo),País (Trabajo),Puesto,Departamento,Organización,Página web 1,' +
        'Página web 2,Año de nacimiento,Mes de nacimiento,Día de nacimiento,Personalizado 1,Personalizado 2,Personalizado 3,Personalizado 4,Notas',
    ],
    [
      'Portuguese',
      'Primeiro nome,Sobrenome,Nome de exibição,Apelido,Email principal,Email secundário,Nome de tela,Telefone comercial,Telefone residencial,Número do fax,' +
        'Número do pager,Número do celular,Endereço pessoal,Endereço pessoal 2,Cidade,Estado,CEP,País,Endereço comercial,' +
        'Endereço comercial 2,Cidade de trabalho,Estado de trabalho,CEP comercial,País de trabalho,Cargo,Setor,Organização,Página web 1,' +
        'Página web 2,Ano de nascimento,Mês de nascimento,Data de nascimento,Personalizado 1,Personalizado 2,Personalizado 3,Personalizado 4,Notas',
    ],
  ])("Thunderbird's in %s", async (_, header) => {
    const row =
      'Ida,Lang,Ida Lang,Idi,ida@example.org,ida@work.example,,030 1,030 2,030 3,030 4,017 5,Way 1,Flat 2,Bern,BE,3000,Switzerland,' +
      'Road 3,,Basel,BS,4000,France,Cook,Kitchen,Inn,https://inn.example,https://ida.example,1970,2,9,,,,,Mag Tee';
    const { people } = await imported(`${header}\n${row}\n`);
    expect(people).toMatchObject([
      { name: 'Ida Lang', nickname: 'Idi', org: 'Inn', role: 'Cook', city: 'Bern', birthday: '1970-02-09' },
    ]);
    expect(people[0]?.notes).toEqual([
      'Mag Tee',
      'Department: Kitchen',
      'Address (home): Way 1, Flat 2, Bern, BE, 3000, Switzerland',
      'Address (work): Road 3, Basel, BS, 4000, France',
    ]);
    expect(people.flatMap(points)).toEqual([
      'email ida@example.org',
      'email ida@work.example',
      'phone 030 1 (work)',
      'phone 030 2 (home)',
      'phone 030 3 (fax)',
      'phone 030 4 (pager)',
      'phone 017 5 (cell)',
      'url https://inn.example',
      'url https://ida.example',
    ]);
  });

  test('a city right after an address belongs to it, another address does not', async () => {
    const text =
      'Name,Home Address,City,Zip,Work Address,Mailing Address\nAna,Way 1,Porto,4000,"Road 2, Faro","PO 3, Lagos"\n';
    const [ana] = (await imported(text)).people;
    expect(ana).toMatchObject({
      city: 'Porto',
      notes: ['Address (home): Way 1, Porto, 4000', 'Address (work): Road 2, Faro', 'Address: PO 3, Lagos'],
    });
  });

  test('a title in front of the name is how to address somebody, if another says what they do', () => {
    const told = (header: string) => guessColumns(header.split(',')).map((column) => column.told);
    expect(told('Title,First Name,Last Name,Job Title')).toEqual(['prefix', 'first', 'last', 'role']);
    expect(told('Title,First Name,Last Name,Company')).toEqual(['role', 'first', 'last', 'org']);
    expect(told('Nome,Apelido,E-mail')).toEqual(['first', 'last', 'email']);
  });

  test('a birthday in three columns with German names is one', async () => {
    const text = 'Nachname;Vorname;E-Mail;Geburtsjahr;Geburtsmonat;Geburtstag\nLang;Ida;;1970;2;9\n';
    expect((await imported(text)).people[0]).toMatchObject({ name: 'Ida Lang', birthday: '1970-02-09' });
  });

  test.each([
    ['a comma', ','],
    ['a semicolon', ';'],
    ['a tab', '\t'],
    ['a pipe', '|'],
  ])('separated by %s', async (_, sign) => {
    const text = 'Name,E-mail,Revenue\nAna Silva,ana@example.org,"1,5"\n'
      .replaceAll('"1,5"', '"1_5"')
      .replaceAll(',', sign);
    const { people } = await imported(text.replace('_', ','));
    expect(people[0]).toMatchObject({ name: 'Ana Silva', notes: ['Revenue: 1,5'] });
  });

  test.each([
    ['a title', 'Kontakte 2025;;;\n;;;\nName;E-Mail;Telefon;Ort\nAda Lux;ada@example.org;030 1;Bern\n', 4],
    [
      'some words',
      'Hinweise:\n"Es fehlen vielleicht Adressen, die niemand zeigt."\n\nVorname,Nachname,URL,E-Mail-Adresse,Verbunden am\n' +
        'Ada,Lux,https://www.linkedin.com/in/ada,ada@example.org,05 Nov 2024\n',
      5,
    ],
  ])('%s may stand above it', async (_, text, line) => {
    const { people, rejects } = await imported(text);
    expect(people).toMatchObject([{ name: 'Ada Lux', line }]);
    expect(people.flatMap(points)).toContain('email ada@example.org');
    expect(rejects).toEqual([]);
  });

  test('prose is no table, even with a line that could be a header', () => {
    const text = 'Dear all,\nplease send me\nname, phone, city\nuntil Monday, thank you.\n';
    expect(importerFor(sourceFile(text))).toBeNull();
  });

  test('a spreadsheet may say what separates', async () => {
    const { people } = await imported('sep=|\nName|E-mail\nAna|ana@example.org\n');
    expect(people).toMatchObject([{ name: 'Ana', line: 3 }]);
  });

  test('lists of numbers by commas, and of tags in quotes', async () => {
    const text =
      'Name,Phones,TAGS\nAna,"+351 910 000 001,+351 910 000 002, +351 910 000 004","""VIP"",""Tea, black"""\nBen,"910 000 003,,12",\n';
    const [ana, ben] = (await imported(text)).people;
    expect(ana && points(ana)).toEqual([
      'phone +351 910 000 001',
      'phone +351 910 000 002',
      'phone +351 910 000 004',
    ]);
    expect(ana?.traits.map((trait) => trait.text)).toEqual(['VIP', 'Tea, black']);
    expect(ben && points(ben)).toEqual(['phone 910 000 003,,12']);
  });

  test('cells that list several, and what has a field of its own', async () => {
    const text =
      'Name;E-mail;Phone;Tags;Interests;Met on;Last contact;Keep in touch;Circle;Location\n' +
      'Ana;"a@example.org, b@example.org";900 000 001 / 2;Chess | Tea;Rust;2020-05-03;2026-01-02;every 6 weeks;Close;Porto\n' +
      'Ben;none;see notes;;;someday;2030-01-01;often;best;\n';
    const [ana, ben] = (await imported(text)).people;
    expect(ana).toMatchObject({
      city: 'Porto',
      metOn: '2020-05-03',
      lastOn: '2026-01-02',
      everyDays: 42,
      circle: 'close',
      notes: [],
    });
    expect(ana && points(ana)).toEqual([
      'email a@example.org',
      'email b@example.org',
      'phone 900 000 001 / 2',
    ]);
    expect(ana?.traits.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'tag Chess',
      'tag Tea',
      'interest Rust',
    ]);
    expect(ben).toMatchObject({ metOn: null, lastOn: null, everyDays: null, circle: null });
    expect(ben?.notes).toEqual([
      'E-mail: none',
      'Phone: see notes',
      'Met on: someday',
      'Last contact: 2030-01-01',
      'Keep in touch: often',
      'Circle: best',
    ]);
  });
});

describe('a map', () => {
  test.each<[string, string, [string, string][]]>([
    [
      'numbers and names',
      'name=2,email="E-mail"',
      [
        ['name', '2'],
        ['email', 'E-mail'],
      ],
    ],
    [
      'as a shell leaves it',
      'name=2,email=E-mail 1',
      [
        ['name', '2'],
        ['email', 'E-mail 1'],
      ],
    ],
    [
      'with quotes in quotes',
      'name="The ""real"" name, in full" , tag = Group',
      [
        ['name', 'The "real" name, in full'],
        ['tag', 'Group'],
      ],
    ],
    [
      'in other words',
      'Last-Name=1,E-Mail=2,company=3',
      [
        ['last', '1'],
        ['email', '2'],
        ['org', '3'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(readMap(text).map(({ field, column }) => [field, column])).toEqual(expected);
  });

  test.each([
    '',
    'name',
    'name=',
    '=2',
    'name=2,',
    'name=2;email=3',
    'name="2',
    'name=2 email=3'.repeat(2000),
  ])('%s is none', (text) => {
    if (text === 'name=2,' || text === 'name=2;email=3') return expect(readMap(text)).toHaveLength(1);
    return expect(() => readMap(text)).toThrow(expect.objectContaining({ code: 'usage' }));
  });

  test('a field that there is not is named with those that there are', () => {
    expect(() => readMap('nmae=2')).toThrow(
      expect.objectContaining({
        code: 'usage',
        message: '--map knows no field "nmae"',
        hint: expect.stringContaining('name, first, middle, last'),
      }),
    );
    expect(() => readMap('constructor=1')).toThrow(expect.objectContaining({ code: 'usage' }));
    expect(() => readMap('__proto__=1')).toThrow(expect.objectContaining({ code: 'usage' }));
  });

  test('a column that there is not is named with those that there are', () => {
    expect(() => columnsIn(readMap('name=7'), ['Wer', ''])).toThrow(
      expect.objectContaining({
        code: 'rejected',
        message: 'this table has no column "7"',
        hint: 'its columns are 1 "Wer", 2 (no name)',
      }),
    );
  });

  test('without a name it says nobody', () => {
    expect(() => columnsIn(readMap('tag=1'), ['A', 'B'])).toThrow(
      expect.objectContaining({ code: 'rejected' }),
    );
  });

  test('written and read again is the same', () => {
    const column = fc
      .string({ minLength: 1, maxLength: 20 })
      .filter((text) => text.trim() === text && !/^"|\n/.test(text));
    const field = fc.constantFrom('name', 'email', 'tag', 'skip', 'note');
    fc.assert(
      fc.property(fc.array(fc.record({ field, column }), { minLength: 1, maxLength: 6 }), (columns) => {
        expect(readMap(mapText(columns))).toEqual(columns);
      }),
    );
  });

  test('says what the columns of any table are; the others become notes, or are left out', async () => {
    const text = 'Wer;Wo (büro);Wann;Was;Was\nAna Silva;ana@example.org;3.5.1980;rot;grün\n';
    const { people } = await map(text, 'name=WER,email="wo (buro)",birthday=3,skip=5');
    expect(people).toMatchObject([
      {
        name: 'Ana Silva',
        birthday: '1980-05-03',
        notes: ['Was: rot'],
        points: [{ value: 'ana@example.org', label: 'work' }],
      },
    ]);
    expect((await map(text, 'name=1,tag=Was')).people[0]?.traits.map(({ text }) => text)).toEqual([
      'rot',
      'grün',
    ]);
    expect((await map(text, 'name=1,id=2')).people[0]?.key).toBe('ana@example.org');
    expect((await map(text, 'name=1,note=4')).people[0]?.notes).toEqual([
      'rot',
      'Wo (büro): ana@example.org',
      'Wann: 3.5.1980',
      'Was: grün',
    ]);
  });

  test('says only what it names: the names of the other columns stand', async () => {
    const text = 'Name,E-mail,Birthday,Wer,Every\nAna,ana@example.org,1980-05-03,Ana Silva,month\n';
    expect((await map(text, 'name=Wer')).people).toMatchObject([
      {
        name: 'Ana Silva',
        birthday: '1980-05-03',
        everyDays: 30,
        points: [{ value: 'ana@example.org' }],
        notes: ['Name: Ana'],
      },
    ]);
    expect((await map(text, 'tag=Wer')).people).toMatchObject([
      { name: 'Ana', traits: [{ kind: 'tag', text: 'Ana Silva' }], points: [{ value: 'ana@example.org' }] },
    ]);
    expect((await map(text, 'titled=Birthday,skip=Every')).people).toMatchObject([
      { birthday: null, everyDays: null, notes: ['Birthday: 1980-05-03', 'Wer: Ana Silva'] },
    ]);
    await expect(map(text, 'note=1,tag=2')).rejects.toMatchObject({ code: 'rejected' });
  });

  test('a birthday of its own stands for one in three columns', async () => {
    const text = 'Name;Geburtsjahr;Geburtsmonat;Geburtstag;Wann\nIda;1970;2;9;1971-03-04\n';
    expect((await map(text, 'birthday=Wann')).people).toMatchObject([{ birthday: '1971-03-04' }]);
  });

  test('wins over what the file seems to be', async () => {
    const file = sourceFile(fixture('google-old.csv'));
    const importer = importerFor(file, true);
    expect(importer).toBe(csv);
    const { people } = await parsed(csv, file, { columns: readMap('name="Family Name",first="Given Name"') });
    expect(people[0]?.name).toBe('Silva');
    expect(importerFor(sourceFile('no table at all'), true)).toBe(null);
  });

  test('a table without a name column says what to type', async () => {
    const text = 'Wer,Wo\nAna,Lisboa\nBen,Porto\n';
    await expect(imported(text)).rejects.toMatchObject({
      code: 'rejected',
      message: 'no column of file is one that net knows as a name; they are 1 "Wer", 2 "Wo"',
      hint: expect.stringContaining('--map name=1'),
    });
  });

  test('is remembered under the columns of the table, whatever their case and accents', () => {
    expect(signature(['Größe', 'E-mail'])).toBe(signature(['GRÖßE', 'e-mail']));
    expect(signature(['Name', 'E-mail'])).not.toBe(signature(['E-mail', 'Name']));
    expect(signature(['a,b'])).not.toBe(signature(['a', 'b']));
  });
});

describe('what is no table', () => {
  test.each<[string, string]>([
    ['nothing', ''],
    ['blank lines', '\n \n\n'],
    ['prose', 'Dear Ana,\nI hope you are well, and Ben too.\nYours, Cy\n'],
    ['prose with as many commas in each line', 'Hello there, Ana\nI was in Porto, alone\n'],
    ['a list', '- Ana, ana@example.org\n- Ben, ben@example.org\n'],
    ['JSON', '{"name":"Ana","email":"ana@example.org"}\n'],
    ['JSON in lines', '["Name","E-mail"]\n["Ana","a@example.org"]\n'],
    ['Markdown', '# Name, E-mail\n\nAna, ana@example.org\n'],
    ['a table of Markdown', '| Name | E-mail |\n|---|---|\n| Ana | ana@example.org |\n'],
    ['HTML', '<p>Name, e-mail</p>\n<p>Ana, b</p>\n'],
    ['a mailbox', 'From ana@example.org Sat Jan  1 00:00:00 2022\nFrom: Ana, Ben\nTo: Cy, Dee\n\nHi, you\n'],
    ['a mail', 'To: Ana, Ben\nCc: Cy, Dee\n\nHi, you\n'],
    ['a calendar', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Tea, coffee\nEND:VEVENT\nEND:VCALENDAR\n'],
    ['cards', card('NOTE:Name,E-mail')],
    ['cards below a table', `Name,E-mail\na,b@c.org\n${card('NOTE:x')}`],
    ['connections of LinkedIn', fixture('connections-2018.csv')],
    ['one column', 'Name\nAna\nBen\n'],
    ['rows without a header', 'Ana Silva,ana@example.org\nBen Okafor,ben@example.org\n'],
    ['numbers', '1,2,3\n4,5,6\n'],
    ['code', 'const a = [1, 2];\nconst b = [3, 4];\n'],
    ['rows of different length', 'Wer,Wo\nAna\nBen,Porto,Portugal\n'],
    ['a header that nobody knows, and no rows', 'Wer,Wo\n'],
  ])('%s', (_, text) => expect(csv.detect(text, sourceFile(text))).toBe(false));

  test('no vCard of the fixtures is one', () => {
    for (const name of ['android.vcf', 'iphone.vcf', 'outlook.vcf']) {
      expect(csv.detect(fixture(name), sourceFile(fixture(name)))).toBe(false);
    }
  });
});

describe('what is broken or hostile', () => {
  test('names of columns that mean something to JavaScript', async () => {
    const text =
      'Name,__proto__,constructor,toString,hasOwnProperty,prototype\nAna,a,b,c,d,e\n__proto__,f,,,,\nconstructor,,,,,\n';
    const { people } = await imported(text);
    expect(people.map(({ name }) => name)).toEqual(['Ana', '__proto__', 'constructor']);
    expect(people[0]?.notes).toEqual([
      '__proto__: a',
      'Constructor: b',
      'ToString: c',
      'HasOwnProperty: d',
      'Prototype: e',
    ]);
    expect(({} as Record<string, unknown>).polluted).toBe(undefined);
  });

  test('a quote that is never closed costs its own row only', async () => {
    const text = 'Name,City,E-mail,Note\nAna,"Lisboa,,\nBen,Porto,,\nCy,Faro,,fine\n';
    const { people, rejects } = await imported(text);
    expect(people.map(({ name }) => name)).toEqual(['Ben', 'Cy']);
    expect(rejects).toEqual([{ line: 2, reason: 'a quoted cell in this row does not end' }]);
  });

  test('long notes with commas stay in one piece', async () => {
    const note = Array.from({ length: 300 }, (_, i) => `Apples, pears, plums, figs and ${i} "nuts"`).join(
      '\n',
    );
    const text = `Name,E-mail,Note,City\nAna,a@example.org,"${note.replaceAll('"', '""')}",Porto\nBen,,"a,b,c,d,e",\n`;
    const { people, rejects } = await imported(text);
    expect(people).toMatchObject([
      { name: 'Ana', notes: [note], city: 'Porto' },
      { name: 'Ben', notes: ['a,b,c,d,e'], line: 302 },
    ]);
    expect(rejects).toEqual([]);
  });

  test('ragged rows: short ones are taken, longer ones are rejected, empty ones are passed over', async () => {
    const text =
      'Name,E-mail,City\nAna\nBen,,Porto\n,,\n\nCy,,Faro,,\nDee,,Faro,Portugal\nEd,e@example.org,Lund\nFay,,\nGil,,\n';
    const { people, rejects } = await imported(text);
    expect(people.map(({ name, line }) => [name, line])).toEqual([
      ['Ana', 2],
      ['Ben', 3],
      ['Cy', 6],
      ['Ed', 8],
      ['Fay', 9],
      ['Gil', 10],
    ]);
    expect(rejects).toEqual([{ line: 7, reason: 'this row has more cells than the header names' }]);
  });

  test('columns of the same name, and of none', async () => {
    const { people } = await imported(
      'Name,E-mail,E-mail,Note,Note,\nAna,a@example.org,b@example.org,one,two,three\n',
    );
    expect(people[0]?.points.map(({ value }) => value)).toEqual(['a@example.org', 'b@example.org']);
    expect(people[0]?.notes).toEqual(['one', 'two', 'Column 6: three']);
  });

  test('a header alone', async () => {
    expect(await imported('Name,E-mail\n')).toMatchObject({ people: [], rejects: [] });
    for (const name of ['google-new.csv', 'outlook-web.csv', 'thunderbird.csv']) {
      const [header = ''] = fixture(name).split('\n');
      expect(await imported(header)).toMatchObject({ people: [], rejects: [] });
    }
  });

  test('a header of several lines', async () => {
    const { people } = await imported(
      'Name,"E-mail\n(private)","How did\nyou meet?"\nAna,a@example.org,Tea\n',
    );
    expect(people).toMatchObject([{ name: 'Ana', line: 4, notes: ['How did you meet?: Tea'] }]);
    expect(people[0]?.points).toMatchObject([{ label: 'home' }]);
  });

  test('a file that is none of a producer is rejected by its parser', async () => {
    for (const importer of IMPORTERS.filter(({ name }) => name.includes('CSV'))) {
      await expect(parsed(importer, sourceFile(''))).rejects.toMatchObject({ code: 'rejected' });
      await expect(parsed(importer, sourceFile('a'), { columns: readMap('name=1') })).rejects.toMatchObject({
        code: 'rejected',
      });
    }
  });

  test('300 columns', async () => {
    const headers = ['Name', ...Array.from({ length: 299 }, (_, i) => `Answer no. ${i}`)];
    const row = ['Ana', ...Array.from({ length: 299 }, (_, i) => `${i} is "my", answer`)];
    const quoted = row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
    const { people } = await imported(`${headers.join(',')}\n${quoted}\n`);
    expect(people[0]?.notes).toHaveLength(299);
    expect(people[0]?.notes.at(-1)).toBe('Answer no. 298: 298 is "my", answer');
  });

  test.each<[string, string]>([
    ['quotes that do not end', 'Ana,"b,\n'.repeat(4000)],
    ['quotes', '"'.repeat(90_000)],
    ['quotes in lines', '"\n'.repeat(20_000)],
    ['list separators', ` ${':::'.repeat(30_000)}`],
    ['lists', `a${' ::: a'.repeat(15_000)}`],
    ['spaces', `Ana,${' '.repeat(90_000)}x`],
    ['slashes', `Ana,${'1/'.repeat(40_000)}`],
    ['at signs', `Ana,,${'a@'.repeat(40_000)}`],
    ['semicolons', `Ana,,${';'.repeat(90_000)}`],
    ['cells', ','.repeat(90_000)],
  ])('%s take no longer than their length', async (_, rows) => {
    const text = `Name,Birthday,E-mail,Phone,URL,Tags\nBen,,,,,\n${rows}`;
    for (const importer of IMPORTERS) {
      importer.detect(text, sourceFile(text));
      await parsed(importer, sourceFile(text), {
        columns: readMap('name=1,birthday=2,email=3,phone=4,url=5,tag=6'),
      }).catch((error) => expect(error).toMatchObject({ name: 'NetError' }));
    }
  });
});

const ROWS = tries(30_000, 100_000);

test(`${ROWS} rows stream, and memory does not grow with their number`, async () => {
  const rows = function* (count: number): Generator<Uint8Array> {
    yield Buffer.from(
      'First Name,Last Name,E-mail Address,Company,Job Title,Mobile Phone,Birthday,Categories,Notes\n',
    );
    for (let i = 0; i < count; i += 100) {
      const lines = Array.from(
        { length: 100 },
        (_, j) =>
          `"P${i + j}","Silva","p${i + j}@example.org","Acme","Cook","900 ${i + j}","12/28/1980","a;b","likes ""tea"", and rain"\n`,
      );
      yield Buffer.from(lines.join(''));
    }
  };
  const read = async (count: number) => {
    const file = { path: 'file', size: count * 100, chunks: () => rows(count), files: null };
    const importer = importerFor(file);
    const parse = await importer?.parser();
    let people = 0;
    let most = 0;
    for await (const part of parse?.(file, GIVEN) ?? []) {
      if ('person' in part) people++;
      if (people % 10_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
    }
    return { people, most };
  };
  await read(2000);
  const large = await read(ROWS);
  expect(large.people).toBe(ROWS);
  expect(large.most).toBeLessThan(400_000_000);
});

describe('people who share an address or a number', () => {
  test.each([
    ['a number', 'Name,Phone\n', ['Ana Silva,021 000 001', 'Rui Silva,021 000 001']],
    ['an address', 'Name,E-mail\n', ['Ana Silva,info@example.org', 'Rui Silva,info@example.org']],
    [
      'an address, of LinkedIn',
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n',
      ['Ana,Silva,,info@example.org,,,', 'Rui,Silva,,info@example.org,,,'],
    ],
  ])('stay who they are when their rows change places: %s', async (_, header, rows) => {
    const keys = async (lines: readonly string[]) =>
      (await imported(`${header}${lines.join('\n')}\n`)).people
        .map(({ key, name }) => [name, key])
        .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
    expect(await keys([...rows].reverse())).toEqual(await keys(rows));
  });
});

describe('what came in otherwise than it was meant is told', () => {
  test('columns that net does not know, at the line that names them', async () => {
    const text = 'Name,Geb.,E-mail,Wie oft,Sensitivity\nAna,3.5.,ana@example.org,oft,Normal\n';
    const { remarks, people } = await imported(text);
    expect(remarks).toEqual([{ line: 1, reason: 'kept as notes: Geb., Wie oft' }]);
    expect(people[0]?.notes).toEqual(['Geb.: 3.5.', 'Wie oft: oft']);
  });

  test('a table in which nobody has a name', async () => {
    const text = '\nE-mail,City\nana@example.org,Porto\n';
    expect((await imported(text)).remarks).toEqual([
      {
        line: 2,
        reason: expect.stringMatching(/^no column is a name, so people are called by their e-mail/),
      },
    ]);
    expect((await imported('Name,E-mail\nAna,ana@example.org\n')).remarks).toEqual([]);
  });

  test('a value that cannot be read', async () => {
    const text =
      'Name,Every,Circle,Birthday,Last contact\n' +
      'Ana,gibberish,best,soon,2030-01-01\nBen,monthly,close,1980-05-03,0000-00-00\n';
    const { remarks, people } = await imported(text);
    expect(remarks).toEqual([
      { line: 2, reason: 'birthday: "soon" is no day for sure: kept as a note' },
      { line: 2, reason: 'touch: "2030-01-01" is no day in the past for sure: kept as a note' },
      { line: 2, reason: 'every: "gibberish" is no span: kept as a note' },
      { line: 2, reason: 'circle: "best" is no circle: kept as a note' },
    ]);
    expect(people[0]?.notes).toEqual([
      'Birthday: soon',
      'Last contact: 2030-01-01',
      'Every: gibberish',
      'Circle: best',
    ]);
    const many = `Name,Every\n${Array.from({ length: 300 }, (_, i) => `Ana ${i},never\n`).join('')}`;
    expect((await imported(many)).remarks).toHaveLength(100);
  });

  test.each([
    ['weekly', 7],
    ['Every two weeks', 14],
    ['biweekly', 14],
    ['bi-weekly', 14],
    ['fortnightly', 14],
    ['monthly', 30],
    ['every quarter', 91],
    ['quarterly', 91],
    ['yearly', 365],
    ['Annually', 365],
    ['twice a year', 182],
    ['wöchentlich', 7],
    ['alle 6 Wochen', 42],
    ['6 Wochen', 42],
    ['alle zwei Wochen', 14],
    ['jeden Monat', 30],
    ['monatlich', 30],
    ['vierteljährlich', 91],
    ['halbjährlich', 182],
    ['jährlich', 365],
    ['hebdomadaire', 7],
    ['toutes les 6 semaines', 42],
    ['mensuel', 30],
    ['tous les mois', 30],
    ['trimestriel', 91],
    ['annuel', 365],
    ['2 ans', 730],
    ['semanal', 7],
    ['cada 6 semanas', 42],
    ['quincenal', 14],
    ['mensual', 30],
    ['trimestral', 91],
    ['anual', 365],
    ['3 años', 1095],
    ['a cada 2 meses', 60],
    ['quinzenal', 14],
    ['mensal', 30],
    ['6w', 42],
  ])('"%s" is every %d days', async (text, days) => {
    const [ana] = (await imported(`Name,Every\nAna,${text}\n`)).people;
    expect(ana).toMatchObject({ everyDays: days, notes: [] });
  });
});
