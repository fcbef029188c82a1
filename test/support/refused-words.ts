/** What `net` never says: a person is no figure, a talk is no sale, and nobody is made to feel late. */
export const REFUSED: readonly { readonly why: string; readonly words: readonly RegExp[] }[] = [
  {
    why: 'nothing is won and nothing is counted up',
    words: [
      /streaks?/,
      /leader ?boards?/,
      /high scores?/,
      /(networking|relationship|friend(ship)?|social) scores?/,
      /badges?/,
      /trophy|trophies/,
      /achievements?/,
      /level(ed|led|s)? up/,
      /(earn(ed|s)?|win|won|lost?|lose) \d* ?points?/,
      /\d+ points?/,
      /gamif(y|ied|ication)/,
      /(days?|weeks?) in a row/,
      /perfect week/,
      /personal best/,
      /karma/,
      /rank(s|ed|ing|ings)?/,
      /top \d+ (people|contacts|friends|relationships)/,
      /best (people|contacts|friends)/,
      /worst/,
      /followers?( counts?)?/,
      /(people|person|contact)'?s? scores?|scores? of (people|a person|contacts)/,
    ],
  },
  {
    why: 'nothing is sold here',
    words: [
      /pipelines?/,
      /prospect(s|ing|ive)?/,
      /(sales|warm|cold|hot|new|qualified|your|my|these|those) leads?|the leads/,
      /leads(?= (to|from) (convert|close))/,
      /leads? (generation|lists?|scores?|scoring)/,
      /a lead(?! (in|on|over|role)\b)/,
      /(open|close[ds]?|closing|big|won|lost|sales|business|new) deals?/,
      /(the|this|your|my) deals?|deals(?! with\b)/,
      /deals? (closed|won|lost|stages?|flow)/,
      /funnels?/,
      /conversions?( rates?)?/,
      /campaigns?/,
      /quotas?/,
      /upsell(s|ing)?|cross-sell(s|ing)?/,
      /crm/,
      /roi/,
      /return on investment/,
      /kpis?/,
      /monetiz(e|es|ed|ing|ation)/,
      /net ?worth/,
      /ladders?/,
    ],
  },
  {
    why: 'every message is one person to another',
    words: [
      /bulk/,
      /mass (e-?mails?|mailings?|messages?|messaging|send)/,
      /blasts?/,
      /drip/,
      /newsletters?/,
      /mail ?merge/,
      /auto-?(send|sends|sent|reply|replies|message|messages|mail|follow-?up|follow-?ups)/,
      /automatic(ally)? (send|sends|sent|write|writes|wrote|message|messages|mail|reply|replies|follow)/,
      /(sends?|sent|writes?|messages?|replies) (it |them |this )?automatically/,
      /message templates?/,
      /sequences?/,
      /outreach/,
    ],
  },
  {
    why: 'nobody is shamed: neither the user nor the people in the file',
    words: [
      /takers?/,
      /free-?(loader|rider)s?/,
      /users? of people/,
      /selfish|ungrateful|useless|worthless/,
      /overdue/,
      /neglect(s|ed|ing|ful)?/,
      /shame(d|ful|s)?|asham(ed|ing)/,
      /guilt(y)?/,
      /you never (call|write|answer|reply|replied|thank|kept|keep|wrote)(ed)?/,
      /you (haven't|have not|didn't|did not|forgot|missed|failed|should have|should've|still haven't)/,
      /fail(ed|ing)? to (keep|call|write|reach|answer|tend)/,
      /behind (schedule|on|with)|(fallen|falling|fell) behind/,
      /back ?logs?/,
      /slack(ed|ing|ers?)/,
      /lazy/,
      /bad (friend|networker|contact)s?/,
      /ghosted/,
      /dead ?weight/,
      /penalt(y|ies)|punish(ed|ment)?/,
      /late (again|by \d+)/,
      /\d{2,} days late/,
      /hurry|urgent|act now|last chance/,
      /don't lose|losing touch|at risk/,
    ],
  },
];

export interface Refused {
  readonly word: string;
  readonly why: string;
  /** The line where it stands. */
  readonly line: string;
}

const PATTERNS = REFUSED.map(({ why, words }) => ({
  why,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.map(({ source }) => source).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  ),
}));

/** The refused words of a text, whole words in any case, each with its line. */
export function refusedWords(text: string): Refused[] {
  const lines = text.replaceAll('’', "'").split('\n');
  return lines.flatMap((line) =>
    PATTERNS.flatMap(({ why, pattern }) =>
      [...line.matchAll(pattern)].map(([word]) => ({ word, why, line: line.trim() })),
    ),
  );
}
