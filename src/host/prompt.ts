import { NetError } from '../domain/error.ts';

export interface Choice<V> {
  readonly name: string;
  readonly value: V;
}

export interface Question {
  readonly message: string;
  readonly default?: string;
  /** What stands there already, to be edited. */
  readonly begun?: string;
  /** A secret: what is typed is not shown, nor remembered. */
  readonly hidden?: true;
  /** True, or what is wrong with the answer. */
  readonly check?: (answer: string) => true | string | Promise<true | string>;
}

/** Asks on a terminal. Leaving with Ctrl-C or Ctrl-D throws `interrupted`: nothing has been written by then. */
export interface Prompt {
  readonly text: (question: Question) => Promise<string>;
  readonly confirm: (message: string, preset: boolean) => Promise<boolean>;
  readonly select: <V>(message: string, choices: readonly Choice<V>[]) => Promise<V>;
  /** Type-ahead: `find` gives the choices for what has been typed. */
  readonly search: <V>(message: string, find: (typed: string) => readonly Choice<V>[]) => Promise<V>;
}

/** Prompts on the terminal. `shown` makes a stored text safe to show. */
export function terminalPrompt(shown: (text: string) => string): Prompt {
  const told = (verdict: true | string) => (verdict === true ? verdict : shown(verdict));
  const choices = <V>(list: readonly Choice<V>[]) =>
    list.map(({ name, value }) => ({ name: shown(name), value }));
  return {
    text: ({ message, default: preset, begun, hidden, check }) =>
      asked(async (signal) => {
        const { input } = await import('./inquirer.ts');
        const config = {
          message: shown(message),
          ...(preset === undefined ? {} : { default: shown(preset) }),
          ...(begun === undefined ? {} : { default: shown(begun), prefill: 'editable' as const }),
          ...(hidden === undefined ? {} : { transformer: covered }),
          ...(check === undefined ? {} : { validate: async (answer: string) => told(await check(answer)) }),
        };
        return input(config, { signal });
      }),
    confirm: (message, preset) =>
      asked(async (signal) => {
        const { confirm } = await import('./inquirer.ts');
        return confirm({ message: shown(message), default: preset }, { signal });
      }),
    select: (message, list) =>
      asked(async (signal) => {
        const { select } = await import('./inquirer.ts');
        return select({ message: shown(message), choices: choices(list) }, { signal });
      }),
    search: (message, find) =>
      asked(async (signal) => {
        const { search } = await import('./inquirer.ts');
        const source = (typed: string | undefined) => choices(find(typed ?? ''));
        return search({ message: shown(message), source }, { signal });
      }),
  };
}

/** Tells that something was typed, and not even how long it is. */
function covered(typed: string): string {
  return typed === '' ? '' : '(hidden)';
}

/** Asks, and ends the question where nobody can answer it any more: after Ctrl-D nothing is left to wait for. */
async function asked<A>(question: (signal: AbortSignal) => Promise<A>): Promise<A> {
  const left = new AbortController();
  const leave = () => left.abort();
  process.once('beforeExit', leave);
  try {
    return await question(left.signal);
  } catch (error) {
    if (
      error instanceof Error &&
      ['ExitPromptError', 'AbortPromptError', 'CancelPromptError'].includes(error.name)
    ) {
      throw new NetError('interrupted', 'left; nothing was changed');
    }
    throw error;
  } finally {
    process.off('beforeExit', leave);
  }
}
