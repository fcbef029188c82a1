import { addDays, type CalendarDate, monthDay } from '../domain/day.ts';

/** A made-up network as somebody would have typed it over the last half year: one command line each, on whichever day it is. */
export function demoNetwork(today: CalendarDate): readonly (readonly string[])[] {
  const soon = monthDay(addDays(today, 3));
  return [
    [
      'add',
      'Mara Lindqvist',
      '--circle',
      'inner',
      '--org',
      'Nordlys Lab',
      '--role',
      'neuroscientist',
      '--city',
      'Lisbon',
      '--ask-about',
      'how the sleep study went',
    ],
    ['log', 'mara', 'coffee', '--on', '41 days ago', '-g', 'notes on her grant', '--started', 'me'],
    [
      'log',
      'mara',
      'a walk along the river',
      '--by',
      'in-person',
      '--on',
      '24 days ago',
      '-r',
      'a book on memory',
    ],

    [
      'add',
      'Tobias Acheampong',
      '--circle',
      'close',
      '--org',
      'Kete Design',
      '--role',
      'designer',
      '--needs',
      'a grant review for his studio',
      '--city',
      'Accra',
    ],
    ['log', 'tobias', 'video', '--on', '150 days ago'],
    ['log', 'tobias', 'called', '--on', '118 days ago', '-r', 'the logo sketches'],
    ['log', 'tobias', 'video', '--on', '79 days ago', '-g', 'an intro to the museum'],

    [
      'add',
      'Ines Carvalho',
      '--circle',
      'active',
      '--org',
      'Porto Press',
      '--role',
      'editor',
      '--interest',
      'climbing',
    ],
    ['log', 'ines', 'lunch', '--on', '96 days ago', '-g', 'a draft to publish'],
    ['log', 'ines', 'email', '--on', '9 days ago', '-p', 'the photos from the reading'],
    ['promise', 'ines', '--due', 'today'],

    ['add', 'Grandpa Aurelio', '--circle', 'inner', '--no-score', '--birthday', soon],
    ['log', 'aurelio', 'called', '--on', '8 days ago'],

    ['add', 'Yusuf Demir', '--circle', 'active', '--org', 'Anadolu Robotics', '--role', 'engineer'],
    ['log', 'yusuf', 'message', '--on', '60 days ago', '-g', 'a contract template'],
    ['ask', 'yusuf', 'an hour on the motor controller', '--on', '12 days ago', '--by', 'email'],
    ['outcome', 'yusuf', 'helped', '--on', '3 days ago'],

    [
      'add',
      'Priya Raman',
      '--at',
      'DevMeet',
      '--on',
      '3 days ago',
      '--org',
      'Tidal',
      '--needs',
      'a designer for her app',
      '--ask-about',
      'how the launch went',
    ],
    ['add', 'Jonas Weber', '--at', 'DevMeet', '--on', '3 days ago', '--interest', 'urban gardens'],
    ['add', 'Sofia Marino', '--at', 'DevMeet', '--on', '3 days ago'],

    ['add', 'Hannah Okafor', '--circle', 'wide', '--org', 'City Archive', '--offers', 'access to old maps'],
    ['log', 'hannah', 'met at the archive', '--on', '100 days ago'],

    ['config', 'city', 'Lisbon'],
    ['config', 'interests', 'rust, climbing, urban gardens'],
    ['config', 'offers', 'grant reviews, contract templates, intros to designers'],
  ];
}
