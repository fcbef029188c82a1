import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, day } from '../../src/domain/days/day.ts';
import { type CalendarDay, calendarText } from '../../src/formats/calendar.ts';
import { ics } from '../../src/formats/ics.ts';
import { safe } from '../../src/render/safe.ts';
import { parsed, sourceFile } from '../support/parsed.ts';
import { TODAY } from '../support/people.ts';

function dayWith(given: Partial<CalendarDay> = {}): CalendarDay {
  return { uid: 'due-1@netgarden', on: TODAY, title: 'Tend Ana Silva', yearly: null, ...given };
}

/** What a calendar program reads of it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  return calendar.getAllSubcomponents().map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      on: event.startDate.toString(),
      title: event.summary,
      isDay: event.startDate.isDate,
      repeats: String(component.getFirstPropertyValue('rrule') ?? ''),
    };
  });
}

const anyDay = fc.integer({ min: -36_500, max: 36_500 }).map((days) => addDays(TODAY, days));
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        ';',
        ',',
        '\\',
        ':',
        '"',
        'END:VEVENT',
        '\u202e',
        '\u001b',
        '\u0000',
        'é',
        '👩‍🌾',
        '王',
        ' ',
        'n',
      ),
      {
        maxLength: 80,
      },
    )
    .map((parts) => parts.join('')),
);

describe('a calendar', () => {
  test('is read back as it was written, whatever is in a title', () => {
    const days = fc.array(fc.record({ on: anyDay, title: anyText, yearly: fc.constantFrom(null, '03-01') }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(days, (given) => {
        const written = given.map((one, i) =>
          dayWith({ ...one, title: safe(`Tend ${one.title}.`), uid: `due-${i}@netgarden` }),
        );
        const text = calendarText(written, TODAY);
        expect(read(text)).toEqual(
          written.map(({ uid, on, title, yearly }) => ({
            uid,
            on,
            title,
            isDay: true,
            repeats: yearly === null ? '' : 'FREQ=YEARLY',
          })),
        );
        const lines = text.split('\r\n');
        expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(written.length);
        expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\p{Cc}\u202e]/u.test(line))).toBe(
          true,
        );
      }),
      { numRuns: 500 },
    );
  });

  test('of the same days on the same day has the same bytes', () => {
    const days = [dayWith(), dayWith({ uid: 'birthday-1@netgarden', yearly: '11-22' })];
    expect(calendarText(days, TODAY)).toBe(calendarText(days, TODAY));
    expect(calendarText(days, TODAY)).not.toBe(calendarText(days, addDays(TODAY, 1)));
    expect(calendarText([], TODAY)).toContain('END:VCALENDAR\r\n');
  });

  test('has a birthday on 29 February each year', () => {
    const text = calendarText([dayWith({ on: day('2026-02-28'), yearly: '02-29' })], TODAY);
    const rule = ICAL.Recur.fromString(read(text)[0]?.repeats ?? '');
    const iterator = rule.iterator(ICAL.Time.fromDateString('2026-02-28'));
    const next = Array.from({ length: 4 }, () => String(iterator.next()));
    expect(next).toEqual(['2026-02-28', '2027-02-28', '2028-02-29', '2029-02-28']);
  });

  test('is no history: importing it brings nothing', async () => {
    const text = calendarText([dayWith({ on: '2026-01-01' as CalendarDate })], TODAY);
    expect(await parsed(ics, sourceFile(text), { create: true, isKnown: () => true })).toEqual({
      people: [],
      talks: [],
      exchanges: [],
      rejects: [],
      remarks: [],
      skipped: { 'event without guests': 1 },
    });
  });
});
