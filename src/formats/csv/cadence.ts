import { readSpan } from '../../domain/days/span.ts';
import { bare } from './meaning.ts';

const LONGEST_CADENCE = 3650;
const LONGEST_TEXT = 60;

/** How often is said in one word, in English, German, French, Spanish and Portuguese, without accents. */
const RHYTHMS: readonly (readonly [days: number, words: string])[] = [
  [1, 'daily|taglich|quotidien|tous les jours|diario|diariamente'],
  [7, 'weekly|wochentlich|hebdomadaire|chaque semaine|semanal|semanalmente'],
  [
    14,
    'biweekly|bi weekly|fortnightly|every other week|zweiwochentlich|14 taglich|vierzehntaglich|bimensuel|quincenal|quinzenal|quinzenalmente',
  ],
  [
    30,
    'monthly|monatlich|mensuel|mensuelle|mensuellement|chaque mois|mensual|mensualmente|mensal|mensalmente',
  ],
  [60, 'every other month|zweimonatlich|bimestriel|bimestral'],
  [
    91,
    'quarterly|quarter|vierteljahrlich|quartalsweise|quartal|trimestriel|trimestrielle|trimestre|trimestral|trimestralmente',
  ],
  [
    182,
    'half yearly|twice a year|semi annually|semiannually|biannually|halbjahrlich|semestriel|semestrielle|semestral|semestralmente',
  ],
  [365, 'yearly|annually|annual|jahrlich|annuel|annuelle|annuellement|chaque annee|anual|anualmente'],
];

const BY_WORD: ReadonlyMap<string, number> = new Map(
  RHYTHMS.flatMap(([days, words]) => words.split('|').map((word) => [word, days] as const)),
);

const NUMBERS: readonly string[] = [
  'ein|eine|einen|jede|jeden|jedes|un|une|uno|una|um|uma',
  'zwei|deux|dos|dois|duas',
  'drei|trois|tres',
  'vier|quatre|cuatro|quatro',
  'funf|cinq|cinco',
  'sechs|six|seis',
];
const BY_NUMBER: ReadonlyMap<string, number> = new Map(
  NUMBERS.flatMap((words, i) => words.split('|').map((word) => [word, i + 1] as const)),
);

const UNITS: readonly (readonly [days: number, words: RegExp])[] = [
  [1, /^(?:tage?n?|jours?|dias?)$/],
  [7, /^(?:wochen?|semaines?|semanas?)$/],
  [30, /^(?:monate?n?|mois|mes|meses)$/],
  [91, /^(?:quarters?|quartale?|trimestres?)$/],
  [365, /^(?:jahre?n?|ans?|annees?|anos?)$/],
];

const EVERY =
  /^(?:every|each|alle|tous les|toutes les|chaque|cada|a cada|todos os|todas as|todos los|todas las) /;

/** Days of a cadence, however a table says it: "6w", "monthly", "alle 6 Wochen"; null where it says none. */
export function readCadence(text: string): number | null {
  if (text.length > LONGEST_TEXT) return null;
  const days = readSpan(text) ?? inWords(bare(text));
  return days === null || days < 1 || days > LONGEST_CADENCE ? null : days;
}

function inWords(said: string): number | null {
  const rest = said.replace(EVERY, '');
  const known = BY_WORD.get(said) ?? BY_WORD.get(rest);
  if (known !== undefined) return known;
  const [, number = '1', unit = ''] = /^(?:(\w{1,9}) )?([a-z]{2,10})$/.exec(rest) ?? [];
  const count = /^\d{1,4}$/.test(number) ? Number(number) : BY_NUMBER.get(number);
  const length = UNITS.find(([, words]) => words.test(unit))?.[0];
  return count === undefined || length === undefined ? null : count * length;
}
