/**
 * Where somebody types while the texts are drawn anew: the same field of the same text has the focus afterwards, and the same words are selected. What
 * stood open stands open, and what stood closed stays closed.
 */

/** Which folds stand open and which closed, by their names. @param {HTMLElement} root @returns {Map<string, boolean>} */
export const foldsOf = (root) => new Map([...root.querySelectorAll('details')].map((each) => [nameOf(each), each.open]));

/**
 * Draws, and gives the focus back to whoever was typing in a text, if it is still there.
 *
 * @param {HTMLElement} root what is drawn into
 * @param {Map<string, boolean>} stood how the reader has left the folds
 * @param {() => void} draw
 */
export function keepPlace(root, stood, draw) {
  const field = /** @type {HTMLTextAreaElement} */ (document.activeElement);
  const [text, blank] = root.contains(field) && field.matches('textarea, input[type=text]') ? addressOf(field) : [];
  const { selectionStart, selectionEnd } = field;
  draw();
  for (const each of root.querySelectorAll('details')) each.open = stood.get(nameOf(each)) ?? each.open;
  const same = text && [...root.querySelectorAll('textarea, input[type=text]')].find((each) => `${addressOf(each)}` === `${[text, blank]}`);
  if (!same) return;
  const again = /** @type {HTMLTextAreaElement} */ (same);
  reveal(again);
  again.focus();
  again.setSelectionRange(selectionStart, selectionEnd);
}

/** Opens whatever a place lies in. @param {Element} place */
export function reveal(place) {
  for (let fold = place.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
}

/** The text that a field belongs to, and the blank of it. */
const addressOf = (field) => [field.closest('.letter')?.dataset.text ?? field.closest('.course')?.id, field.closest('.blank')?.dataset.blank ?? field.name];

/** What a fold is known by from one drawing to the next. */
const nameOf = (fold) => fold.id || fold.querySelector('summary')?.textContent;
