const MOST = 1440;

const HOURS =
  /^(\d{1,2}(?:[.,]\d{1,2})?|an?|half an) ?(?:h|hrs?|hours?)(?: ?(?:and )?([0-5]?\d|a half)(?: ?(?:m|mins?|minutes?))?)?$/;
const MINUTES = /^(\d{1,4}) ?(?:m|mins?|minutes?)?$/;
const CLOCK = /^(\d{1,2}):([0-5]\d)(?: ?h)?$/;

/** Minutes as they are said: `45`, `20min`, `2h`, `1h30`, `1:30`, `1.5 hours`, `half an hour`; null where it is no time of a day. */
export function readMinutes(text: string): number | null {
  const said = text.trim().toLowerCase();
  const plain = MINUTES.exec(said);
  const [, hours, rest = '0'] = CLOCK.exec(said) ?? HOURS.exec(said) ?? [];
  const minutes =
    plain !== null ? Number(plain[1]) : hours === undefined ? null : 60 * hoursOf(hours) + minutesOf(rest);
  return minutes === null || minutes > MOST ? null : Math.round(minutes);
}

function hoursOf(said: string): number {
  if (said === 'half an') return 0.5;
  return said === 'a' || said === 'an' ? 1 : Number(said.replace(',', '.'));
}

function minutesOf(said: string): number {
  return said === 'a half' ? 30 : Number(said);
}
