/**
 * After the first page that somebody reads: what the checker needs and all other pages are fetched ahead, so that they are there without a network. These
 * are some megabytes, and only for who does not pay for them.
 */

import { firstOf } from '../python/parts.mjs';
import { keepRuntime } from './keep-runtime.mjs';

/**
 * Whether nobody is charged by the megabyte, as far as a page can know. A browser that does not say what it is connected by may be a phone on the
 * road; with a mouse it most likely is none.
 *
 * @param {{ saveData?: boolean, type?: string } | undefined} connection @param {boolean} hasMouse
 */
export function isFree(connection, hasMouse) {
  if (connection?.saveData) return false;
  const { type = 'unknown' } = connection ?? {};
  return type === 'unknown' ? hasMouse : ['wifi', 'ethernet'].includes(type);
}

/** @param {ServiceWorkerContainer} container @param {Document} page */
export async function fetchAhead(container, page) {
  const place = /** @type {HTMLElement | null} */ (page.querySelector('script[data-checker]'));
  const hasMouse = globalThis.matchMedia('(hover: hover) and (pointer: fine)').matches;
  if (!place || !isFree(/** @type {any} */ (navigator).connection, hasMouse)) return;
  // Pages first: they are what a service worker that has just come fetches.
  const { active } = await container.ready;
  active.postMessage('keep all');
  keepRuntime(firstOf(new URL(place.dataset.checker, page.baseURI).href), container);
}
