/**
 * On every page: what stands in the search field is searched for, however it came there.
 *
 * The theme's script looks at the field when a key is let go. A word chosen from a keyboard's candidates, spoken, pasted from a menu or
 * dropped moves no key, so these are passed on as one.
 */

const FIELD = '.md-search__input';

/** @param {EventTarget} page listens for all fields that the theme may ever put there */
export function followInput(page) {
  const pass = ({ target }) => target.matches?.(FIELD) && target.dispatchEvent(new Event('keyup'));
  for (const type of ['input', 'compositionend']) page.addEventListener(type, pass);
  // Enter and arrows among the candidates choose a word; to the theme they would open a result or leave the field.
  const keep = (event) => (event.isComposing || event.keyCode === 229) && event.target.matches?.(FIELD) && event.stopPropagation();
  page.addEventListener('keydown', keep, { capture: true });
}

/** The menu by keyboard comes once the page is there, and by no key: while somebody answers, nothing is asked of the network. @param {Document} page */
function wakeMenu(page) {
  const wake = () => import('./drawer.mjs').catch(() => undefined);
  if (page.readyState === 'complete') wake();
  else addEventListener('load', wake, { once: true });
}

if (globalThis.document) {
  followInput(document);
  wakeMenu(document);
}
