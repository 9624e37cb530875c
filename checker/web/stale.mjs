/** The note that the law on this page is overdue for a check. The day is in the page, so nothing is fetched. */

/**
 * Whether the day `due` is over, in China, where the law is.
 *
 * @param {string} due as `2027-05-22`
 * @param {number} now in milliseconds, as `Date.now()` gives it
 */
export function isOver(due, now) {
  return now > Date.parse(`${due}T23:59:59.999+08:00`);
}

/** Shows every note of `page` whose day is over. */
export function showOverdue(page, now) {
  for (const note of page.querySelectorAll('[data-due]')) {
    if (isOver(note.dataset.due, now)) note.hidden = false;
  }
}

if (globalThis.document) showOverdue(document, Date.now());
