import type { AddressPart, Told } from './meaning.ts';

/**
 * What columns are called in English, German, French, Spanish and Portuguese, without accents. A name that stands for two things in two
 * of these languages is decided by the columns beside it: see guess.ts.
 */
const WORDS: Partial<Record<Told, string>> = {
  name:
    'name|names|full name|fullname|display name|displayname|contact|contact name|person|who|vollstandiger name|anzeigename|kontakt|vor und nachname|name vorname|nachname vorname|' +
    'nom complet|nom|nom a afficher|nombre mostrado|nome de exibicao|nome exibido|nom et prenom|nom prenom|prenom et nom|prenom nom|nombre|nombre completo|nombre y apellidos|contacto|nome|nome completo|contato',
  first:
    'first|first name|firstname|given name|givenname|forename|vorname|prenom|nombre de pila|primer nombre|primeiro nome|nome proprio',
  middle:
    'middle|middle name|middlename|second name|additional name|zweiter vorname|weitere vornamen|deuxieme prenom|segundo nombre|segundo nome|nome do meio',
  last:
    'last|last name|lastname|surname|family name|familyname|nachname|familienname|zuname|nom de famille|apellido|apellidos|primer apellido|sobrenome|' +
    'apelido|apelidos|ultimo nome',
  prefix: 'prefix|name prefix|salutation|honorific|anrede|civilite|tratamiento|tratamento',
  suffix: 'suffix|name suffix|suffixe|sufijo|sufixo',
  nickname: 'nickname|nick|nick name|alias|spitzname|rufname|surnom|pseudo|apodo|alcunha',
  initials: 'initials|initialen|initiales|iniciales|iniciais',
  org:
    'company|companies|company name|companyname|organization|organisation|organization name|organisation name|org|employer|account|account name|associated company|firma|firmenname|' +
    'unternehmen|arbeitgeber|organisationen|societe|entreprise|employeur|empresa|compania|organizacion|empleador|companhia|organizacao|empregador',
  department: 'department|abteilung|service|departement|departamento|setor',
  role:
    'job title|jobtitle|title|titre|titulo|position|role|job|occupation|profession|beruf|funktion|stelle|stellenbezeichnung|berufsbezeichnung|arbeitstitel|rolle|poste|fonction|' +
    'titre du poste|metier|puesto|cargo|funcion|profesion|ocupacion|funcao|profissao|ocupacao',
  city: 'city|town|location|lives in|stadt|ort|wohnort|ville|lieu|ciudad|localidad|poblacion|ciudad donde vive|cidade|localidade',
  birthday:
    'birthday|birth date|birthdate|date of birth|dob|bday|born|born on|geburtstag|geburtsdatum|geboren|geboren am|geb datum|anniversaire|date de naissance|naissance|' +
    'cumpleanos|fecha de nacimiento|nacimiento|aniversario|data de nascimento|data de aniversario|nascimento',
  tag:
    'tag|tags|label|labels|group|groups|group membership|category|categories|list|lists|gruppe|gruppen|kategorie|kategorien|schlagwort|schlagworter|' +
    'stichworte|groupe|groupes|categorie|categories|etiquette|etiquettes|libelles|grupo|grupos|categoria|categorias|etiqueta|etiquetas|marcadores',
  interest:
    'interest|interests|hobby|hobbies|interessen|hobbys|interets|centres d interet|loisirs|intereses|aficiones|interesses|passatempos',
  need: 'needs|looking for',
  offer: 'offers|can help with',
  note:
    'note|notes|comment|comments|remark|remarks|notiz|notizen|bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar|kommentare|remarque|remarques|' +
    'commentaire|commentaires|nota|notas|comentario|comentarios|observacion|observaciones|observacao|observacoes|memo',
  met: 'met|met on|date met|first met|connected on|kennengelernt|kennengelernt am|verbunden am|connecte le|conectado el|conectado em|rencontre le|date de rencontre|conocido el|fecha de encuentro|conhecido em',
  touch:
    'last contact|last contacted|last contacted at|last touch|last spoke|last talked|last seen|last seen at|last met|last interaction|last contact date|letzter kontakt|' +
    'dernier contact|ultimo contacto|ultimo contato',
  every:
    'every|every days|cadence|frequency|keep in touch|keep in touch every|keep in touch frequency|contact frequency',
  circle: 'circle',
  id: 'id|uid|uuid|contact id|contactid|record id|record id contact|person id',
  date: 'anniversary|wedding anniversary|jahrestag|hochzeitstag|anniversaire de mariage|anniversaire de mariage ou fete|aniversario de boda|aniversario de casamento',
  photo: 'photo|picture|avatar|photo url|avatar url|image|bild|foto',
  'birth year': 'birth year|birthday year|geburtsjahr|annee de naissance|ano de nacimiento|ano de nascimento',
  'birth month':
    'birth month|birthday month|geburtsmonat|mois de naissance|mes de nacimiento|mes de nascimento',
  'birth day': 'birth day|birthday day|jour de naissance|dia de nacimiento|dia de nascimento',
};

const ADDRESS: Record<AddressPart, string> = {
  formatted:
    'address|full address|postal address|mailing address|adresse|anschrift|direccion|endereco|morada',
  box: 'po box|postfach|boite postale|apartado|caixa postal',
  extended: 'address line 2|address 2|street 2|adresszusatz|complement d adresse|complemento',
  street:
    'street|street address|address line 1|address 1|strasse|straße|strasse nr|straße nr|strasse hausnummer|straße hausnummer|' +
    'strasse und hausnummer|straße und hausnummer|rue|calle|rua',
  city: '',
  region:
    'state|province|region|county|state province|bundesland|kanton|bundesland kanton|dep region|pays etat|provincia|provincia o estado|estado|distrito',
  code: 'zip|zip code|zipcode|postal code|postcode|post code|zip postal code|plz|postleitzahl|code postal|codigo postal|cep',
  country:
    'country|country region|land|land region|pays|pays region|pais|pais region|pais o region|regiao pais',
};

export const BY_WORD: ReadonlyMap<string, Told> = new Map(
  Object.entries(WORDS).flatMap(([told, words]) =>
    words.split('|').map((word) => [word, told as Told] as const),
  ),
);

export const ADDRESS_BY_WORD: ReadonlyMap<string, AddressPart> = new Map(
  Object.entries(ADDRESS).flatMap(([part, words]) =>
    words === '' ? [] : words.split('|').map((word) => [word, part as AddressPart] as const),
  ),
);

/** Words anywhere in the name of a column that tells how to reach somebody. */
export const REACHED: readonly (readonly ['email' | 'phone' | 'url', RegExp])[] = [
  [
    'email',
    /\b(?:e ?)?mails?\b|\be ?mail ?adress|\bcorreos?\b|\bcorreios?\b|\bcourriels?\b|\badresses? (?:de messagerie|electroniques?)\b/,
  ],
  [
    'phone',
    /\b(?:tele)?phones?\b|\btele?\b|telefo[a-z]{1,12}|\btelephone|mobil|\bcell|\bhandy|\bportable\b|\bmovil\b|\bcelular|\btelemovel|\bwhatsapp\b|fax\b|\bpager\b|\btelecopie\b|\bfones?\b|rufnummer|\b(?:radiomessagerie|buscapersonas|localizador)\b/,
  ],
  [
    'url',
    /\burls?\b|\bweb ?(?:sites?|pages?|seiten?)?\b|\bhome ?page\b|\bsite(?: web| internet)?\b|\bpaginas? web\b|\blinkedin\b|\btwitter\b|\bgithub\b|\bmastodon\b|\bfacebook\b|\binstagram\b|\bblog\b/,
  ],
];

/** A name that is about something of theirs rather than it itself: `Phone type`, `E-mail opt out`. */
export const ABOUT =
  /\b(?:type|typ|opt|count|status|valid|verified|consent|sent|opened|bounced|source|provider|quelle|privacy|anzahl|display|angezeigter|domain|subscribed|disabled|enabled)\b/;

/** What a way to reach somebody is for. */
export const PURPOSES: readonly (readonly [string, RegExp])[] = [
  ['fax', /fax\b|\btelecopie\b/],
  ['pager', /\bpager\b|\b(?:radiomessagerie|buscapersonas|localizador)\b/],
  ['cell', /mobil|\bcell|\bhandy|\bportable\b|\bmovil\b|\bcelular|\btelemovel/],
  ['LinkedIn', /\blinkedin\b/],
  ['Twitter', /\btwitter\b/],
  ['GitHub', /\bgithub\b/],
  ['Mastodon', /\bmastodon\b/],
  ['Facebook', /\bfacebook\b/],
  ['Instagram', /\binstagram\b/],
  ['WhatsApp', /\bwhatsapp\b/],
  [
    'work',
    /\bwork\b|\bbusiness\b|\boffice\b|geschaftlich|\bdienst|\bburo\b|\bbureau\b|professionn|\btravail\b|\btrabajo\b|\btrabalho\b|\boficina\b|\barbeit\b|\bcomercial\b|\bprofissional\b/,
  ],
  [
    'home',
    /\bhome(?! ?page)\b|\bprivate?\b|\bpersonal\b|\bpersonnel|\bmaison\b|\bdomicile\b|\bcasa\b|\bparticular\b|\bpessoal\b|\bresidencial\b/,
  ],
];

/** Where an address is: words around the name of one of its parts. */
export const PLACES: readonly (readonly ['work' | 'home' | 'other', RegExp])[] = [
  [
    'work',
    /\b(?:geschaftlich|dienstlich|bureau|professionnelle?|trabajo|local de trabalho|trabalho|comercial|profissional|work|business|office)\b/,
  ],
  [
    'home',
    /\b(?:privat|domicile|privee?|personnelle?|particular|casa|residencial|residencia|pessoal|home|private|personal)\b/,
  ],
  ['other', /\b(?:weiterer?|autre|otro|otra|outro|outra|other)\b/],
];

/** Columns that a program fills for everybody, and what it puts there where nobody has said anything. */
export const FILLED =
  /^(?:priorit|sensitivity|vertraulichkeit|criticite|confidenti|critere de diffusion|diffusion|sensibili|privat$|private$|prive$|privado$|gender|geschlecht|sexe$|sexo$|genero$|email.* type?$|type de messagerie|tipo de (?:correo|email))/;
export const UNSAID =
  /^(?:normale?|false|falsch|faux|falso|unspecified|keine angabe|non sp[eé]cifi[eé]e?|sin especificar|n[aã]o especificado|smtp|ex)$/i;
