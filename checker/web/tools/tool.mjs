/**
 * What a page with a tool begins with: the tool that stands on it is fetched, and shown once it works. Python is loaded when somebody begins to use it, and
 * not for who only reads the page.
 */

import { Checker } from '../checker.mjs';

/** @typedef {{ begin: (place: HTMLElement, checker: Checker, addresses: DOMStringMap) => void, asksLater?: boolean }} Tool `addresses`: of the pages it leads to; `asksLater`: most of its use is without Python */

/** By the name that stands on the page. @type {Record<string, () => Promise<Tool>>} */
const TOOLS = {
  policy: () => import('./policy.mjs'),
  link: () => import('./link.mjs'),
  reviews: () => import('./reviews.mjs'),
  wording: () => import('./wording.mjs'),
  evidence: () => import('./evidence.mjs'),
};
/** A tool has no answers of its own. */
const NOTHING = { answers: {}, parties: {}, events: [] };

/** @param {HTMLElement} root */
export async function beginOn(root) {
  const place = /** @type {HTMLElement} */ (root.querySelector('[data-tool]'));
  const late = /** @type {HTMLElement} */ (root.querySelector('.late'));
  const checker = new Checker(root.dataset.runtime, /** @type {any} */ ({ sent: () => NOTHING }));
  try {
    const tool = await TOOLS[place.dataset.tool]();
    tool.begin(place, checker, root.dataset);
    if (!tool.asksLater) place.addEventListener('focusin', () => checker.client.start(), { once: true });
    place.hidden = false;
    late.hidden = true;
  } catch (error) {
    console.warn(error);
    late.hidden = false;
  }
}

const root = /** @type {HTMLElement | null} */ (globalThis.document?.querySelector('.checker.tool') ?? null);
if (root) beginOn(root);
