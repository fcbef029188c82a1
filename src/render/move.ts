import type { Act, Move } from '../domain/agenda/move.ts';

/** One suggested move and its minutes: "keep it: intro to Lee (message, 10 min)". */
export function moveText(move: Move, who: string): string {
  const text = actText(move.act, who);
  return move.act.kind === 'record' ? text : `${text} (${move.medium}, ${move.minutes} min)`;
}

const LISTENING = {
  new: 'say hello, and ask what they need',
  close: 'see how they are',
  others: 'ask how they are, and what they need',
};

/** `who` is how the person can be typed. */
export function actText(act: Act, who: string): string {
  switch (act.kind) {
    case 'keep-promise':
      return `keep it: ${act.about}`;
    case 'thank':
      return `say thanks: ${act.about}`;
    case 'thank-again':
      return 'thank them again, and say what it led to';
    case 'tell':
      return 'tell them what their help means to you';
    case 'nudge':
      return `one gentle nudge: ${act.about}`;
    case 'record':
      return `write down what came of it: net outcome ${who} helped, or partly, busy, ignored, declined`;
    case 'give':
      return `offer ${act.offer}: they need ${act.about}`;
    case 'introduce':
      return `introduce them to ${act.to.name}, who offers ${act.to.text}: they need ${act.about}`;
    case 'congratulate':
      return act.occasion === 'birthday' ? 'wish them a happy birthday' : 'congratulate them on the new job';
    case 'question':
      return `ask: ${act.about}`;
    case 'opener':
      return `open with ${act.about}, which you share`;
    case 'real-talk':
      return 'a first real talk';
    case 'meet':
      return 'meet in person, and listen';
    case 'listen':
      return LISTENING[act.to];
  }
}
