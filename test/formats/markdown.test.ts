import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contact, ContactPoint } from '../../src/domain/contact.ts';
import { day } from '../../src/domain/days/day.ts';
import { pageNames } from '../../src/formats/markdown/page-names.ts';
import { address, inline, lines } from '../../src/formats/markdown/text.ts';
import { formatPage } from '../../src/formats/markdown.ts';
import { safe } from '../../src/render/safe.ts';
import { anyText } from '../support/anybody.ts';
import { contactWith, interactionWith, TODAY } from '../support/people.ts';

/** A page without what is escaped in it: whatever is left that Markdown knows is markup. */
const bare = (text: string) => text.replace(/\\[!-/:-@[-`{-~]/g, '.').replace(/&(amp|lt|gt);/g, '.');

describe('a text is shown as it is, and is no markup', () => {
  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['{{ site.secret }}', '\\{\\{ site.secret \\}\\}'],
    ['{% raw %}', '\\{\\% raw \\%\\}'],
    ['# heading', '\\# heading'],
    ['[a](javascript:x)', '\\[a\\](javascript:x)'],
    ['![a](http://example.org/a.png)', '!\\[a\\](http://example.org/a.png)'],
    ['a | b', 'a \\| b'],
    ['    code', 'code'],
    ['> quoted', '&gt; quoted'],
    ['```sh', '\\`\\`\\`sh'],
    ['~~~', '\\~\\~\\~'],
    ['a_b*c*', 'a\\_b\\*c\\*'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['==a==', '\\=\\=a\\=\\='],
    ['$x$', '\\$x\\$'],
    ['a\\', 'a\\\\'],
    ['a\u202eb\u001b', 'a\\\\u\\{202e\\}b\\\\e'],
    ['two\nlines', 'two lines'],
    ['e.g. 5 - 3 = 2, ana@example.org: 100%', 'e.g. 5 - 3 = 2, ana@example.org: 100%'],
  ])('%j', (text, expected) => expect(inline(text, safe)).toBe(expected));

  test.each([
    ['- a', '\\- a'],
    ['--- ', '\\---'],
    ['===', '\\=\\=\\='],
    ['= a', '\\= a'],
    ['+ a', '\\+ a'],
    ['1. a', '1\\. a'],
    ['12) a', '12\\) a'],
    [': a', '\\: a'],
    ['# a', '\\# a'],
  ])('%j as a line of its own', (text, expected) => {
    expect(lines(`first\n${text}`, safe)).toBe(`first\\\n  ${expected}`);
  });

  test('each line of a longer one by itself', () => {
    expect(lines('one\n\n# two\r\n- three\r    four', safe)).toBe(
      'one\\\n  \\\n  \\# two\\\n  \\- three\\\n  four',
    );
  });

  test('whatever is in it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(inline(text, safe)).not.toContain('\n');
        for (const [i, line] of lines(text, safe).split('\n').entries()) {
          const said = i === 0 ? line : line.slice(2);
          if (i > 0) expect(line.startsWith('  ')).toBe(true);
          if (i > 0) expect(said).not.toMatch(/^([-+:=\s]|\d{1,9}[.)])/);
          // A line that another follows ends in a break of its own.
          expect(bare(said).replace(/\\$/, '')).not.toMatch(/[\\`*_[\]{}|~$#^<>]|\{%|%\}|==/);
          expect(said).not.toMatch(/\{\{|\{%|<|>/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('an address is a link where it can be nothing more', () => {
    expect(address('https://example.org/a?b=c&d', safe)).toBe('<https://example.org/a?b=c&d>');
    expect(address('https://example.org/>[x](y)', safe)).toBe('https://example.org/&gt;\\[x\\](y)');
    expect(address('javascript:alert(1)', safe)).toBe('javascript:alert(1)');
  });
});

test('names of pages are safe for every file system, each there once', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record({
          id: fc.uuid(),
          name: anyText,
          short: fc.oneof(anyText, fc.constantFrom('a003', '../..', 'con')),
        }),
        { selector: ({ id }) => id },
      ),
      (people) => {
        const names = [...pageNames(people).values()];
        expect(names).toHaveLength(people.length);
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9-]{0,180}\.md$/);
        expect(names).not.toContain('index.md');
      },
    ),
  );
  expect([
    ...pageNames([
      { id: '1', name: 'Zoë Müller-Ørsted', short: 'a003' },
      { id: '2', name: '../../etc/passwd', short: 'a004' },
      { id: '3', name: '🦊', short: 'a005' },
      { id: '4', name: '王秀英', short: 'a006' },
      { id: '5', name: '...', short: 'a007' },
      { id: '6', name: '/', short: 'a007' },
    ]).values(),
  ]).toEqual([
    'zoe-muller-orsted-a003.md',
    'etc-passwd-a004.md',
    expect.stringMatching(/^[a-z-]+-a005\.md$/),
    expect.stringMatching(/^[a-z-]+-a006\.md$/),
    'person-a007.md',
    'person-a007-2.md',
  ]);
});

describe('what a page says of how it began', () => {
  const page = (given: Partial<Contact>, heldOn?: string) =>
    formatPage(
      {
        contact: contactWith({
          metOn: null,
          viaId: null,
          gatheringId: null,
          origin: null,
          lastOn: null,
          ...given,
        }),
        addedOn: TODAY,
        points: [
          {
            id: 'p',
            contactId: 'c',
            kind: 'url',
            value: 'https://example.org/ana',
            label: null,
          } as ContactPoint,
        ],
        traits: [],
        notes: [],
        metAt: null,
        via: null,
        target: null,
        introduced: [],
        talks:
          heldOn === undefined
            ? []
            : [{ interaction: interactionWith({ heldOn: day(heldOn) }), others: [], gathering: null }],
        exchanges: [],
        recommendations: [],
      },
      (text) => text,
    );

  test.each([
    [undefined, '**Last touch:** 2026-05-01'],
    ['2026-06-01', '**Last touch before the first talk here:** 2026-05-01'],
    ['2026-05-01', '**Touch noted:** 2026-05-01'],
    ['2026-04-01', '**Touch noted:** 2026-05-01'],
  ])('with a first talk on %s: %s', (heldOn, said) => {
    expect(page({ lastOn: day('2026-05-01') }, heldOn)).toContain(`- ${said}\n`);
  });

  test('that it was otherwise is told only beside what is known', () => {
    expect(page({ origin: 'other' })).not.toContain('Met');
    expect(page({ origin: 'other', metOn: day('2026-05-01') })).toContain(
      '**Met:** on 2026-05-01 (otherwise)',
    );
    expect(page({ origin: 'work' })).toContain('**Met:** (at work)');
  });

  test('a web address is a link', () => {
    expect(page({})).toContain('- Link: <https://example.org/ana>');
  });
});
