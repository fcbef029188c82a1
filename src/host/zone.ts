import type { Env } from './paths.ts';

/** The time zone that days are told in, and whether the one that TZ names is none: UTC stands in for it. */
export function zoneOf({ TZ }: Env): { readonly zone: string; readonly unknown: boolean } {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC';
  return { zone, unknown: TZ !== undefined && TZ !== '' && !TZ.startsWith(':') && !isZone(TZ) };
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== undefined;
  } catch {
    // Rules written out, as EST5EDT,M3.2.0,M11.1.0, are read by the system alone.
    return /^[A-Za-z]{3,}[-+]?\d/.test(name) || /^<[-+]?\w+>/.test(name);
  }
}
