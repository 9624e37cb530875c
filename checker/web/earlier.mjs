/**
 * A case that this browser kept while the form asked otherwise, as the form of today asks. Files from elsewhere are translated by Python
 * (`checker/keep/earlier.py`), by the same rows; they come in the page.
 */

import { chosen } from './topics.mjs';
import { vocabulary } from './vocabulary.mjs';

/** Answers as they are given today. Nothing but what was asked otherwise changes. @param {Record<string, any>} answers */
export function ofToday(answers) {
  const { rows, gone } = vocabulary().earlier;
  const found = { ...answers };
  for (const [was, becomes] of rows) {
    if (Object.entries(was).every(([id, values]) => values.includes(chosen(found[id])[0] ?? ''))) Object.assign(found, becomes);
  }
  for (const id of gone) delete found[id];
  return found;
}

/** What was noted of a case keeps the answers that it changed. @template {{ before?: Record<string, any> }} T @param {T[]} [noted] @returns {T[] | undefined} */
const notedToday = (noted) =>
  noted?.map((each) => {
    if (!each.before) return each;
    const today = ofToday(each.before);
    return { ...each, before: Object.fromEntries(Object.keys(each.before).filter((id) => id in today).map((id) => [id, today[id]])) };
  });

/** @param {any} file */
export function fileOfToday(file) {
  const { answers, replies, status } = file;
  return {
    ...file,
    answers: ofToday(answers ?? {}),
    ...(replies && { replies: notedToday(replies) }),
    ...(status?.sent && { status: { ...status, sent: notedToday(status.sent) } }),
  };
}
