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
    commands: ['net garden'],
    modules: ['src/domain/network.ts', 'src/reports/garden.ts'],
  },
  {
    id: 'A2',
    claim: 'relationships are tended one at a time, with a reason and a move',
    commands: ['net today'],
    modules: ['src/domain/agenda/pick.ts', 'src/render/reason.ts', 'src/render/move.ts'],
  },
  {
    id: 'A3',
    claim: 'cards wait in a stack, and are looked through one by one',
    commands: [
      'net stack',
      'net stack --at DevMeet --grow ana,ben --rest-others',
      'net add Ana --at DevMeet',
    ],
    modules: ['src/domain/stack.ts', 'src/domain/acts/triage.ts'],
  },
  {
    id: 'A4',
    claim: 'nobody can tend more people than a week has room for',
    commands: ['net keep', 'net grow ana', 'net config slots 4'],
    modules: ['src/reports/load.ts', 'src/steps/slots.ts'],
  },
  {
    id: 'A5',
    claim: 'who is looked for, and how many, is decided beforehand',
    commands: ['net target add science journalists --want 2', 'net add Ana --target science', 'net today'],
    modules: ['src/domain/target.ts', 'src/domain/acts/target.ts', 'src/store/targets.ts'],
  },
  {
    id: 'A6',
    claim: 'how and how often two people are in touch can be seen',
    commands: ['net show ana'],
    modules: ['src/reports/person.ts'],
  },
  {
    id: 'A7',
    claim: 'what they need, what I can offer and an open question are at hand',
    commands: [
      'net add Ana --needs "a co-founder" --offers "old maps" --ask-about "how was Porto?"',
      'net config offers "introductions to founders"',
      'net today',
      'net show ana',
    ],
    modules: ['src/domain/words/match.ts', 'src/domain/agenda/move.ts'],
  },
  {
    id: 'A8',
    claim: 'a slot for somebody new frees itself once it goes both ways, and the old keep theirs',
    commands: ['net log ana lunch -r "a review"', 'net today'],
    modules: ['src/render/both-ways.ts', 'src/domain/agenda/pick.ts'],
  },
  {
    id: 'A9',
    claim: 'a plan for the week, and stages with the time in them',
    commands: ['net today', 'net show ana', 'net garden'],
    modules: [
      'src/store/plans.ts',
      'src/domain/stage-since.ts',
      'src/reports/stages.ts',
      'src/render/chart.ts',
    ],
  },
  {
    id: 'A10',
    claim: 'no quick fix: every move has its minutes, and nothing is counted up',
    commands: ['net today', 'net config minutes'],
    modules: ['src/domain/agenda/move.ts', 'src/render/move.ts'],
  },
  {
    id: 'A11',
    claim: 'where give and take is waived nobody is labeled',
    commands: ['net add mom --no-score', 'net show ana', 'net today'],
    modules: ['src/domain/giver.ts'],
  },
  {
    id: 'A12',
    claim: 'how well the intended cadence was kept is told',
    commands: ['net week'],
    modules: ['src/reports/cadence-kept.ts'],
  },
  {
    id: 'A13',
    claim: 'a circle holds only so many',
    commands: ['net keep', 'net add Ana --circle inner'],
    modules: ['src/reports/crowded.ts'],
  },
  {
    id: 'B1',
    claim: 'an ask has an outcome: open, helped, partly, busy, ignored, declined',
    commands: ['net ask ana "a review of my talk"', 'net outcome ana helped', 'net show ana'],
    modules: ['src/domain/acts/settle.ts'],
  },
  {
    id: 'B2',
    claim: 'before an ask the past ones set what to expect',
    commands: ['net ask ana'],
    modules: ['src/reports/asks.ts', 'src/reports/before-asking.ts', 'src/steps/past-asks.ts'],
  },
  {
    id: 'B3',
    claim: 'who gives and who takes is not said before there is evidence, and never without its count',
    commands: ['net balance ana', 'net show ana'],
    modules: ['src/domain/giver.ts', 'src/domain/warmth.ts', 'src/render/standing.ts'],
  },
  {
    id: 'B4',
    claim: 'nobody is judged by what others did, nor by one miss',
    commands: ['net balance ana', 'net cherish'],
    modules: ['src/domain/giver.ts', 'src/reports/balance.ts'],
  },
  {
    id: 'B5',
    claim: 'people are not changed: one moves on',
    commands: ['net moveon ana', 'net keep ana'],
    modules: ['src/domain/acts/stage.ts'],
  },
  {
    id: 'B6',
    claim: 'those who come through are cherished, told so, and thanked again when it bore fruit',
    commands: ['net cherish', 'net thank ana', 'net outcome ana --fruit "the talk was accepted"'],
    modules: ['src/reports/cherish.ts', 'src/domain/agenda/terms.ts'],
  },
  {
    id: 'B7',
    claim: 'their requests come first, and who helped stays in view',
    commands: ['net log ana coffee --they-asked "a look at her CV by friday"', 'net today'],
    modules: ['src/steps/told.ts', 'src/domain/giver.ts'],
  },
  {
    id: 'B8',
    claim: 'help that cannot be returned is paid forward',
    commands: ['net forward ana', 'net give ben "a book"', 'net forward'],
    modules: ['src/domain/acts/forward.ts', 'src/reports/forward.ts'],
  },
  {
    id: 'B9',
    claim: 'what was given and what came back is noted, and nobody is marked down for it',
    commands: ['net balance ana', 'net show ana'],
    modules: ['src/reports/balance.ts'],
  },
  {
    id: 'B10',
    claim: 'a give to anybody counts',
    commands: ['net give ana "the slides"', 'net balance'],
    modules: ['src/reports/balances.ts'],
  },
  {
    id: 'B11',
    claim: 'warm people who were never asked for anything are known',
    commands: ['net balance --untested'],
    modules: ['src/reports/untested.ts'],
  },
  {
    id: 'B12',
    claim: 'after two messages without an answer I wait',
    commands: ['net log ana messaged, no answer', 'net today'],
    modules: ['src/domain/agenda/quiet.ts'],
  },
  {
    id: 'C1',
    claim: 'give comes before introduce, listen and ask',
    commands: ['net today'],
    modules: ['src/domain/agenda/move.ts'],
  },
  {
    id: 'C2',
    claim: 'who begins contact is said from five on',
    commands: ['net log ana coffee --started me', 'net show ana', 'net garden'],
    modules: ['src/reports/mix.ts'],
  },
  {
    id: 'C3',
    claim: 'a shared interest opens a talk',
    commands: ['net add Ana --interest climbing', 'net config interests climbing', 'net today'],
    modules: ['src/domain/words/match.ts', 'src/domain/agenda/move.ts'],
  },
  {
    id: 'C4',
    claim: 'a network reaches beyond my own employer, field and largest group',
    commands: ['net config employer', 'net config industry', 'net garden'],
    modules: ['src/reports/diversity.ts'],
  },
  {
    id: 'C5',
    claim: 'contact stays informal: a pitch adds no warmth',
    commands: ['net log ben --pitch them', 'net show ana'],
    modules: ['src/domain/interaction.ts'],
  },
  {
    id: 'C6',
    claim: 'remote and face to face are mixed',
    commands: ['net show ana', 'net garden', 'net week', 'net today'],
    modules: ['src/reports/mix.ts', 'src/domain/agenda/move.ts'],
  },
  {
    id: 'C7',
    claim: 'who was met online gets a first real talk',
    commands: ['net add ana --origin online', 'net today'],
    modules: ['src/domain/agenda/move.ts'],
  },
  {
    id: 'C8',
    claim: 'help has many kinds, and each give says which',
    commands: [
      'net give ana "intro to Lee"',
      'net give ana "three names" --type referral',
      'net log ana coffee -g "advice: on her CV"',
    ],
    modules: ['src/domain/words/give-type.ts'],
  },
  {
    id: 'C9',
    claim: 'what they need comes first, and is asked for once',
    commands: ['net log ana coffee', 'net log ana --they-need "a co-founder"', 'net show ana'],
    modules: ['src/domain/need.ts', 'src/render/person.ts'],
  },
  {
    id: 'C10',
    claim: 'nothing leaves the machine; taking it out and erasing somebody are one command each',
    commands: ['net export people.json', 'net purge WHO --dry-run', 'net purge WHO'],
    modules: ['src/store/whole.ts', 'src/store/footprint.ts'],
  },
  {
    id: 'C11',
    claim: 'volunteering is an origin of its own',
    commands: [
      'net group add food bank --kind volunteering',
      'net group log food bank --minutes 180 --aim help',
      "net add Vera --at 'food bank'",
    ],
    modules: ['src/domain/groups/origin.ts', 'src/domain/acts/group.ts'],
  },
  {
    id: 'C12',
    claim: 'volunteering makes nothing due',
    commands: ["net add Vera --at 'food bank'", 'net today'],
    modules: ['src/domain/groups/origin.ts'],
  },
  {
    id: 'C13',
    claim: 'people are recommended to one another, with the consent of both',
    commands: [
      'net recommend ana --to ben',
      'net recommend ana --to ben --agreed both',
      'net recommend ana --to ben --outcome helped',
      'net recommend',
    ],
    modules: ['src/domain/acts/recommend.ts', 'src/reports/recommendations.ts'],
  },
  {
    id: 'C14',
    claim: 'what was intended and what was done stand side by side',
    commands: ['net week', 'net week --last'],
    modules: ['src/reports/intended.ts', 'src/reports/week.ts', 'src/reports/carry-over.ts'],
  },
  {
    id: 'C15',
    claim: 'selling happens elsewhere',
    commands: ['net moveon ben --to sales', 'net show ana'],
    modules: ['src/domain/acts/stage.ts', 'src/render/person.ts'],
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
    modules: ['src/domain/groups/signs/one-way.ts'],
  },
  {
    id: 'D2',
    claim: 'second sign: more recruiting than relationships',
    commands: ["net group log techgrow 'voice mail' --recruit", 'net group check techgrow'],
    modules: ['src/domain/groups/signs/recruiting.ts'],
  },
  {
    id: 'D3',
    claim: 'third sign: a talk of two that turns into a crowd',
    commands: ['net group log techgrow --ambush', 'net group check techgrow'],
    modules: ['src/domain/groups/signs/ambush.ts'],
  },
  {
    id: 'D4',
    claim: 'fourth sign: others are spoken ill of',
    commands: ['net group log techgrow --bad-mouths', 'net group check techgrow'],
    modules: ['src/domain/groups/signs/bad-mouthing.ts'],
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
    modules: ['src/domain/groups/signs/time.ts', 'src/domain/settings.ts'],
  },
  {
    id: 'D6',
    claim: 'the five signs together, each with its evidence and dates',
    commands: ['net group check techgrow', 'net group check'],
    modules: ['src/domain/groups/signs/check.ts'],
  },
  {
    id: 'D7',
    claim: 'what a group costs for each relationship that lasted and each help received',
    commands: ['net group review techgrow', 'net group review techgrow --keep', 'net today'],
    modules: [
      'src/reports/group-worth.ts',
      'src/domain/groups/group-cost.ts',
      'src/domain/groups/renewal.ts',
    ],
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
