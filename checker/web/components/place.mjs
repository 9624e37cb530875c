/**
 * Where somebody types while the texts are drawn anew: the same field of the same text has the focus afterwards, and the same words are selected. What
 * stood open stands open.
 */

/**
 * Draws, and gives the focus back to whoever was typing in a text, if it is still there.
 *
 * @param {HTMLElement} root what is drawn into
 * @param {() => void} draw
 */
export function keepPlace(root, draw) {
  const field = /** @type {HTMLTextAreaElement} */ (document.activeElement);
  const [text, blank] = root.contains(field) && field.matches('textarea, input[type=text]') ? addressOf(field) : [];
  const { selectionStart, selectionEnd } = field;
  const open = new Set([...root.querySelectorAll('details[open]')].map(nameOf));
  draw();
  for (const each of root.querySelectorAll('details')) if (open.has(nameOf(each))) each.open = true;
  const same = text && [...root.querySelectorAll('textarea, input[type=text]')].find((each) => `${addressOf(each)}` === `${[text, blank]}`);
  if (!same) return;
  const again = /** @type {HTMLTextAreaElement} */ (same);
  const closed = again.closest('details');
  if (closed) closed.open = true;
  again.focus();
  again.setSelectionRange(selectionStart, selectionEnd);
}

/**
 * @typedef {{ text?: string, id?: string }} Where a text, or what goes by an id
 */

/** Where in the conclusion something stands, so that it is found again in another. @param {Element} place @returns {Where} */
export function whereIs(place) {
  const text = /** @type {HTMLElement | null} */ (place.closest('.letter'))?.dataset.text;
  const section = place.closest('.result')?.contains(place) && place.closest('details[id], section[id], [id]:is(div, section)');
  return { text, id: section?.id || undefined };
}

/** Back to where a detour began: its text or its section is opened and shown, and its heading takes the focus. @param {HTMLElement} root @param {Where} where */
export function returnTo(root, { text, id }) {
  const letter = [...root.querySelectorAll('.letter')].find((each) => text && /** @type {HTMLElement} */ (each).dataset.text === text);
  const place = letter ?? (id ? root.querySelector(`.result [id="${CSS.escape(id)}"]`) : null);
  if (!place) return;
  for (let fold = place.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  const around = place.closest('.text') ?? place;
  const heading = /** @type {HTMLElement} */ (around.querySelector('summary, h2, h3, h4') ?? around);
  if (!heading.matches('summary')) heading.setAttribute('tabindex', '-1');
  around.scrollIntoView();
  heading.focus({ preventScroll: true });
}

/** The text that a field belongs to, and the blank of it. */
const addressOf = (field) => [field.closest('.letter')?.dataset.text ?? field.closest('.course')?.id, field.closest('.blank')?.dataset.blank ?? field.name];

/** What a fold is known by from one drawing to the next. */
const nameOf = (fold) => fold.id || fold.querySelector('summary')?.textContent;
