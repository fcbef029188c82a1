import { readFileSync } from 'node:fs';

/** What is mounted where, as Linux tells it; empty on other systems. */
export function systemMounts(): string {
  try {
    return readFileSync('/proc/self/mounts', 'utf8');
  } catch {
    return '';
  }
}
