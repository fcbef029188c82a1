import { GIVE_TYPES, type GiveType } from '../exchange.ts';
import { plain } from './plain.ts';

/** Words that tell what kind of help a text speaks of, as expressions of whole words. */
const TELLING: Readonly<Record<GiveType, RegExp>> = {
  introduction: /\b(intros?|introduc(e|ed|es|ing|tions?)|put\b.+\bin touch|connected\b.+\bwith)\b/,
  advice:
    /\b(advice|advis(e|ed|ing)|feedback|review(s|ed|ing)?|comments?|tips?|coach(ed|ing)|mentor(ed|ing)|proofread(ing)?)\b/,
  time: /\b(hours?|afternoon|morning|evening|weekend|minutes|help(ed)?|babysat|babysitting|drove)\b/,
  referral: /\b(referr?(als?|ed)|recommend(ed|ing|ations?)?|vouched)\b/,
  resource:
    /\b(books?|templates?|articles?|links?|events?|meetups?|tickets?|slides|deck|papers?|recordings?|guides?|notes|checklist)\b/,
  support: /\b(listen(ed|ing)|company|comfort(ed|ing)?|encourag(ed|ing|ement)|consoled|shoulder)\b/,
};

/** The kind of help that a text tells of: by the first telling word in it, null where there is none. */
export function guessedType(text: string): GiveType | null {
  const said = plain(text);
  const found = GIVE_TYPES.map((type) => ({ type, at: said.search(TELLING[type]) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return found[0]?.type ?? null;
}

/** A give as it is told: "advice: on her CV" says its kind, else it is guessed. */
export function typedGive(said: string): { readonly text: string; readonly type: GiveType | null } {
  const [, word = '', rest = ''] = /^\s*([a-z]+)\s*:\s*(\S[\s\S]*)$/i.exec(said) ?? [];
  const type = GIVE_TYPES.find((known) => known === word.toLowerCase());
  return type === undefined ? { text: said, type: guessedType(said) } : { text: rest.trim(), type };
}
