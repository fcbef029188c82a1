import type { Channel } from '../../domain/channel.ts';

/** What a place or an address says where people met on a screen. "Meeting room 3" is a place. */
const VIDEO =
  /\bzoom(?:\.us|gov\.com)?\b|\bmeet\.google\.|\bgoogle (?:meet|hangouts?)\b|^\s*meet\s*$|\bg\.co\/meet|\bhangouts\.google\.|\bteams\b|\bwebex\b|\bskype\b|\bfacetime\b|\bjitsi\b|\bmeet\.jit\.si\b|\bwhereby\b|\bgo\s?to\s?meeting\b|\bbluejeans\b|\bbig\s?blue\s?button\b|\bvideo\s?(?:call|chat|conference)\b/i;

/** The same in what a meeting is called, where "teams" may be those of a company. */
const VIDEO_CALLED = /\b(?:zoom|facetime|skype|webex|google meet|video\s?(?:call|chat|conference))\b/i;

const CALL =
  /\b(?:call|phone|telephone|telephonic|telefon\w*|anruf|dial[ -]?in|conference line)\b|^\s*tel\b|^\s*\+\d[\d ()-]{5,30}$/i;

/** How people met, by where the calendar says that it was. `conferences` are links of their own that lead nowhere but to a screen. */
export function channelOf(
  summary: string,
  location: string,
  url: string,
  conferences: readonly string[],
): Channel {
  if (conferences.some((link) => /^tel:/i.test(link)) && conferences.every((link) => /^tel:/i.test(link)))
    return 'call';
  if (conferences.length > 0 || VIDEO.test(location) || VIDEO.test(url) || VIDEO_CALLED.test(summary))
    return 'video';
  return CALL.test(location) || CALL.test(summary) ? 'call' : 'in-person';
}
