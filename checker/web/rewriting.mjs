/** Changes to a text that its reader makes with one tap, and takes back with another. Nothing here touches a page. */

import { isPair } from './code-points.mjs';

/** @typedef {{ at: number, was: string, now: string }} Change what stands in the text at this place, counted as scripts count, and what is to stand there */

const ENDS = /[。！？；…”.!?;]$/;

/** Where a character begins, as scripts count. @param {string} text @param {number} point counted as Python counts */
function unitOf(text, point) {
  let at = 0;
  for (let found = 0; found < point && at < text.length; found += 1) at += isPair(text, at) ? 2 : 1;
  return at;
}

/** A sentence in the place of others. @param {string} text @param {import('./code-points.mjs').Span} span @param {string} sentence @returns {Change} */
export function inPlaceOf(text, [from, to], sentence) {
  const at = unitOf(text, from);
  const was = text.slice(at, at + unitOf(text.slice(at), to - from));
  // The space in front of the words was theirs to keep, and so is the end of the line.
  const [, before, , behind] = /** @type {RegExpExecArray} */ (/^(\s*)([^]*?)(\s*)$/.exec(was));
  return { at, was, now: `${before}${sentence}${behind}` };
}

/** A sentence behind all others: on a line of its own where the text has lines. @param {string} text @param {string} sentence @returns {Change} */
export function addedTo(text, sentence) {
  const kept = text.trimEnd();
  const between = kept.includes('\n') ? '\n' : kept === '' || ENDS.test(kept) ? '' : '。';
  return { at: kept.length, was: text.slice(kept.length), now: `${between}${sentence}` };
}

/** The text with this change made, and the change as it was made: who has gone on writing meanwhile has moved its place. @param {string} text @param {Change} change @returns {{ text: string, change: Change } | null} null where the words do not stand there any more */
export function made(text, { at, was, now }) {
  const place = placeOf(text, was, at);
  if (place < 0) return null;
  return { text: `${text.slice(0, place)}${now}${text.slice(place + was.length)}`, change: { at: place, was, now } };
}

/** What undoes a change. @param {Change} change @returns {Change} */
export const takenBack = ({ at, was, now }) => ({ at, was: now, now: was });

/** Where these words stand, the nearest to where they stood; -1 where they do not. @param {string} text @param {string} words @param {number} at */
function placeOf(text, words, at) {
  if (words === '') return at <= text.length ? at : -1;
  if (text.startsWith(words, at)) return at;
  const [before, behind] = [text.lastIndexOf(words, at), text.indexOf(words, at)];
  if (before < 0 || behind < 0) return Math.max(before, behind);
  return at - before <= behind - at ? before : behind;
}
