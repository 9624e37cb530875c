/**
 * Old addresses: what stood further down on a page has a page of its own now, and a link to it stands under the anchor that it had. Who comes with such an
 * anchor is led on; without scripts the link is there.
 */

/** @param {Document} page @param {{ hash: string, replace: (address: string) => void }} at */
export function leadOn(page, at) {
  const there = page.getElementById(decoded(at.hash.slice(1)));
  if (there?.matches('a.moved')) at.replace(/** @type {HTMLAnchorElement} */ (there).href);
}

/** @param {string} hash */
function decoded(hash) {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

if (globalThis.document) {
  leadOn(document, location);
  addEventListener('hashchange', () => leadOn(document, location));
}
