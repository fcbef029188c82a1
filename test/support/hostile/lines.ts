import fs from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { configured } from '../../../src/cli/program.ts';
import { entryAt, REGISTRY } from '../../../src/cli/registry.ts';
import type { Desk } from '../world.ts';
import type { Called } from './world.ts';

/**
 * A command line: `{ana}` is her short id, `{out}` a directory to write into, `{token}` the hostile text itself. In this order each finds what it
 * is about.
 */
export type Line = readonly string[];

/** Everything that is written into files. */
export const WRITING: readonly Line[] = [
  ['calendar', '{out}/days.ics'],
  ['export', '{out}/people.json'],
  ['export', '{out}/people.vcf'],
  ['export', '{out}/people.csv'],
  ['export', '{out}/pages/'],
];

/** What is only read, of everything that is stored. */
export const READING: readonly Line[] = [
  ['today'],
  ['today', '--why', '1'],
  ['today', '--why', '2'],
  ['show', '{ana}'],
  ['show', '{ben}'],
  ['show', '{lee}'],
  ['show', '{twin}'],
  ['show', 'max'],
  ['list'],
  ['list', '--all'],
  ['list', '--since', '2026-01-01'],
  ['keep'],
  ['ask', '{ana}'],
  ['balance'],
  ['balance', '{ana}'],
  ['balance', '--untested'],
  ['cherish'],
  ['forward'],
  ['forward', '{ana}'],
  ['recommend'],
  ['stack'],
  ['target', 'list', '--all'],
  ['config'],
  ['config', 'city'],
  ['config', 'offers'],
  ['group', 'list', '--all'],
  ['group', 'check', '{token}'],
  ['group', 'review', '{token}'],
  ['group', 'review', 'Club {token}'],
  ['week'],
  ['week', '--last'],
  ['garden'],
  ['history'],
  ['duplicates'],
  ['merge', '{max}', '{twin}', '--dry-run'],
  ['purge', '{ana}', '--dry-run'],
  ['calendar'],
  ['export'],
  ['export', '--format', 'vcard'],
  ['export', '--format', 'csv'],
  ['import', '{out}/people.json', '--dry-run'],
  ['import', '{out}/people.vcf', '--dry-run'],
  ['import', '{out}/people.csv', '--dry-run'],
  ['import', '{out}/hostile.vcf', '--dry-run'],
  ['import', '{out}/hostile.csv', '--dry-run'],
  ['import', '{out}/hostile.ics', '--create', '--yes', '--dry-run'],
  ['import', '{out}/hostile.mbox', '--create', '--yes', '--dry-run', '--me', 'me@example.org'],
  ['import', '{out}/hostile.md', '--dry-run'],
  ['import', '{out}/hostile.json', '--dry-run'],
  ['import', '{out}/hostile.txt'],
  ['check'],
  ['doctor'],
  ['backup', '--list'],
  ['restore', '{out}/hostile.txt', '--dry-run'],
  ['encrypt', '--dry-run'],
  ['decrypt', '--dry-run'],
  ['completion', 'bash'],
];

/** What changes something, and says what. With `READING`, every command is here. */
export const CHANGING: readonly Line[] = [
  ['import', '{out}/hostile.csv', '--map', 'name={token}'],
  ['import', '{out}/hostile.vcf', '{out}/hostile.csv', '--create', '--yes'],
  ['add', 'New {token}', '--at', 'DevMeet {token}', '--needs', '{token}'],
  ['add', '{token}'],
  [
    'log',
    '{ana}',
    'lunch, {token}',
    '-g',
    '{token}',
    '-a',
    '{token}',
    '-r',
    '{token}',
    '-p',
    '{token} by friday',
  ],
  ['log', '{zoe}', 'call', '--they-need', '{token}', '--at', 'Fair {token}'],
  ['done', '1', '{token}'],
  ['done', '2'],
  ['ask', '{ben}', '{token}'],
  ['outcome', '{ben}', 'helped'],
  ['outcome', '{ben}', 'helped', '--which', '1'],
  ['outcome', '{ben}', '--fruit', '{token}'],
  ['thank', '{ana}'],
  ['thank', '{ana}', '--which', '1'],
  ['give', '{ana}', '{token}', '--event', '{token}'],
  ['forward', '{ben}', '--which', '1'],
  ['promise', '{ana}', '{token}', '--due', 'tomorrow'],
  ['promise', '{ana}', '--kept'],
  ['promise', '{ana}', '--drop', '--which', '1'],
  ['recommend', '{zoe}', '{token}', '--to', '{ana}'],
  ['recommend', '{ana}', '--to', '{ben}', '--outcome', 'helped'],
  ['edit', '{ben}', '--org', '{token}', '--note', '{token}', '--at', 'Fair {token}'],
  ['edit', '{ben}', '--drop', '{token}'],
  ['snooze', '{ana}'],
  ['rest', '{eva}'],
  ['grow', '{zoe}', '--target', '{token}'],
  ['keep', '{zoe}', '--every', '3w'],
  ['stack', '--at', 'DevMeet {token}', '--rest', '{zoe}'],
  ['moveon', '{zoe}', '--to', '{token}', '--yes'],
  ['target', 'add', 'more {token}'],
  ['target', 'done', '1'],
  ['target', 'done', 'more {token}', '--drop'],
  ['group', 'add', 'Other {token}', '--fee', '€10/year', '--why', '{token}'],
  ['group', 'edit', 'Other {token}', '--name', 'Another {token}', '--why', '{token}'],
  ['group', 'log', '{token}', 'seen: {token}', '--ambush', '--with', '{ana}'],
  ['group', 'review', '{token}', '--keep'],
  ['group', 'leave', '{token}', '--yes'],
  ['pause', 'tomorrow'],
  ['pause', '--end'],
  ['config', 'interests', '{token}'],
  ['today', '--refill'],
  ['undo', '3'],
  ['redo', '2'],
  ['duplicates', '{max}'],
  ['merge', '{max}', '{twin}', '--yes'],
  ['undo'],
  ['duplicates', '--apart', '{max}', '{twin}'],
  ['backup', '{out}/copy.db'],
  ['restore', '{out}/copy.db', '--yes'],
  ['purge', '{ana}', '--yes'],
  ['import', '{out}/people.json'],
  ['history', '100'],
];

/** What shows people who are made up. */
export const APART: readonly Line[] = [['demo']];

/** What the commands of some lines are, by their names in the table. */
export function commandsOf(lines: readonly Line[]): Set<string> {
  return new Set(lines.map(([first = '', second]) => entryAt(first, second)?.name ?? first));
}

/** One word of a line, filled in. */
export function filled(word: string, text: string, called: Called, out: string): string {
  return word
    .replace(/\{(\w+)\}/g, (whole, name: string) =>
      name === 'out' ? out : (called[name as keyof Called] ?? whole),
    )
    .replaceAll('{token}', () => text);
}

/** Files of others with a text wherever one may stand, well made and not. */
export function layFiles(out: string, text: string): void {
  fs.mkdirSync(out, { recursive: true });
  const inQuotes = `"${text.replaceAll('"', '""')}"`;
  const files: Readonly<Record<string, string>> = {
    'hostile.vcf': `BEGIN:VCARD\nVERSION:3.0\nFN:${text}\nORG:${text}\nBDAY:${text}\nX-A;TYPE=${text}:${text}\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\n${text}\nEND:VCARD\nBEGIN:VCARD\nFN:Half ${text}\n`,
    'hostile.csv': `First Name,Last Name,Email Address,${inQuotes}\nAna,${inQuotes},${inQuotes},${inQuotes}\n,,${inQuotes}\n"${text}`,
    'hostile.ics': `BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-TIMEZONE:${text}\nBEGIN:VEVENT\nUID:${text}\nSUMMARY:${text}\nLOCATION:${text}\nDTSTART;TZID=${text}:20261001T100000\nRRULE:FREQ=${text}\nORGANIZER:mailto:me@example.org\nATTENDEE;CN=${text}:mailto:new@example.org\nATTENDEE:mailto:${text}\nEND:VEVENT\nEND:VCALENDAR\n`,
    'hostile.mbox': `From x Mon Jan  1 00:00:00 2024\nFrom: ${text} <new@example.org>\nTo: me@example.org, ${text}\nDate: Mon, 15 Jan 2024 20:00:00 +0000\nSubject: ${text}\n\n${text}\n\nFrom y ${text}\nDate: ${text}\n\n`,
    'hostile.md': `## ${text}\n\n- ${text}\n\n## 2026-01-01\n\n### ${text}\n`,
    'hostile.json': JSON.stringify({
      net: 1,
      [text]: text,
      contact: [{ id: text, name: text, stage: text }],
    }),
    'hostile.txt': `${text}\n${text},${text}\n`,
  };
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(join(out, name), content);
}

/** Every command with a text as its words, and as the value of each of its options: most are refused, in words that name it. */
export async function typedLines(): Promise<Line[]> {
  const lines: Line[] = [
    ['{token}'],
    ['{token}', '--json'],
    ['help', '{token}'],
    ['help', 'group', '{token}'],
    ['group', '{token}'],
    ['target', '{token}', 'x'],
    ['list', '--db', '{out}/{token}'],
    ['--{token}'],
  ];
  for (const entry of REGISTRY) {
    const name = entry.name.split(' ');
    const command = configured(entry, await entry.load());
    if (takesFile(command)) lines.push([...name, '{out}/{token}']);
    else lines.push([...name, '{token}'], [...name, '--', '{token}'], [...name, 'x', '{token}']);
    lines.push([...name, '--x{token}'], [...name, '--help', '{token}']);
    for (const { long, required } of command.options) {
      // A file of that name is none of the working directory.
      const value = long === '--db' ? '{out}/{token}' : '{token}';
      const who = takesFile(command) ? '{out}/x' : '{ana}';
      if (required) lines.push([...name, who, long ?? '', value]);
    }
  }
  return lines;
}

/** Whether the words of a command name a file, which is not to be one of the working directory. */
export function takesFile({ registeredArguments }: Pick<Command, 'registeredArguments'>): boolean {
  return registeredArguments.some((argument) => argument.name() === 'file');
}

/** Runs a line at a desk. */
export function typed(at: Desk, line: Line, text: string, called: Called) {
  const out = join(at.directory, 'out');
  return at.net(...line.map((word) => filled(word, text, called, out)));
}
