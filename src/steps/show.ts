import { today } from '../host/clock.ts';
import type { Context } from '../host/context.ts';
import { print } from '../render/print.ts';
import type { Text } from '../render/text.ts';
import type { Wording } from '../render/words.ts';

/** Shows something in the middle of a walk through questions, before the next one is asked. */
export async function show(context: Context, text: (wording: Wording) => Text): Promise<void> {
  const { io, clock } = context;
  io.err(await print(text({ today: today(clock), relative: true }), { columns: io.columns, color: false }));
}
