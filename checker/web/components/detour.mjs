/** From the conclusion to a question and back: the place where the detour began is found again in the conclusion that follows. */

import { reveal } from './place.mjs';

/**
 * @typedef {{ text?: string, id?: string }} Where a text, or what goes by an id
 */

/** Where in the conclusion something stands, so that it is found again in another. @param {Element} place @returns {Where} */
export function whereIs(place) {
  const text = /** @type {HTMLElement | null} */ (place.closest('.letter'))?.dataset.text;
  const fold = place.closest('.result details[id]');
  const isAbove = (heading) => heading.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING;
  const headings = [...document.querySelectorAll('.result :is(h2, h3, h4)[id]')].filter(isAbove);
  return { text, id: (fold ?? headings.pop())?.id };
}

/** Back to where a detour began: its text or its section is opened and shown, and its heading takes the focus. @param {HTMLElement} root @param {Where} where */
export function returnTo(root, { text, id }) {
  const letter = [...root.querySelectorAll('.letter')].find((each) => text && /** @type {HTMLElement} */ (each).dataset.text === text);
  const place = letter ?? (id ? root.querySelector(`.result [id="${CSS.escape(id)}"]`) : null);
  if (!place) return;
  reveal(place);
  const around = place.closest('.text') ?? place;
  const heading = /** @type {HTMLElement} */ (around.querySelector('summary, h2, h3, h4') ?? around);
  if (!heading.matches('summary')) heading.setAttribute('tabindex', '-1');
  around.scrollIntoView();
  heading.focus({ preventScroll: true });
}
