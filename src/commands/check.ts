import type { Command } from 'commander';
import type { Context } from '../host/context.ts';
import { findingsText } from '../render/health.ts';
import { line } from '../render/text.ts';
import { type Finding, HEALTH_EXITS, healthOf } from '../reports/health.ts';
import type { Answer } from '../steps/answer.ts';
import { examples } from '../steps/command.ts';
import { withFile } from '../steps/file.ts';
import { findingsOf, privacyOf } from '../steps/health.ts';
import type { Db } from '../store/db.ts';
import { deriveAnew } from '../store/derived-faults.ts';
import { mendPrivacy } from '../store/privacy-faults.ts';

interface Options {
  readonly mend?: boolean;
}

export function configure(command: Command): void {
  command.option('--mend', 'mend what can be without losing anything: summaries, search and rights');
  examples(command, ['net check', 'net check --mend']);
}

/** The answer with --json. */
export const json = {
  file: 'which file was looked through',
  health: 'well, better (it could be), open (others may read it) or damaged',
  findings:
    'what was looked at: {aspect, faults, note, mend}; aspect is pages, derived, journal, privacy, place or backups; mend is what to type, or null',
};

export async function run(_args: readonly string[], options: Options, context: Context): Promise<Answer> {
  const mends = options.mend === true;
  return withFile(context, mends ? 'write' : 'read', (db) => {
    const found = findingsOf(db, context);
    return answerOf(db, mends ? mended(db, context, found) : found);
  });
}

/** Only what can be worked out anew from the rows, and the rights. Gives back what is found afterwards. */
function mended(db: Db, context: Context, findings: readonly Finding[]): Finding[] {
  const wrong = (aspect: Finding['aspect']) =>
    findings.some((finding) => finding.aspect === aspect && finding.faults.length > 0);
  const open = mendPrivacy(privacyOf(db.path));
  if (wrong('derived') && !wrong('pages')) deriveAnew(db);
  return findingsOf(db, context, open);
}

function answerOf(db: Db, findings: readonly Finding[]): Answer {
  const health = healthOf(findings);
  return {
    json: { file: db.path, health, findings },
    text: () => findingsText(findings),
    talk: () => [line(health === 'well' ? 'All is well.' : 'net doctor tells more of where everything is.')],
    code: HEALTH_EXITS[health],
  };
}
