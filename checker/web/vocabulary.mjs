/**
 * What Python knows and the scripts have to know too: words and names. They stand in Python alone (`checker/publish/vocabulary.py`) and come
 * in the page, in an attribute of the form.
 *
 * @typedef {object} Vocabulary
 * @property {Record<string, string>} levels words by level
 * @property {string} open_level the level under which the questions are listed that would decide
 * @property {Record<string, string>} bases words by basis
 * @property {string[]} never_over bases of periods that are never called over
 * @property {Record<string, string>} checks words by state of a condition for a text to be accepted
 * @property {Record<string, string>} findings words by what became of a rule
 * @property {Record<string, string>} platform_checks words by what a reviewer says
 * @property {Record<string, string | null>} sent_words by text, what its sender says; null where nothing is sent
 * @property {Record<string, string>} going_on by route, what is to be had from answering on
 * @property {Record<string, import('./protocol.mjs').State | null>} state_after by reply, how the case stands; null: as before
 * @property {[string, string]} blank how a blank of a text begins and ends
 * @property {string} tale how a blank begins that wants what happened
 * @property {Record<string, number>} days_ago words for one day
 * @property {string[]} times what a tap answers a question for a time with
 * @property {string[]} forgotten how one says that one does not remember
 * @property {string[]} parts_of_day
 * @property {{ rows: [Record<string, string[]>, Record<string, string>][], gone: string[] }} earlier what was asked otherwise before, and what it is today
 * @property {Record<string, string>} places by rule, where it stands below the pages of rules
 * @property {string} disclaimer
 */

/** @type {Vocabulary | null} */
let read = null;

/** Read once, from the page that this runs in. */
export function vocabulary() {
  read ??= /** @type {Vocabulary} */ (JSON.parse(/** @type {HTMLElement} */ (document.querySelector('[data-vocabulary]')).dataset.vocabulary));
  return read;
}
