/**
 * “这里不对？” for what a script has drawn. The link stands in the page, where readers can report an error at all, with places for what it is about; nothing of
 * the case goes into it.
 */

const PLACES = { title: '{title}', where: '{where}' };

/**
 * The paragraph with the link; null where there is nobody to write to. `about.title` is a heading of ours, `about.where` what a maintainer finds it by.
 * @param {{ title: string, where: string }} about @param {Document} page
 */
export function wrongHere(about, page = document) {
  const kept = /** @type {HTMLTemplateElement | null} */ (page.querySelector('template#wrong'));
  if (!kept) return null;
  const drawn = /** @type {HTMLElement} */ (kept.content.firstElementChild.cloneNode(true));
  const link = drawn.querySelector('a');
  link.setAttribute('href', filledIn(link.getAttribute('href'), about));
  // There are many of them on a page.
  link.setAttribute('aria-label', `${link.textContent}${about.title}`);
  return drawn;
}

/** @param {string} href @param {{ title: string, where: string }} about */
export function filledIn(href, about) {
  return Object.entries(PLACES).reduce((done, [name, place]) => done.replaceAll(encodeURIComponent(place), () => encodeURIComponent(about[name])), href);
}
