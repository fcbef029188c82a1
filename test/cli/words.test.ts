import fs from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { helpText } from '../../src/cli/help.ts';
import { parse } from '../../src/cli/program.ts';
import { REGISTRY } from '../../src/cli/registry.ts';
import { GIVER_LABELS } from '../../src/domain/giver.ts';
import { root } from '../support/essay-tests.ts';
import { words } from '../support/golden.ts';
import { outputsOf } from '../support/golden-outputs.ts';
import { REFUSED, refusedWords } from '../support/refused-words.ts';

const here = join(root, 'test', 'cli');
const read = (...path: string[]) => fs.readFileSync(join(root, ...path), 'utf8');
const goldens = fs.readdirSync(here).filter((name) => name.endsWith('.golden'));
const pages = ['README.md', ...fs.readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)];

describe('no refused word is printed', () => {
  test('in the list of commands', () => {
    expect(refusedWords(helpText(false) + helpText(true))).toEqual([]);
  });

  test.each(REGISTRY.map(({ name }) => name))('in net help %s', async (name) => {
    const parsed = await parse(['help', ...name.split(' ')], '0.0.0', 100);
    expect(refusedWords(parsed.kind === 'print' ? parsed.text : 'nothing was printed')).toEqual([]);
    expect(parsed.kind).toBe('print');
  });

  test.each(goldens)('in %s', (name) => {
    const printed = outputsOf(read('test', 'cli', name));
    expect(printed.length).toBeGreaterThan(0);
    const own = printed.flatMap(({ typed }) => words(typed)).filter((word) => refusedWords(word).length > 0);
    // What people type is their own: only what net says itself is read.
    const said = printed
      .flatMap(({ out, err }) => [out, err])
      .map((text) => own.reduce((rest, word) => rest.replaceAll(word, '…'), text));
    expect(said.flatMap(refusedWords)).toEqual([]);
  });

  test.each(pages)('in the sessions of %s', (name) => {
    const blocks = [...read(name).matchAll(/```(?:console|text)\n(.*?)```/gs)].map(([, text = '']) => text);
    const printed = blocks.flatMap((text) => text.split('\n')).filter((line) => !line.startsWith('$ '));
    expect(refusedWords(printed.join('\n'))).toEqual([]);
  });

  test.each(['render', 'commands', 'steps', 'cli', 'reports', 'domain', 'host'])(
    'by a text in src/%s',
    (part) => {
      const files = fs.readdirSync(join(root, 'src', part), { recursive: true }).map(String);
      const texts = files
        .filter((file) => file.endsWith('.ts'))
        .flatMap((file) => textsIn(join('src', part, file)));
      expect(texts.length).toBeGreaterThan(10);
      expect(texts.flatMap(refusedWords)).toEqual([]);
    },
  );
});

describe('what is said of a person has its count beside it', () => {
  const outputs = goldens.flatMap((name) => outputsOf(read('test', 'cli', name)));
  const said = outputs.filter(({ typed }) => !/ (help|--help|-h)\b/.test(typed));

  test.each(GIVER_LABELS)('"%s"', (label) => {
    const places = said.flatMap(({ typed, out, err }) =>
      [out, err].flatMap((text) => placesOf(label, typed, text)),
    );
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter(({ counted }) => !counted)).toEqual([]);
  });
});

describe('refused words', () => {
  test.each([
    'A streak of 5 weeks!',
    'Your pipeline',
    'two prospects',
    'the best sales leads',
    'a warm lead',
    'close the deal',
    '3 open deals',
    'conversion rate 12 %',
    'send a bulk message',
    'it is sent automatically',
    'auto-send',
    'Ben is a taker.',
    'OVERDUE',
    'you haven’t called Mom',
    'a backlog of 7',
    'your CRM',
    'ROI of this group',
    'you earned 10 points',
    'networking score: 80',
    '12 followers',
    'the top 5 people',
    'one-sided people are takers',
  ])('refused: %s', (text) => {
    expect(refusedWords(text)).not.toEqual([]);
  });

  test.each([
    'the undertaker',
    'she will deal with it, a great deal',
    'that leads to a talk',
    'what leads the line',
    'take the lead on the workshop',
    'a lead in the play',
    'no score is needed',
    'heroic',
    'sent by mail',
    'Croix',
    'whom you never asked: 1 of 3 warm people',
    'in the slack of the week',
    'whatsapp, signal, slack',
    'she deals with imports',
    'pick up the cards in the order in which they came',
  ])('not refused: %s', (text) => {
    expect(refusedWords(text)).toEqual([]);
  });

  test('each says why, and where', () => {
    for (const { why, words } of REFUSED) {
      expect(why).not.toBe('');
      expect(words.length).toBeGreaterThan(5);
    }
    expect(refusedWords('fine\n  an overdue call')).toMatchObject([
      { word: 'overdue', line: 'an overdue call' },
    ]);
  });
});

/** Every text that stands in a source, but for what is imported: what a golden does not show is read too. */
function textsIn(file: string): string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Where a label is printed, and whether a count follows it: in JSON, whether its evidence stands beside it. */
function placesOf(label: string, typed: string, printed: string): { typed: string; counted: boolean }[] {
  if (printed.startsWith('{')) {
    return labeled(JSON.parse(printed), label).map((counted) => ({ typed, counted }));
  }
  return [...printed.matchAll(new RegExp(`(?<![\\w-])${label}(?![\\w-])([^]{0,60})`, 'g'))].map(
    ([, after = '']) => ({
      typed,
      counted: /\d/.test(after),
    }),
  );
}

function labeled(value: unknown, label: string): boolean[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'label' in value && value.label === label ? [hasCount(value)] : [];
  return [...own, ...Object.values(value).flatMap((part) => labeled(part, label))];
}

function hasCount(value: object): boolean {
  const evidence = 'asks' in value ? value.asks : 'evidence' in value ? value.evidence : null;
  return Object.values(evidence ?? {}).some((count) => typeof count === 'number' && count > 0);
}
