import type { Choice, Prompt } from './prompt.ts';

/** A prompt that can begin again: questions that were answered already are answered as before, without being shown. */
export interface Remembering extends Prompt {
  /** Something said between the questions: once, however often it is done again. */
  readonly say: (text: string, print: (text: string) => void) => void;
  /** What may be done again begins here. */
  readonly begin: () => void;
  readonly again: () => void;
}

/** Remembers the answers to `prompt`, in their order. A question that differs is asked, and so is all that follows it. */
export function remembering(prompt: Prompt): Remembering {
  const answers: { readonly question: string; readonly answer: unknown }[] = [];
  let begun = 0;
  let at = 0;
  const once = async <A>(question: string, ask: () => Promise<A>): Promise<A> => {
    const known = answers[at];
    if (known?.question !== question) {
      answers.splice(at);
      answers.push({ question, answer: await ask() });
    }
    return answers[at++]?.answer as A;
  };
  return {
    begin: () => {
      begun = at;
    },
    again: () => {
      at = begun;
    },
    say: (text, print) => {
      const question = `say ${text}`;
      if (answers[at]?.question !== question) {
        answers.splice(at);
        answers.push({ question, answer: null });
        print(text);
      }
      at++;
    },
    text: (question) =>
      question.hidden ? prompt.text(question) : once(`text ${question.message}`, () => prompt.text(question)),
    confirm: (message, preset) => once(`confirm ${message}`, () => prompt.confirm(message, preset)),
    search: async <V>(message: string, find: (typed: string) => readonly Choice<V>[]) => {
      const first = find('').map(({ name }) => name);
      const chosen = await once(`search ${message} ${first.join(' | ')}`, () =>
        prompt.search(message, (typed) =>
          find(typed).map(({ name, value }) => ({ name, value: { typed, name, value } })),
        ),
      );
      const anew = find(chosen.typed).find(({ name }) => name === chosen.name);
      return anew === undefined ? chosen.value : anew.value;
    },
    select: async <V>(message: string, choices: readonly Choice<V>[]) => {
      // The values may have been read anew: what is remembered is which of the choices it was.
      const names = choices.map(({ name }) => name);
      const chosen = await once(`select ${message} ${names.join(' | ')}`, () =>
        prompt.select(
          message,
          choices.map(({ name }, value) => ({ name, value })),
        ),
      );
      return choices[chosen]?.value as V;
    },
  };
}
