import type { Component } from './components.ts';
import { fileZone } from './file-zone.ts';
import type { Wall, Zone } from './moment.ts';
import type { Budget } from './rule.ts';
import { windowsZone } from './windows-zones.ts';

export const UTC: Zone = fixedZone(0);

/** The zones of a file by their names. Null for one that nobody knows: its times are meant wherever one is. */
export type Zones = (tzid: string | null) => Zone | null;

/** A file names a few: what goes beyond this is made up. */
const MOST_ZONES = 500;

/** Knows the zones that a file describes itself, else those of the world's list, also under the names that Outlook has for them. */
export function zonesOf(described: readonly Component[], budget: Budget, untilYear: number): Zones {
  const zones = new Map<string, Zone | null>();
  for (const component of described.slice(0, MOST_ZONES)) {
    const { tzid, zone } = fileZone(component, budget, untilYear);
    if (tzid !== null && zone !== null) zones.set(tzid, zone);
  }
  return (tzid) => {
    if (tzid === null) return null;
    const known = zones.get(tzid);
    if (known !== undefined) return known;
    if (zones.size >= 2 * MOST_ZONES) return null;
    const zone = namedZone(tzid);
    zones.set(tzid, zone);
    return zone;
  };
}

/** `Europe/Berlin`; the same behind a prefix, as Mozilla writes it; a name of Windows; `(UTC+01:00) Amsterdam, …`. */
function namedZone(tzid: string): Zone | null {
  const name = tzid.trim().replace(/^"|"$/g, '');
  const parts = name.split('/').filter((part) => part !== '');
  const known =
    windowsZone(name) ?? [name, parts.slice(-2).join('/'), parts.slice(-3).join('/')].find(isZone) ?? null;
  if (known !== null) return worldZone(known);
  const [, sign, hours, minutes] = /(?:UTC|GMT)([+-])(\d{1,2}):?(\d{2})?\b/i.exec(name) ?? [];
  if (hours === undefined) return /^\(?(?:utc|gmt|z)\b/i.test(name) ? UTC : null;
  const offset = (Number(hours) * 60 + Number(minutes ?? 0)) * 60_000;
  return fixedZone(sign === '-' ? -offset : offset);
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function fixedZone(offset: number): Zone {
  return { toInstant: (wall) => wall - offset, toWall: (instant) => instant + offset };
}

function worldZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const toWall = (instant: number): Wall => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  };
  return {
    toWall,
    toInstant: (wall) => {
      const near = wall - (toWall(wall) - wall);
      return wall - (toWall(near) - near);
    },
  };
}
