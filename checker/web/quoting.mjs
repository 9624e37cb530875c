/**
 * Words of a chat or of a reply as lines of the course of events. What a line may be Python knows (`checker/ask/events.py`); `tests/web/quoting.test.mjs`
 * holds the two numbers together.
 */

import { count, first } from './code-points.mjs';

/** Lines of one's own. */
export const MOST_LINES = 20;
/** Characters of one line. */
export const LONGEST = 120;

/** @typedef {'me' | 'them' | null} Speaker null where it cannot be told */
/** @typedef {import('./events.mjs').Entry} Entry */

const OPENINGS = { me: '我说：“', them: '对方说：“' };

/** What somebody said, as a quotation that fits into one line; where something is left out it says so. @param {Speaker} speaker @param {string} words */
export function quotation(speaker, words) {
  const opening = speaker ? OPENINGS[speaker] : '聊天记录里写着：“';
  // A quotation inside of one has the other marks.
  const said = words.replace(/\s+/g, ' ').trim().replace(/[“”]/g, (mark) => (mark === '“' ? '‘' : '’'));
  const room = LONGEST - count(opening) - 1;
  return `${opening}${count(said) <= room ? said : `${first(said, room - 2)}……`}”`;
}

/** How many lines may still be added. @param {Entry[]} events */
export const roomIn = (events) => Math.max(0, MOST_LINES - events.filter((each) => !('of' in each)).length);

/** Those that are not there yet, as many as there is room for. @param {Entry[]} events @param {{ when: string, what: string }[]} lines */
export function newLines(events, lines) {
  const nameOf = ({ when = '', what }) => `${when} ${what}`;
  const known = new Set(events.flatMap((each) => ('of' in each ? [] : [nameOf(each)])));
  const fresh = lines.filter((line) => !known.has(nameOf(line)) && known.add(nameOf(line)));
  return fresh.slice(0, roomIn(events));
}
