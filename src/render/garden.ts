import { DIVERSE_FROM } from '../reports/diversity.ts';
import type { GardenReport } from '../reports/garden.ts';
import type { Few } from '../reports/grown.ts';
import { barChart } from './chart.ts';
import { count, faint, line, type Piece, strong, type Text, table } from './text.ts';
import { shellWord } from './typed.ts';
import { firstNames, mixWords } from './week.ts';
import { dayWord, type Wording } from './words.ts';

/** What it takes to belong to the network; see domain/network.ts. */
const WINDOW =
  'In touch within 180 days, or three cadences where that is longer; both ways, or no score kept.';

/** The whole garden in words and small charts. */
export function gardenText(report: GardenReport, wording: Wording): Text {
  const { network, cards } = report;
  const since = `since ${dayWord(report.since, wording)}`;
  const names = network.length === 0 ? '' : `: ${firstNames(network.map(({ name }) => name))}`;
  return [
    line(
      strong('Network'),
      `: ${count(network.length, 'person', 'people')} in touch both ways, of ${count(cards, 'card')}${names}.`,
    ),
    line(faint(WINDOW)),
    line(''),
    line(faint('stages today, and the median time in each')),
    stageChart(report),
    line(''),
    table([
      ...fewRow('grew', report.grew, `who were growing ${since}`),
      ...fewRow('faded', report.faded, `who were tended ${since}`),
      ...fewRow('revived', report.revived, `who had gone quiet for long, ${since}`),
      ...channelRows(report, since),
      ...outsideRows(report),
    ]),
    ...throughLine(report, since),
    ...yieldCharts(report),
  ];
}

function stageChart({ stages }: GardenReport) {
  return barChart(
    stages.map(({ stage, people, medianDays }) => ({
      label: stage,
      value: people,
      note: medianDays === null ? '0' : `${people}, ${count(medianDays, 'day')}`,
    })),
  );
}

/** "2 of 5 who were growing since 2026-01-01: Ana and Ben"; nothing where there was nobody to count. */
function fewRow(label: string, { people, of }: Few, who: string): Piece[][] {
  if (of === 0) return [];
  const names = people.length === 0 ? '' : `: ${firstNames(people.map(({ name }) => name))}`;
  return [[faint(label), `${people.length} of ${of} ${who}${names}`]];
}

function channelRows({ channels, started }: GardenReport, since: string): Piece[][] {
  const who = started === null ? '' : `; you started ${started.me} of the ${started.of} that say who did`;
  return [[faint('channels'), `${mixWords(channels)}, ${since}${who}`]];
}

/** How far the network reaches; where something is not set, how to set it. */
function outsideRows({ diversity, own, network }: GardenReport): Piece[][] {
  if (network.length < DIVERSE_FROM) return [];
  const { employer, industry, group } = diversity;
  const texts = [
    employer !== null
      ? `${employer.outside} of ${employer.of} whose employer is known work outside ${own.employer}`
      : own.employer === null
        ? 'net config employer NAME: how many work elsewhere'
        : null,
    industry !== null
      ? `${industry.outside} of ${industry.of} who have tags are outside your field, ${own.industry}`
      : own.industry !== null
        ? `net edit WHO --tag ${shellWord(own.industry)}: who is in your field`
        : 'net config industry TAG: how many are outside your field',
    group === null ? null : `${group.outside} of ${group.of} are outside ${group.name}, your largest group`,
  ].filter((text) => text !== null);
  return texts.map((text, i): Piece[] => [faint(i === 0 ? 'reach' : ''), text]);
}

function throughLine({ through }: GardenReport, since: string): Text {
  if (through === null) return [];
  const { name, touches, of } = through;
  return [line(`${touches} of ${of} touches ${since} go through ${name}: there are other gatherings, too.`)];
}

function yieldCharts({ origins, groups }: GardenReport): Text {
  const note = ({ alive, of }: { readonly alive: number; readonly of: number }) => `${alive} of ${of}`;
  const bars = [
    {
      title: 'in touch a year after you met, by origin',
      rows: origins.map((each) => ({ ...each, label: each.from })),
    },
    {
      title: 'in touch a year after you met, by group',
      rows: groups.map((each) => ({ ...each, label: each.from.name })),
    },
  ];
  return bars.flatMap(({ title, rows }): Text => {
    if (rows.length === 0) return [];
    const chart = rows.map((each) => ({
      label: each.label,
      value: each.alive,
      of: each.of,
      note: note(each),
    }));
    return [line(''), line(faint(title)), barChart(chart)];
  });
}
