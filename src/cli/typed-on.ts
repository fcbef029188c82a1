import type { Block, Piece, Text } from '../render/text.ts';
import { shellWord } from '../render/typed.ts';
import { entryAt } from './registry.ts';

const COMMAND = /\bnet ([a-z]+)\b/g;

/**
 * How the command lines in a text are to be typed: where another file was named with --db, so that they are about that one and not about
 * the usual one.
 */
export function typedOn(db: string | undefined): (text: string) => string {
  if (db === undefined) return (text) => text;
  const program = `net --db ${shellWord(db)}`;
  return (text) =>
    text.replace(COMMAND, (all, word: string) =>
      entryAt(word, undefined) === undefined ? all : `${program} ${word}`,
    );
}

/** The same in the lines of a text. */
export function linesTypedOn(db: string | undefined, text: Text): Text {
  const typed = typedOn(db);
  const inPiece = (piece: Piece) =>
    typeof piece === 'string' ? typed(piece) : { ...piece, text: typed(piece.text) };
  const inBlock = (block: Block) =>
    'pieces' in block ? { ...block, pieces: block.pieces.map(inPiece) } : block;
  return db === undefined ? text : text.map(inBlock);
}

/** The file that a command line names, also one that cannot be parsed. */
export function dbIn(flags: readonly string[]): string | undefined {
  const at = flags.findIndex((word) => word === '--db' || word.startsWith('--db='));
  return flags[at]?.startsWith('--db=')
    ? flags[at]?.slice('--db='.length)
    : at < 0
      ? undefined
      : flags[at + 1];
}
