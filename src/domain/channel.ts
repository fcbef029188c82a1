/** How two people were in touch. */
export const CHANNELS = ['in-person', 'video', 'call', 'message', 'email', 'social', 'letter'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Remote is everything but being in one place. */
export function isRemote(channel: Channel): boolean {
  return channel !== 'in-person';
}

/** A real talk: both hear each other. */
export function isTalk(channel: Channel): boolean {
  return channel === 'in-person' || channel === 'video' || channel === 'call';
}

/** Written: one side may have said something, and the other nothing. */
export function isWritten(channel: Channel): boolean {
  return isRemote(channel) && !isTalk(channel);
}

const WORDS: Record<Channel, string> = {
  'in-person':
    'coffee coffees lunch lunches brunch dinner breakfast tea drink drinks beer beers wine walk walked hike hiked met meeting visit visited ' +
    'in-person offline picnic barbecue',
  video: 'video videocall zoom facetime skype webex',
  call: 'call called calling phoned rang telephone telephoned voicemail',
  message:
    'message messaged messages text texted texts sms whatsapp whatsapped signal telegram dm dmed chat chatted slack imessage ping pinged',
  email: 'email emailed emails e-mail e-mailed mailed',
  social: 'linkedin mastodon bluesky instagram facebook commented',
  letter: 'letter letters postcard',
};

const BY_WORD: ReadonlyMap<string, Channel> = new Map(
  CHANNELS.flatMap((channel) => WORDS[channel].split(' ').map((word) => [word, channel] as const)),
);

/** The channel that a word names, in lower case, or null. */
export function channelOfWord(word: string): Channel | null {
  return BY_WORD.get(word) ?? null;
}
