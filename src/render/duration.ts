import { count } from './text.ts';

/** Minutes as people say them: "45 minutes", "1 hour", "2.5 hours". Hours are rounded to a tenth. */
export function timeText(minutes: number): string {
  if (minutes < 60) return count(Math.round(minutes), 'minute');
  const hours = Math.round(minutes / 6) / 10;
  return count(hours, 'hour');
}
