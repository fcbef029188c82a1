/** What five essays on networking ask, row by row: by which command it can be seen, and which modules make it so. */
export interface Row {
  readonly id: string;
  readonly claim: string;
  /** Command lines as they are typed, with the words that matter. */
  readonly commands: readonly string[];
  /** The feature's modules: without what any of them decides, the row's test fails. */
  readonly modules: readonly string[];
}

export const ROWS: readonly Row[] = [
  {
    id: 'A1',
    claim: 'a network is the people in touch both ways, not the cards',
    commands: [],
    modules: [],
  },
  {
    id: 'A2',
    claim: 'relationships are tended one at a time, with a reason and a move',
    commands: [],
    modules: [],
  },
  {
    id: 'A3',
    claim: 'cards wait in a stack, and are looked through one by one',
    commands: [],
    modules: [],
  },
  {
    id: 'A4',
    claim: 'nobody can tend more people than a week has room for',
    commands: [],
    modules: [],
  },
  {
    id: 'A5',
    claim: 'who is looked for, and how many, is decided beforehand',
    commands: [],
    modules: [],
  },
  {
    id: 'A6',
    claim: 'how and how often two people are in touch can be seen',
    commands: [],
    modules: [],
  },
  {
    id: 'A7',
    claim: 'what they need, what I can offer and an open question are at hand',
    commands: [],
    modules: [],
  },
  {
    id: 'A8',
    claim: 'a slot for somebody new frees itself once it goes both ways, and the old keep theirs',
    commands: [],
    modules: [],
  },
  {
    id: 'A9',
    claim: 'a plan for the week, and stages with the time in them',
    commands: [],
    modules: [],
  },
  {
    id: 'A10',
    claim: 'no quick fix: every move has its minutes, and nothing is counted up',
    commands: [],
    modules: [],
  },
  {
    id: 'A11',
    claim: 'where give and take is waived nobody is labeled',
    commands: [],
    modules: [],
  },
  {
    id: 'A12',
    claim: 'how well the intended cadence was kept is told',
    commands: [],
    modules: [],
  },
  {
    id: 'A13',
    claim: 'a circle holds only so many',
    commands: [],
    modules: [],
  },
  {
    id: 'B1',
    claim: 'an ask has an outcome: open, helped, partly, busy, ignored, declined',
    commands: [],
    modules: [],
  },
  {
    id: 'B2',
    claim: 'before an ask the past ones set what to expect',
    commands: [],
    modules: [],
  },
  {
    id: 'B3',
    claim: 'who gives and who takes is not said before there is evidence, and never without its count',
    commands: [],
    modules: [],
  },
  {
    id: 'B4',
    claim: 'nobody is judged by what others did, nor by one miss',
    commands: [],
    modules: [],
  },
  {
    id: 'B5',
    claim: 'people are not changed: one moves on',
    commands: [],
    modules: [],
  },
  {
    id: 'B6',
    claim: 'those who come through are cherished, told so, and thanked again when it bore fruit',
    commands: [],
    modules: [],
  },
  {
    id: 'B7',
    claim: 'their requests come first, and who helped stays in view',
    commands: [],
    modules: [],
  },
  {
    id: 'B8',
    claim: 'help that cannot be returned is paid forward',
    commands: [],
    modules: [],
  },
  {
    id: 'B9',
    claim: 'what was given and what came back is noted, and nobody is marked down for it',
    commands: [],
    modules: [],
  },
  {
    id: 'B10',
    claim: 'a give to anybody counts',
    commands: [],
    modules: [],
  },
  {
    id: 'B11',
    claim: 'warm people who were never asked for anything are known',
    commands: [],
    modules: [],
  },
  {
    id: 'B12',
    claim: 'after two messages without an answer I wait',
    commands: [],
    modules: [],
  },
  {
    id: 'C1',
    claim: 'give comes before introduce, listen and ask',
    commands: [],
    modules: [],
  },
  {
    id: 'C2',
    claim: 'who begins contact is said from five on',
    commands: [],
    modules: [],
  },
  {
    id: 'C3',
    claim: 'a shared interest opens a talk',
    commands: [],
    modules: [],
  },
  {
    id: 'C4',
    claim: 'a network reaches beyond my own employer, field and largest group',
    commands: [],
    modules: [],
  },
  {
    id: 'C5',
    claim: 'contact stays informal: a pitch adds no warmth',
    commands: [],
    modules: [],
  },
  {
    id: 'C6',
    claim: 'remote and face to face are mixed',
    commands: [],
    modules: [],
  },
  {
    id: 'C7',
    claim: 'who was met online gets a first real talk',
    commands: [],
    modules: [],
  },
  {
    id: 'C8',
    claim: 'help has many kinds, and each give says which',
    commands: [],
    modules: [],
  },
  {
    id: 'C9',
    claim: 'what they need comes first, and is asked for once',
    commands: [],
    modules: [],
  },
  {
    id: 'C10',
    claim: 'nothing leaves the machine; taking it out and erasing somebody are one command each',
    commands: [],
    modules: [],
  },
  {
    id: 'C11',
    claim: 'volunteering is an origin of its own',
    commands: [
      'net group add food bank --kind volunteering',
      'net group log food bank --minutes 180 --aim help',
      "net add Vera --at 'food bank'",
    ],
    modules: ['src/domain/origin.ts', 'src/domain/acts/group.ts'],
  },
  {
    id: 'C12',
    claim: 'volunteering makes nothing due',
    commands: ["net add Vera --at 'food bank'", 'net today'],
    modules: ['src/domain/origin.ts'],
  },
  {
    id: 'C13',
    claim: 'people are recommended to one another, with the consent of both',
    commands: [],
    modules: [],
  },
  {
    id: 'C14',
    claim: 'what was intended and what was done stand side by side',
    commands: [],
    modules: [],
  },
  {
    id: 'C15',
    claim: 'selling happens elsewhere',
    commands: [],
    modules: [],
  },
  {
    id: 'C16',
    claim: 'a gathering has an aim, and was worth it or not',
    commands: ['net group log choir --aim learn --worth yes', 'net group review choir'],
    modules: ['src/reports/group-aims.ts'],
  },
  {
    id: 'D1',
    claim: 'first sign: much is given to a group, and nothing comes back',
    commands: ['net group log techgrow --minutes 120 --commute 40', 'net group check techgrow'],
    modules: ['src/domain/signs/one-way.ts'],
  },
  {
    id: 'D2',
    claim: 'second sign: more recruiting than relationships',
    commands: ["net group log techgrow 'voice mail' --recruit", 'net group check techgrow'],
    modules: ['src/domain/signs/recruiting.ts'],
  },
  {
    id: 'D3',
    claim: 'third sign: a talk of two that turns into a crowd',
    commands: ['net group log techgrow --ambush', 'net group check techgrow'],
    modules: ['src/domain/signs/ambush.ts'],
  },
  {
    id: 'D4',
    claim: 'fourth sign: others are spoken ill of',
    commands: ['net group log techgrow --bad-mouths', 'net group check techgrow'],
    modules: ['src/domain/signs/bad-mouthing.ts'],
  },
  {
    id: 'D5',
    claim: 'fifth sign: groups take more time than they were given',
    commands: [
      'net config group-minutes 120',
      'net group log techgrow --minutes 180',
      'net group check techgrow',
      'net today',
    ],
    modules: ['src/domain/signs/time.ts', 'src/domain/settings.ts'],
  },
  {
    id: 'D6',
    claim: 'the five signs together, each with its evidence and dates',
    commands: ['net group check techgrow', 'net group check'],
    modules: ['src/domain/signs/check.ts'],
  },
  {
    id: 'D7',
    claim: 'what a group costs for each relationship that lasted and each help received',
    commands: ['net group review techgrow', 'net group review techgrow --keep', 'net today'],
    modules: ['src/reports/group-worth.ts', 'src/domain/group-cost.ts', 'src/domain/renewal.ts'],
  },
  {
    id: 'D8',
    claim: 'how many relationships a gathering gave',
    commands: ['net group review techgrow'],
    modules: ['src/reports/group-gained.ts'],
  },
  {
    id: 'D9',
    claim: 'no group is the only one, and passing an event on is a give',
    commands: ['net group review techgrow'],
    modules: ['src/reports/group-share.ts'],
  },
  {
    id: 'D10',
    claim: 'who introduced whom: the ties of its people beyond a group',
    commands: ['net add Lee --via ana', 'net group review techgrow'],
    modules: ['src/reports/group-ties.ts'],
  },
  {
    id: 'D11',
    claim: 'who leaves a group keeps its givers first',
    commands: ['net group leave techgrow'],
    modules: ['src/reports/leaving.ts'],
  },
];
