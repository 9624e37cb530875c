/**
 * What another page of this site hands over to the checker: proposed answers, names, and lines for the course of events. It lies in the storage of this tab,
 * under a key like those of one's own words, and is gone from there once it was taken out. What is not as the page writes it is left out.
 */

import { WORDS } from './tab.mjs';

export const GIVEN = `${WORDS}given`;
const MOST = 200;
const LONGEST = 4_000;

/**
 * @typedef {{ question: string, value: string, words: string }} Proposed an option of a question or what is to stand in a field, and the words that speak for it
 * @typedef {object} Given
 * @property {string} from where it comes from, as the reader knows it
 * @property {Proposed[]} [proposals]
 * @property {string[]} [lines] for the course of events
 */

/** @returns {Required<Given> | null} what was handed over, which is gone from there by that */
export function takeGiven(storage = () => globalThis.sessionStorage) {
  try {
    const text = storage().getItem(GIVEN);
    storage().removeItem(GIVEN);
    return asGiven(JSON.parse(text ?? 'null'));
  } catch {
    return null;
  }
}

/** @param {any} raw @returns {Required<Given> | null} */
function asGiven(raw) {
  if (!isText(raw?.from)) return null;
  const proposals = listOf(raw.proposals).filter((each) => ['question', 'value', 'words'].every((key) => isText(each?.[key])));
  const lines = listOf(raw.lines).filter((line) => isText(line) && line.trim() !== '');
  return proposals.length || lines.length ? { from: raw.from, proposals, lines } : null;
}

const listOf = (value) => (Array.isArray(value) ? value.slice(0, MOST) : []);
const isText = (value) => typeof value === 'string' && value.length <= LONGEST;
