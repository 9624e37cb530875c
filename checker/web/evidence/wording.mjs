/** Words of the rows with what was given in their blanks, and names as somebody reads them. Python does the same in `checker/keep/archive/terms.py`. */

import { TERMS } from './terms.mjs';

const UNSEEN = new RegExp(`[${TERMS.patterns.unseen}]`, 'gu');
/** Code points of a long name that stay at its end, where what it is stands. */
const END = 16;

/** Why an archive is not made, in words for the reader. */
export class Refused extends Error {
  name = 'Refused';
}

/** @param {string} words @param {Record<string, unknown>} data what was given has no blanks of its own */
export const fill = (words, data) => words.replace(/\{(\w+)\}/g, (_, blank) => String(data[blank]));

/** @param {keyof typeof TERMS.refused} reason @param {Record<string, unknown>} [data] */
export const refused = (reason, data = {}) => new Refused(fill(TERMS.refused[reason], data));

/** A text that can be written as UTF-8: half of a pair becomes the mark for what is no character. @param {string} text */
export const wellFormed = (text) => text.replace(/[\ud800-\udfff]/gu, TERMS.patterns.instead);

/** A name on one line, marks that nobody sees or that turn its direction made visible, and not too long. @param {string} text */
export function shown(text, most = TERMS.limits.shown) {
  const points = [...wellFormed(text).replace(UNSEEN, TERMS.patterns.instead)];
  return points.length <= most ? points.join('') : `${points.slice(0, most - END - 2).join('')}……${points.slice(-END).join('')}`;
}

/** What went wrong, by its row of `found`; an empty name: with the archive. @typedef {{ code: keyof typeof TERMS.found, name: string }} Problem */

/** @param {keyof typeof TERMS.found} code @returns {Problem} */
export const problem = (code, name = '') => ({ code, name });
