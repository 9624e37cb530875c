/**
 * Texts with blanks, as plain strings. A text is kept with its blanks open, and what was filled in stands apart from it, so that a value
 * can be mended later and goes into every text that has the blank.
 *
 * @typedef {(blank: string) => string} Value what was filled into a blank; nothing yet is an empty string
 */

import { vocabulary } from '../vocabulary.mjs';

/** A blank in a text; its group is what has to be filled in. */
function blankPattern(flags = '') {
  const [opens, closes] = vocabulary().blank;
  return new RegExp(`${opens}([^${opens[0]}${closes}\\n]+)${closes}`, flags);
}
const marker = (blank) => vocabulary().blank.join(blank);

/** What a text leaves open or has had filled in, each once, in the order of the text. */
export function blanksIn(text) {
  return [...new Set(parts(text).flatMap(({ blank }) => blank ?? []))];
}

/** The text as it is sent. Nothing in a value stands for anything but itself. @param {string} text @param {Value} value */
export function filledIn(text, value) {
  return shownParts(text, value).map(({ shown }) => shown).join('');
}

/**
 * The text after its reader has made `shown` of what `filledIn` gave. A blank that was not touched stays one; of one that was touched,
 * words are left.
 *
 * @param {string} text @param {string} shown @param {Value} value
 */
export function changedTo(text, shown, value) {
  const before = filledIn(text, value);
  const start = sameLength(before, shown, Math.min(before.length, shown.length), (from, index) => from[index]);
  const rest = Math.min(before.length, shown.length) - start;
  const end = sameLength(before, shown, rest, (from, index) => from[from.length - 1 - index]);
  const until = before.length - end;
  const head = [];
  const tail = [];
  let at = 0;
  for (const part of shownParts(text, value)) {
    const from = at;
    at += part.shown.length;
    if (at <= start) head.push(part.raw);
    else if (from >= until) tail.push(part.raw);
    else {
      head.push(part.shown.slice(0, Math.max(0, start - from)));
      tail.push(part.shown.slice(Math.max(0, until - from)));
    }
  }
  return [...head, shown.slice(start, shown.length - end), ...tail].join('');
}

/**
 * What a reader's change becomes when `now` is the text that it was made to, but for blanks that are filled in by now; null when more
 * than that is different.
 *
 * @param {{ from: string, edited: string }} edit @param {string} now
 */
export function carriedOver({ from, edited }, now) {
  if (from === now) return edited;
  const found = new Map();
  let at = 0;
  let open = null;
  for (const { blank, raw } of [...parts(from), { blank: undefined, raw: '' }]) {
    if (blank !== undefined) {
      if (open !== null) return null;
      open = blank;
      continue;
    }
    const place = raw === '' ? now.length : open === null ? at : now.indexOf(raw, at);
    if (place < 0 || !now.startsWith(raw, place)) return null;
    const words = now.slice(at, place);
    if (open === null ? words !== '' : words === '' || words.includes('\n')) return null;
    if (open !== null && !blankPattern().test(words)) found.set(open, words);
    open = null;
    at = place + raw.length;
  }
  return parts(edited).map(({ blank, raw }) => found.get(blank) ?? raw).join('');
}

/** Whether a blank wants several things, which get a line each. Its words are all that tells. */
export function isLong(blank) {
  return /、|一行/.test(blank) && !blank.includes('或者');
}

function parts(text) {
  return text.split(blankPattern('g')).map((raw, index) => (index % 2 ? { blank: raw, raw: marker(raw) } : { blank: undefined, raw })).filter(({ raw }) => raw !== '');
}

function shownParts(text, value) {
  return parts(text).map(({ blank, raw }) => ({ raw, shown: (blank !== undefined && value(blank).trim()) || raw }));
}

function sameLength(one, other, most, at) {
  let length = 0;
  while (length < most && at(one, length) === at(other, length)) length += 1;
  return length;
}
