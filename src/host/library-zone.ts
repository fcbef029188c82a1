import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from './paths.ts';

const ZONES = '/usr/share/zoneinfo';

/**
 * Whether the C library knows the zone that somebody is in: that of the system, or one of its own files. Without these, as in a small
 * container, it takes any name for UTC; Windows has no such files.
 */
export function isZoneOfLibrary({ TZ, TZDIR }: Env, platform: NodeJS.Platform): boolean {
  if (platform === 'win32' || TZDIR !== undefined) return false;
  return TZ === undefined ? existsSync('/etc/localtime') : TZ !== '' && existsSync(join(ZONES, TZ));
}
