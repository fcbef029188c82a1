import { dayOf } from './days/day.ts';
import { readSpan } from './days/span.ts';
import { NetError } from './error.ts';
import { DEFAULTS, type Season, type Settings } from './settings.ts';

/** One key of `net config`: what it means, how its text is read into the settings and written back. */
export interface ConfigKey {
  readonly key: string;
  readonly about: string;
  readonly read: (settings: Settings, text: string) => Settings;
  readonly show: (settings: Settings) => string;
}

export const CONFIG: readonly ConfigKey[] = [
  number(
    'slots',
    'people a week',
    2,
    15,
    (s) => s.slots,
    (s, slots) => ({ ...s, slots }),
  ),
  number(
    'minutes',
    'minutes a week',
    20,
    3000,
    (s) => s.minutes,
    (s, minutes) => ({ ...s, minutes }),
  ),
  number(
    'growing',
    'new relationships growing at once',
    1,
    10,
    (s) => s.growingSlots,
    (s, growingSlots) => ({ ...s, growingSlots }),
  ),
  number(
    'group-minutes',
    'minutes a week for all groups together; beyond them the next list is shorter',
    0,
    3000,
    (s) => s.groupMinutes,
    (s, groupMinutes) => ({ ...s, groupMinutes }),
  ),
  cadence('inner', 'the inner circle is tended every'),
  cadence('close', 'close people are tended every'),
  cadence('active', 'active people are tended every'),
  cadence('wide', 'the wide circle is tended every'),
  {
    key: 'seasons',
    about: 'busy weeks of each year, when only what is owed is listed: 12-15..01-06',
    read: (settings, text) => ({ ...settings, seasons: list(text).map(season) }),
    show: (settings) => settings.seasons.map(({ from, to }) => `${from}..${to}`).join(', '),
  },
  text(
    'city',
    'where you live, so that meeting in person is only suggested within reach',
    (s) => s.city,
    (s, city) => ({ ...s, city }),
  ),
  text(
    'employer',
    'where you work: net garden tells how many you know elsewhere',
    (s) => s.employer,
    (s, employer) => ({ ...s, employer }),
  ),
  text(
    'industry',
    'your field, a tag of the people in it: net garden tells how many you know outside it',
    (s) => s.industry,
    (s, industry) => ({ ...s, industry }),
  ),
  {
    key: 'interests',
    about: 'what you are interested in: a shared interest opens a talk',
    read: (settings, text) => ({ ...settings, interests: list(text) }),
    show: (settings) => settings.interests.join(', '),
  },
  {
    key: 'offers',
    about: 'what you can offer: matched with what people need',
    read: (settings, text) => ({ ...settings, offers: list(text) }),
    show: (settings) => settings.offers.join(', '),
  },
  {
    key: 'me',
    about: 'your own e-mail addresses: they tell which way a mail went',
    read: (settings, text) => ({ ...settings, me: list(text).map((address) => address.toLowerCase()) }),
    show: (settings) => settings.me.join(', '),
  },
];

/** The key of a name. Throws `usage` with the known ones. */
export function configKey(name: string): ConfigKey {
  const found = CONFIG.find(({ key }) => key === name);
  if (found !== undefined) return found;
  throw new NetError(
    'usage',
    `there is no setting "${name}"`,
    `the settings are ${CONFIG.map(({ key }) => key).join(', ')}`,
  );
}

/** The defaults, changed by what is stored under each key. A key that a newer net has written is passed over. */
export function parseSettings(stored: ReadonlyMap<string, string>): Settings {
  return CONFIG.reduce((settings, { key, read }) => {
    const text = stored.get(key);
    return text === undefined ? settings : read(settings, text);
  }, DEFAULTS);
}

function number(
  key: string,
  about: string,
  least: number,
  most: number,
  get: (settings: Settings) => number,
  set: (settings: Settings, value: number) => Settings,
): ConfigKey {
  const read = (settings: Settings, text: string) => {
    const value = /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most))
      throw badValue(key, text, `a whole number from ${least} to ${most}`);
    return set(settings, value);
  };
  return { key, about, read, show: (settings) => String(get(settings)) };
}

function text(
  key: string,
  about: string,
  get: (settings: Settings) => string | null,
  set: (settings: Settings, value: string | null) => Settings,
): ConfigKey {
  return {
    key,
    about,
    read: (settings, said) => set(settings, said.trim() === '' ? null : said.trim()),
    show: (settings) => get(settings) ?? '',
  };
}

function cadence(circle: 'inner' | 'close' | 'active' | 'wide', about: string): ConfigKey {
  return {
    key: circle,
    about,
    read: (settings, text) => {
      const days = readSpan(text);
      if (days === null || days < 1 || days > 3650)
        throw badValue(circle, text, 'a span such as 14d, 6w or 3 months');
      return { ...settings, cadence: { ...settings.cadence, [circle]: days } };
    },
    show: (settings) => `${settings.cadence[circle]}d`,
  };
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function season(text: string): Season {
  const [, from = '', to = ''] = /^(\d\d-\d\d)\.\.(\d\d-\d\d)$/.exec(text) ?? [];
  if (!isMonthDay(from) || !isMonthDay(to)) throw badValue('seasons', text, 'spans such as 12-15..01-06');
  return { from, to };
}

function isMonthDay(text: string): boolean {
  const [, month, dayOfMonth] = /^(\d\d)-(\d\d)$/.exec(text) ?? [];
  return dayOf(2000, Number(month), Number(dayOfMonth)) !== null;
}

function badValue(key: string, text: string, wanted: string): NetError {
  return new NetError('rejected', `"${text}" is no value for ${key}`, `give ${wanted}`);
}
