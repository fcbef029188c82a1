import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { print } from '../render/print.ts';
import type { Text } from '../render/text.ts';
import type { Wording } from '../render/words.ts';

/** Shows something in the middle of a walk through questions, before the next one is asked; only where somebody is asked. */
export async function show(context: Context, text: (wording: Wording) => Text): Promise<void> {
  const { io, clock, prompt } = context;
  const wording = { today: today(clock), relative: true };
  const shown = await print(text(wording), { columns: io.columns, color: false });
  prompt?.say(shown, io.err);
}
