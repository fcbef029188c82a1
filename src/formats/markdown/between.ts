import type { Exchange } from '../../domain/exchange.ts';
import { isOpenAsk, isOpenPromise, promiseDay } from '../../domain/exchange.ts';
import type { Interaction } from '../../domain/interaction.ts';
import type { Recommendation } from '../../domain/recommendation.ts';
import { inline, lines, type Show } from './text.ts';

/** Somebody else, with the page that tells of them. */
export interface PageLink {
  readonly name: string;
  readonly page: string;
}

/** A talk, with who else took part and at which gathering. */
export interface TalkOnPage {
  readonly interaction: Interaction;
  readonly others: readonly PageLink[];
  readonly gathering: string | null;
}

/** A recommendation to or of somebody else. */
export interface RecommendationOnPage {
  readonly recommendation: Recommendation;
  readonly other: PageLink;
  /** Whether it is the person of the page who was recommended to the other. */
  readonly recommended: boolean;
}

const CHANNELS = {
  'in-person': 'in person',
  video: 'video call',
  call: 'call',
  message: 'message',
  email: 'e-mail',
  social: 'social network',
  letter: 'letter',
} as const;

const OUTCOMES = {
  helped: 'they helped',
  partly: 'they helped partly',
  busy: 'they were busy',
  ignored: 'no answer came',
  declined: 'they declined',
} as const;

export function link({ name, page }: PageLink, show: Show): string {
  return `[${inline(name, show)}](${page})`;
}

/** One talk in an item of a list. */
export function talkItem({ interaction, others, gathering }: TalkOnPage, show: Show): string {
  const { heldOn, channel, text, minutes, startedBy, noAnswer, pitch, meeting } = interaction;
  const said = [
    `${meeting ? 'met, ' : ''}${CHANNELS[channel]}`,
    ...(minutes === null ? [] : [`${minutes} minutes`]),
    ...(others.length === 0 ? [] : [`with ${others.map((other) => link(other, show)).join(', ')}`]),
    ...(gathering === null ? [] : [`at ${inline(gathering, show)}`]),
    ...(startedBy === null ? [] : [startedBy === 'me' ? 'I began' : 'they began']),
    ...(noAnswer ? ['without an answer'] : []),
    ...(pitch === null ? [] : [pitch === 'me' ? 'I sold something' : 'they sold something']),
  ].join(', ');
  return item(text === null ? `${heldOn}, ${said}` : `${heldOn}, ${said}: ${lines(text, show)}`);
}

/** One thing given, received, asked for or promised, with what came of it. */
export function exchangeItem(exchange: Exchange, show: Show): string {
  const { kind, text, type, madeOn } = exchange;
  const verb = { give: 'I gave', received: 'I received', ask: 'I asked for', promise: 'I promised' }[kind];
  const what = `${madeOn}, ${verb}${type === null ? '' : ` (${type})`}: ${lines(text, show)}`;
  return [item(what), ...cameOf(exchange, show).map((said) => `  - ${said}\n`)].join('');
}

/** What came of an exchange, each thing by itself. */
function cameOf(exchange: Exchange, show: Show): string[] {
  const { kind, dueOn, keptOn, droppedOn, outcome, outcomeOn, thankedOn } = exchange;
  const { fruit, fruitOn, fruitThankedOn, forwardOn, forwardsId, recommendationId } = exchange;
  return [
    ...(kind === 'promise' && dueOn !== null ? [`due on ${dueOn}`] : []),
    ...(keptOn === null ? [] : [`kept on ${keptOn}`]),
    ...(droppedOn === null ? [] : [`taken back on ${droppedOn}`]),
    ...(isOpenPromise(exchange) ? [dueOn === null ? `open, due on ${promiseDay(exchange)}` : 'open'] : []),
    ...(isOpenAsk(exchange) ? ['open'] : []),
    ...(outcome === null ? [] : [`${OUTCOMES[outcome]}${outcomeOn === null ? '' : `, on ${outcomeOn}`}`]),
    ...(thankedOn === null ? [] : [`thanked for on ${thankedOn}`]),
    ...(fruit === null ? [] : [`it led to this: ${lines(fruit, show, '    ')}`]),
    ...(fruitOn === null ? [] : [`that was noted on ${fruitOn}`]),
    ...(fruitThankedOn === null ? [] : [`thanked for again on ${fruitThankedOn}`]),
    ...(forwardOn === null ? [] : [`to be paid forward, since ${forwardOn}`]),
    ...(forwardsId === null ? [] : ['pays forward what was received']),
    ...(recommendationId === null ? [] : ['by a recommendation']),
  ];
}

/** One recommendation, whichever way round. */
export function recommendationItem(
  { recommendation, other, recommended }: RecommendationOnPage,
  show: Show,
): string {
  const { text, madeOn, contactAgreedOn, toAgreedOn, introducedOn, outcome, outcomeOn } = recommendation;
  const [own, others] = recommended ? [contactAgreedOn, toAgreedOn] : [toAgreedOn, contactAgreedOn];
  const who = `${recommended ? 'recommended to' : 'was told of'} ${link(other, show)}`;
  const details = [
    ...(own === null ? [] : [`agreed on ${own}`]),
    ...(others === null ? [] : [`${inline(other.name, show)} agreed on ${others}`]),
    ...(introducedOn === null ? [] : [`introduced on ${introducedOn}`]),
    ...(outcome === null
      ? []
      : [`what came of it: ${outcome}${outcomeOn === null ? '' : `, on ${outcomeOn}`}`]),
  ];
  return [
    item(text === null ? `${madeOn}, ${who}` : `${madeOn}, ${who}: ${lines(text, show)}`),
    ...details.map((said) => `  - ${said}\n`),
  ].join('');
}

export function item(text: string): string {
  return `- ${text}\n`;
}
