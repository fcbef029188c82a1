import { plain } from './plain.ts';

const WORDS = new Set(
  (
    'a an the i we you he she it they me us him her them my our your his its their this that these those there here ' +
    'what when where who why how and or but so if then than as at by for from in into of off on onto out over to up with without ' +
    'about after before since until because while around through during am is are was were be been being has have had having ' +
    'do does did will would can could may might must shall should not no yes just also too very again still back ' +
    'told tells said says asked asks spoke talked gave got went came saw sent wrote wants wanted needs needed ' +
    'thanked helped introduced caught agreed discussed'
  ).split(' '),
);

/** Whether a word is one of those that a text is made of, and hardly a name unless it is written as one. With a digit it is none. */
export function isPlainWord(word: string): boolean {
  return !/\d/.test(word) && WORDS.has(plain(word).replace(/[^a-z]/g, ''));
}
