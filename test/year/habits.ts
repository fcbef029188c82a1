import { isGenerous, nameOf } from './cast.ts';
import { type Occasion, SUMMIT } from './diary.ts';
import { type Life, reads, tries, types } from './life.ts';

/** A line of the list, as `net today --json` tells it. */
export interface ListedLine {
  readonly number: number;
  readonly contact: { readonly uuid: string; readonly name: string };
  readonly done: boolean;
  readonly reasons: readonly { readonly term: string }[];
  readonly move: { readonly act: string };
}

export interface List {
  readonly plan: { readonly first: string; readonly last: string } | null;
  readonly lines: readonly ListedLine[];
  readonly footer: { readonly kind: string; readonly text: string } | null;
}

/** Of the times that people are in touch, one in three is logged. */
const LOGS = 1 / 3;

/** A gathering: it is logged, new people are added, and what follows it is noted. */
export async function attend(life: Life, { at, flags, meets, aftermath }: Occasion): Promise<void> {
  life.counts.gatherings++;
  if (flags.length > 0) await types(life, 'group', 'log', at, ...flags);
  for (let i = 0; i < meets; i++) {
    const name = nameOf(life.known++);
    await types(life, 'add', name, '--at', at);
    if (at !== SUMMIT) life.met.push(name);
  }
  for (const flag of aftermath) await types(life, 'group', 'log', at, flag);
}

/** What is done about the list of a morning: some of it, and some of that is written down. */
export async function tend(life: Life, { lines }: List): Promise<void> {
  for (const line of lines.filter(({ done }) => !done)) {
    if (!life.chance.happens(0.25)) continue;
    const term = line.reasons[0]?.term;
    if (term === 'promise' || term === 'thanks' || term === 'thank-again' || term === 'tell') {
      await types(life, 'done', String(line.number));
    } else if (line.move.act === 'record') {
      await answered(life, line.contact.name);
    } else {
      life.counts.talks++;
      if (!life.chance.happens(LOGS)) continue;
      life.counts.logged++;
      await types(life, 'done', String(line.number));
    }
  }
}

/** Talks that no list asked for, with somebody who is tended; what was given, asked and promised is logged with them. */
export async function talk(life: Life, day: number, tended: readonly string[]): Promise<void> {
  const { chance, counts } = life;
  if (tended.length === 0 || !chance.happens(0.5)) return;
  counts.talks++;
  if (!chance.happens(LOGS)) return;
  counts.logged++;
  const who = chance.oneOf(tended);
  const asks = chance.happens(0.12);
  const told = [
    ...(chance.happens(0.3)
      ? ['-g', chance.oneOf(['an hour on her plan', 'a book on tides', 'an intro to Lee'])]
      : []),
    ...(chance.happens(isGenerous(who) ? 0.35 : 0.1) ? ['-r', 'a word of advice'] : []),
    ...(chance.happens(0.1)
      ? ['-p', chance.oneOf(['the photos', 'the draft in 2 weeks', 'a list of editors'])]
      : []),
    ...(asks ? ['-a', 'a look at my draft'] : []),
  ];
  await types(life, 'log', who, '--by', chance.oneOf(['in-person', 'call', 'message']), ...told);
  if (asks) life.asked.push({ who, since: day });
}

/** What came of an ask is known some days later. */
export async function hear(life: Life, day: number): Promise<void> {
  for (const ask of life.asked.filter(({ since }) => day - since >= 5)) {
    if (!life.chance.happens(0.2)) continue;
    await answered(life, ask.who);
  }
}

async function answered(life: Life, who: string): Promise<void> {
  const helps = life.chance.happens(isGenerous(who) ? 0.85 : 0.25);
  const outcome = helps ? 'helped' : life.chance.oneOf(['busy', 'ignored', 'declined']);
  await tries(life, 'outcome', who, outcome, '--which', '1');
  const at = life.asked.findIndex((ask) => ask.who === who);
  if (at >= 0) life.asked.splice(at, 1);
}

/** What the line under the list asks for, and whoever was met last takes a free growing slot. */
export async function decide(life: Life, { footer }: List): Promise<void> {
  const growing = await reads<{ people: { name: string }[] }>(life, 'list', 'stage:growing');
  if (footer?.kind === 'keep-or-rest') {
    const named = growing.people.find(({ name }) => footer.text.includes(name));
    if (named !== undefined) await types(life, life.chance.happens(0.5) ? 'keep' : 'rest', named.name);
  }
  if (footer?.kind === 'decision') {
    const group = [SUMMIT].find((name) => footer.text.includes(name));
    if (group !== undefined) await types(life, 'group', 'review', group, '--keep');
  }
  const newest = life.met.at(-1);
  if (newest === undefined || growing.people.length >= 2) return;
  life.met.pop();
  await tries(life, 'grow', newest);
}

/** Now and then somebody is let rest, or moved on from. */
export async function letGo(life: Life, day: number, kept: readonly string[]): Promise<void> {
  if (kept.length === 0) return;
  if (day % 70 === 35) await types(life, 'rest', life.chance.oneOf(kept));
  if (day % 90 === 60) await types(life, 'moveon', life.chance.oneOf(kept), '--yes');
}
