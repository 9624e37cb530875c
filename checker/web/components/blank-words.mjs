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

/** Where the blanks that are still open stand in what is shown of a text: from and to. @param {string} text @param {Value} value @returns {[number, number][]} */
export function openBlanks(text, value) {
  let at = 0;
  return shownParts(text, value).flatMap(({ blank, raw, shown }) => {
    at += shown.length;
    return blank !== undefined && shown === raw ? [/** @type {[number, number]} */ ([at - shown.length, at])] : [];
  });
}

/** A selection that takes in every blank that it touches the inside of. @param {[number, number]} range @param {[number, number][]} blanks @returns {[number, number]} */
export function grown([from, to], blanks) {
  const touched = blanks.filter(([start, end]) => start < to && end > from);
  return [Math.min(from, ...touched.map(([start]) => start)), Math.max(to, ...touched.map(([, end]) => end))];
}

/**
 * What is left of blanks that a change has broken: pieces of `shown`, the last one first, which are to go. A blank that went as a whole left nothing,
 * and words beside a blank are no part of it, whichever way the change is read.
 *
 * @param {string} before @param {string} shown @param {[number, number][]} blanks of `before` @returns {[number, number][]}
 */
export function leftOf(before, shown, blanks) {
  const most = Math.min(before.length, shown.length);
  const heads = sameLength(before, shown, most, (from, index) => from[index]);
  const tails = sameLength(before, shown, most, (from, index) => from[from.length - 1 - index]);
  const readings = [
    { start: heads, until: before.length - Math.min(tails, most - heads) },
    { start: Math.min(heads, most - tails), until: before.length - tails },
  ].map(({ start, until }) => ({ start, until, broken: blanks.filter(([from, to]) => (from < start && to > start) || (from < until && to > until)) }));
  const { start, until, broken } = readings[1].broken.length < readings[0].broken.length ? readings[1] : readings[0];
  const later = shown.length - before.length;
  /** @type {[number, number][]} */
  const pieces = broken.flatMap(([from, to]) => [[from, Math.min(start, to)], [Math.max(until, from) + later, to + later]]);
  return pieces.filter(([from, to]) => from < to).reverse();
}

/** Whether a blank wants several things, which get a line each. Its words are all that tells. */
export function isLong(blank) {
  return /、|一行/.test(blank) && !blank.includes('或者');
}

/** Whether a blank wants what happened, as one would tell it. */
export function isTale(blank) {
  return blank.startsWith(vocabulary().tale);
}

/** How much of what was told fits into a sentence. */
const TALE = 500;

/** What was told, to stand inside a sentence: in one line, without the stop at its end. Nothing where it is too long for that. @param {string} told */
export function inASentence(told) {
  const words = told.trim().replace(/\s*\n\s*/g, '。').replace(/。{2,}/g, '。').replace(/[。．.；;]+$/, '');
  return words.length > TALE ? '' : words;
}

/** A bare number where a sum is asked for gets its unit: without it the sentence says nothing. @param {string} blank @param {string} words */
export function withUnit(blank, words) {
  return /(?:多少元|金额)$/.test(blank) && /^\s*[\d０-９][\d０-９.．,，]*\s*$/.test(words) ? `${words.trim()} 元` : words;
}

function parts(text) {
  return text.split(blankPattern('g')).map((raw, index) => (index % 2 ? { blank: raw, raw: marker(raw) } : { blank: undefined, raw })).filter(({ raw }) => raw !== '');
}

function shownParts(text, value) {
  return parts(text).map(({ blank, raw }) => ({ blank, raw, shown: (blank !== undefined && value(blank).trim()) || raw }));
}

function sameLength(one, other, most, at) {
  let length = 0;
  while (length < most && at(one, length) === at(other, length)) length += 1;
  return length;
}
