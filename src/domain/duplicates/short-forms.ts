/**
 * Common short forms of first names in English, Portuguese, Spanish and German: the whole name, then what people make of it. Folded, as
 * names are compared. A short form of several names may be any of them.
 */
const TABLE = `
abigail: abby gail
albert: al bert albie
alejandro: ale alex jandro
alexander: al alex alec sandy xander sascha sasha
alexandra: alex alexa sandra sandy sascha sasha xana
alexandre: alex xande
alfred: al alf alfie fred freddie
alice: ally
andrea: andy
andreas: andi andy
andreia: deia
andrew: andy drew
angela: angie
anna: annie
anne: annie
anthony: tony ant
antonia: toni tonia
antonio: tony toni tonio toninho tonho tono antoninho
arthur: art artie
barbara: barb babs babsi
beatriz: bia bea
benedikt: ben
benjamin: ben benny benji
bernhard: bernd bernie
bernardo: nardo
carlos: carlitos carlinhos caco
carolina: carol caro
catarina: cat cata kika
catherine: cat cathy kate katie kitty cath
charles: charlie chuck chas
charlotte: charlie lotte lottie
christian: chris
christina: chris chrissy tina christa
christine: chris chrissy tina
christopher: chris topher kit
christoph: chris
concepcion: concha conchita
conceicao: sao
cristina: cris tina
daniel: dan danny dani
daniela: dani
david: dave davey
deborah: deb debbie
dolores: lola
dominic: dom nick
donald: don donnie
dorothy: dot dottie dolly
eduardo: edu dudu duda lalo
edward: ed eddie ned ted teddy
eleanor: ellie nell nora
elizabeth: liz lizzie beth betty eliza ellie libby betsy lisa
elisabeth: lisa lisbeth liesl sissi elli else
emanuel: manu manel
emily: em emmy
enrique: quique kike
ernesto: neto
eugene: gene
fernando: nando fer
filipe: lipe pipo
florian: flo
frances: fran frankie
francisca: chica kika paca paquita xica
francisco: chico paco pancho curro kiko fran quico xico
franz: franzl
frederick: fred freddie freddy
frederico: fred kiko
friedrich: fritz fred
gabriel: gabe gabi biel
gabriela: gabi gabby
georg: schorsch
gerald: gerry jerry
gerhard: gerd
gertrude: trudy gerti
gonzalo: gonza
gregory: greg
guilherme: gui guiga
guillermo: guille memo
hannelore: hanne lore
harold: harry hal
heinrich: heinz heiner hein
helena: lena nena
henry: harry hank hal
henrique: rique quique
ignacio: nacho
irene: rene
isabel: bel belinha isa
isabella: bella izzy isa
jacob: jake
jakob: jockel
james: jim jimmy jamie jem
janet: jan
jennifer: jen jenny jenn
jeffrey: jeff
jeremy: jem jerry
jesus: chus chucho suso
jessica: jess jessie
joachim: jochen achim jo
joana: jo
joao: joca juca joaozinho janjao
joaquim: quim
joaquin: quino ximo
johann: hans hannes
johannes: hans hannes jo
john: jack johnny jon
jonathan: jon jonny nathan
jorge: jorginho coque
jose: pepe ze zeca zezinho pepito chepe zezito
josef: sepp beppo jupp
josefa: pepa fina
joseph: joe joey jo
joshua: josh
juan: juanito juancho
judith: judy jude
julia: jule
karl: kalle charly
karolina: karo
katharina: kathi katja kati kathe trina
katherine: kate kathy katie kat kitty kay
kenneth: ken kenny
konrad: conny
laura: lala
lawrence: larry laurie
leonard: leo len lenny
leonardo: leo nando
leonor: nono
lillian: lily lil
lourdes: lurdes luli
ludwig: lutz wiggerl
luis: lucho luisinho lulu
luiz: lula luizinho
lucia: luci
luisa: lu
magdalena: lena magda leni
manuel: manolo manel manu manny nel
manuela: manu nela
marcelo: celo
marcos: marquinhos
margaret: maggie meg peggy marge madge rita greta
margarida: guida
margarete: grete gretel greta gretchen
maria: mia mimi
matthew: matt matty
matthias: matze hias
maximilian: max maxi
megan: meg
mercedes: merche
michael: mike mick mickey micky mikey michi
michaela: michi ela
miguel: migui miguelito
monica: moni
monika: moni
nathaniel: nat nate nathan
nicholas: nick nicky nico
nikolaus: klaus niko
nicolas: nico
nuno: nuninho
oliver: ollie olli
pamela: pam
patricia: pat patty tricia trish pati
patrick: pat paddy rick
paula: pauli
paulo: paulinho
pedro: pedrinho perico pete
peter: pete
philip: phil pip
pilar: pili
priscilla: cilla
rafael: rafa
raimundo: mundo
ramon: moncho
raymond: ray
rebecca: becky becca bec
ricardo: ric rick cadu ricky
richard: dick rick rich richie ricky
robert: bob bobby rob robbie bert robby
roberto: beto berto tito
rodrigo: rodri digo
roland: roly
ronald: ron ronnie
rosario: charo
rudolf: rudi
salvador: chava salva
samantha: sam
samuel: sam sammy
santiago: santi chago tiago
sebastian: seb basti bastian sebas
sebastiao: tiao
sergio: checo
sofia: sofi fifi
sophia: sophie
stefan: steff
stephanie: steph steffi stephie
stephen: steve steph
steven: steve
susan: sue susie suzy
susana: susi
susanne: susi sanne
sylvester: sly
teresa: tete tere
theodore: ted teddy theo
theresa: terry tess resi
thomas: tom tommy
tiago: ti
timothy: tim timmy
ulrich: uli ulli
ulrike: uli ulli rike
ursula: uschi ursel
valentina: vale tina
valentin: valle
veronica: vero ronnie
veronika: vroni
victor: vic
victoria: vicky vic tori
vicente: chente
vincent: vince vinny
virginia: ginny
vitor: vitinho
walter: walt wally
wilhelm: willi willy
william: bill billy will willie liam
wolfgang: wolf wolfi
zachary: zach zack
`;

const WHOLE: ReadonlyMap<string, readonly string[]> = read(TABLE);
const NAMES: ReadonlySet<string> = new Set([...WHOLE.values()].flat());

function read(table: string): Map<string, string[]> {
  const whole = new Map<string, string[]>();
  for (const line of table.trim().split('\n')) {
    const [name = '', forms = ''] = line.split(': ');
    for (const form of forms.split(' ')) whole.set(form, [...(whole.get(form) ?? []), name]);
  }
  return whole;
}

/** A folded first name with the whole names that it may be short for. */
export function wholeForms(name: string): readonly string[] {
  return [name, ...(WHOLE.get(name) ?? [])];
}

/** Whether a folded first name is a whole one of which short forms are made. */
export function isWholeName(name: string): boolean {
  return NAMES.has(name);
}

/** Whether one folded first name may be short for the other, or both for the same; the same name is none. */
export function isShortForm(a: string, b: string): boolean {
  if (a === b) return false;
  const forms = wholeForms(a);
  return wholeForms(b).some((form) => forms.includes(form));
}
