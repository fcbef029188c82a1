const set = (words: string) => new Set(words.split(' '));

/** In front of a day these words say something else about it. */
export const ABOUT = set('by until till every each before after since from for about of');

/** What goes on after a day: "coffee friday with Lee". */
export const GOES_ON = set(
  'with at in about over and for to we she he they i but via near during after before again by where because',
);

/** Verbs of having been in touch that name no channel. */
export const VERBS = set('talked spoke saw ran bumped wrote sent caught');

/** Between such a verb and its day: "ran into him on friday". */
export const OBJECTS = set('into up with to him her them both again briefly');

/** Words with which something is told that may have been, or will be, on another day than the talk. */
export const OTHER = set(
  'that she he they it who whom whose which when where because since before after but about of was is were are has have says said i we',
);
export const TO_COME = set(
  "will shall would should could can may might must going let's lets want wants plan plans planned hope hopes i'll we'll she'll he'll they'll",
);

/** Words of arranging: what they arrange was not, or not then. */
export const PLANNING = set(
  'schedule scheduled reschedule rescheduled confirm confirmed agree agreed arrange arranged plan plans planned planning ask asked asks ' +
    'offer offered invite invited invites suggested proposed booked promised moved postponed set',
);

/** Before a way of being in touch these say that it was talked about, or was yet to be: "about lunch", "for coffee". */
export const TOPIC = set('about re regarding');
export const AIM = set('for to on');

/** With these one was there: "met for coffee", "went to lunch". */
export const THERE = set('met went came joined took got walked saw talked spoke caught over');

/** What may follow "friday lunch" or "friday call" where none is told of: "is off", "her back". */
export const NEWS = set(
  "is isn't was wasn't will works has moved cancelled canceled confirmed off plan plans group club invite invitation me him her them back",
);
