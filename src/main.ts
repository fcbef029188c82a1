import { failureOf } from './cli/failure.ts';
import { pageOf, printAnswer } from './cli/print-answer.ts';
import type { Globals } from './cli/program.ts';
import { DEFAULT_COMMAND, entryOf } from './cli/registry.ts';
import { dbIn, typedOn } from './cli/typed-on.ts';
import { isNetError } from './domain/error.ts';
import type { Wrapping } from './domain/key-file.ts';
import type { Clock } from './host/clock.ts';
import { systemClock } from './host/clock.ts';
import type { Context } from './host/context.ts';
import { newId } from './host/ids.ts';
import { type Io, PipeClosed, processIo } from './host/io.ts';
import { type Keychain, systemKeychain } from './host/keychain.ts';
import { isZoneOfLibrary } from './host/library-zone.ts';
import { systemMounts } from './host/mounts.ts';
import { type Env, filePath } from './host/paths.ts';
import { type Begin, terminalProgress } from './host/progress.ts';
import { type Prompt, terminalPrompt } from './host/prompt.ts';
import { remembering } from './host/remembering.ts';
import { runtimeName } from './host/runtime.ts';
import { print } from './render/print.ts';
import { safe, safeJson } from './render/safe.ts';
import type { Answer } from './steps/answer.ts';
import type { CommandModule } from './steps/command.ts';
import { storeFailure } from './store/failure.ts';
import { libraryDays } from './store/local-day.ts';

/** What the program runs in: everything that the outside world is to it. */
export interface World {
  readonly env: Env;
  readonly io: Io;
  readonly clock: Clock;
  readonly newId: () => string;
  /** How to ask on a terminal; only used where somebody can answer. */
  readonly prompt: Prompt;
  readonly keychain: Keychain;
  readonly wrappingCost?: Wrapping['cost'];
  readonly progress: Begin;
  readonly mounts: () => string;
  readonly version: string;
  readonly runtime: string;
}

const PLAIN: Globals = { json: false, quiet: false, color: true, db: undefined };

/** Runs one command line and prints its answer. The exit code. Never ends the process: what is written arrives whole. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const flags = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : undefined);
  const wantsJson = flags.includes('--json');
  let done = false;
  try {
    const answered = await answer(argv, world);
    done = true;
    if ('given' in answered) return await give(answered, world);
    world.io.out(answered.text);
    return 0;
  } catch (error) {
    if (error instanceof PipeClosed) return 0;
    const failure = storeFailure(error, done ? 'the output' : 'a file that net needs');
    const { code, text, json } = failureOf(failure, world.env, done, typedOn(dbIn(flags)));
    // Where one of them takes nothing, the other may still.
    if (wantsJson) attempt(() => world.io.out(`${safeJson(json)}\n`));
    const said = await print(text, pageOf(world, world.io.errIsTerminal, !flags.includes('--no-color')));
    attempt(() => world.io.err(said));
    return code;
  }
}

/** Says something to whoever is left to hear it. */
function attempt(say: () => void): void {
  try {
    say();
  } catch {
    // Nobody is.
  }
}

/** What a command gave, and with what it ran. */
interface Answered {
  readonly given: Answer;
  readonly globals: Globals;
  readonly context: Context;
}

/** Carries a command line out. What is to be printed of it: an answer, or a text of its own. */
async function answer(argv: readonly string[], world: World): Promise<Answered | { readonly text: string }> {
  const bare = bareCommand(argv);
  if (bare !== undefined) return carriedOut(await bare.load(), [], {}, PLAIN, world);
  const { parse } = await import('./cli/program.ts');
  const parsed = await parse(argv, world.version, world.io.columns);
  if (parsed.kind === 'print') return parsed;
  const { module, args, options, globals } = parsed;
  return carriedOut(module, args, options, globals, world);
}

async function carriedOut(
  module: CommandModule<never>,
  args: readonly string[],
  options: object,
  globals: Globals,
  world: World,
): Promise<Answered> {
  const made = await context(world, globals);
  try {
    return { given: await module.run(args, options as never, made), globals, context: made };
  } catch (error) {
    throw await explained(error, made);
  }
}

/** What looks like a bug may be a damaged file: SQLite takes many a garbled page for rows. */
async function explained(error: unknown, made: Context): Promise<unknown> {
  if (error instanceof PipeClosed || isNetError(storeFailure(error, made.file))) return error;
  const { damageBehind } = await import('./steps/damage-behind.ts');
  return await damageBehind(made, error);
}

/** The command of a line that has nothing to parse. */
function bareCommand(argv: readonly string[]) {
  if (argv.length > 1) return undefined;
  const entry = entryOf(argv[0] ?? DEFAULT_COMMAND);
  return entry?.bare ? entry : undefined;
}

async function context(world: World, globals: Globals): Promise<Context> {
  const { env, io, clock } = world;
  const asks = io.interactive && !globals.json;
  return {
    env,
    io,
    clock,
    newId: world.newId,
    prompt: asks ? remembering(world.prompt) : null,
    asJson: globals.json,
    keychain: world.keychain,
    keys: new Map(),
    wrappingCost: world.wrappingCost,
    progress: world.progress,
    mounts: world.mounts,
    version: world.version,
    runtime: world.runtime,
    file: await filePath(globals.db, env),
    typed: typedOn(globals.db),
    runQuietly: (argv) => runQuietly(argv, world),
  };
}

/** Runs a command line whose output is kept instead of printed, worded as the real one would be. Nobody can be asked. */
async function runQuietly(
  argv: readonly string[],
  world: World,
): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const io: Io = {
    ...world.io,
    interactive: false,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  };
  const code = await run(argv, { ...world, io, env: { ...world.env, NO_COLOR: '1' } });
  return { code, out, err };
}

/** Prints an answer. The exit code. */
async function give({ given, globals, context: made }: Answered, world: World): Promise<number> {
  try {
    return await printAnswer(given, globals, world);
  } catch (error) {
    throw await explained(error, made);
  }
}

/** Bun finds out what day it is by the rules of every zone; the C library is faster, where it knows the zone. */
function clockOf(env: Env): Clock {
  const isDear = process.versions.bun !== undefined && isZoneOfLibrary(env, process.platform);
  return isDear ? { ...systemClock, dayOf: libraryDays(systemClock) } : systemClock;
}

declare const NET_VERSION: string;

/** The program itself: what bin/net.js hands over to. */
export async function start(): Promise<void> {
  const io = processIo();
  process.exitCode = await run(process.argv.slice(2), {
    env: process.env,
    io,
    clock: clockOf(process.env),
    newId,
    prompt: terminalPrompt(safe),
    keychain: systemKeychain,
    progress: terminalProgress(io),
    mounts: systemMounts,
    version: NET_VERSION,
    runtime: runtimeName(),
  });
}
