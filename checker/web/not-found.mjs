/** On the page for addresses that lead nowhere: the words of the address stand in a field, and the theme's search takes them from there. */

const ENDING = /\.(html?|md|php|aspx?)$/i;

/**
 * The words of the last part of an address that says something, as somebody would type them.
 * @param {string} path as in `location.pathname` @param {string} home the folder of the site, with a slash at its end
 */
export function wordsOf(path, home) {
  const below = path.startsWith(home) ? path.slice(home.length) : path;
  const parts = below.split('/').map((part) => decoded(part).replace(ENDING, '')).filter((part) => part && part !== 'index');
  return (parts.at(-1) ?? '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** @param {Document} page @param {string} words */
export function offerSearch(page, words) {
  const form = /** @type {HTMLFormElement | null} */ (page.querySelector('form.look-for'));
  const field = /** @type {HTMLInputElement | null} */ (page.querySelector('.md-search__input'));
  if (!form || !field) return;
  const own = form.querySelector('input');
  own.value = words;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const opened = /** @type {HTMLInputElement} */ (page.querySelector('#__search'));
    // As a tap on the theme's sign does: it then fetches the index and puts the focus into its own field.
    if (!opened.checked) opened.click();
    field.value = own.value;
    field.dispatchEvent(new Event('keyup'));
  });
}

if (globalThis.document) {
  const { base } = JSON.parse(document.getElementById('__config').textContent);
  offerSearch(document, wordsOf(location.pathname, new URL(base, location.href).pathname.replace(/\/?$/, '/')));
}
