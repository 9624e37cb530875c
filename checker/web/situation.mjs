/** On the page of a situation: its way into the self-check takes along what the page is about, to be ticked there. The link leads there without it as well. */

import { takeAlong } from './tools/taking-along.mjs';

/** @param {ParentNode} page */
export function listen(page) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll('[data-given]'))) {
    const link = place.querySelector('a');
    // The browser goes there by itself, so that a link stays a link: opened beside, held long, or where nothing may be put down.
    link.addEventListener('click', () => takeAlong(JSON.parse(place.dataset.given), link.href, () => {}));
  }
}

if (globalThis.document) listen(document);
