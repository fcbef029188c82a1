import type { Channel } from '../domain/channel.ts';

/** Words that tell how people were in touch, as they stand in the diaries of other tools. Meeting is what needs no word. */
const TELLING: Readonly<Partial<Record<Channel, string>>> = {
  call: 'phone|phoned|telephone|telephoned|call|called|calling|rang|voicemail',
  email: 'e-?mail|e-?mails|e-?mailed|e-?mailing',
  message:
    'text|texts|texted|texting|message|messages|messaged|messaging|sms|whatsapp|whatsapped|telegram|dm|dmed',
  video: 'video|zoom|zoomed|skype|skyped|facetime|facetimed|webex',
  letter: 'letter|letters|postcard|postcards',
};

const PATTERNS = Object.entries(TELLING).map(
  ([channel, words]) =>
    [channel as Channel, new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu')] as const,
);

/** How people were in touch by the first word of a text that tells it; null where none does. A call by video is one by video. */
export function channelTold(text: string): Channel | null {
  const found = PATTERNS.map(([channel, pattern]) => ({ channel, at: text.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ channel }) => channel);
  return found[0] === 'call' && found.includes('video') ? 'video' : (found[0] ?? null);
}
