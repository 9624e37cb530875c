/** On every page: registers what keeps the site on the device, and says when a new edition waits. */

import { element } from '../components/element.mjs';
import { ROOT } from './root.mjs';

const PATIENCE_MS = 3_000;

/** Once the page has loaded, so that nothing that is read now waits for what is kept for later. */
export async function keepSite(container = navigator.serviceWorker, page = document) {
  if (!container) return;
  if (page.readyState !== 'complete') await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  try {
    const registration = await container.register(new URL('service-worker.js', ROOT));
    const tell = () => registration.waiting && container.controller && tellOfUpdate(page);
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', tell));
    if (registration.waiting && container.controller) changeOver(registration.waiting, container, page);
    // The page of the checker fetches it by itself; and nothing is fetched for an edition that is about to go.
    if (!registration.waiting && !page.querySelector('form.questions')) (await import('./fetch-ahead.mjs')).fetchAhead(container, page);
  } catch {
    // A browser that does not let it be kept shows the site all the same, as long as there is a network.
  }
}

/** This page was loaded just now and a new edition waits: it is loaded once more with that one, unless other pages are open. */
function changeOver(waiting, container, page) {
  let isTouched = false;
  for (const type of ['pointerdown', 'keydown']) page.addEventListener(type, () => (isTouched = true), { once: true });
  container.addEventListener('controllerchange', () => (isTouched ? tellOfUpdate(page) : location.reload()), { once: true });
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => tellOfUpdate(page);
  // The browser takes its time while the old one still has something under way for a page that is gone.
  setTimeout(() => tellOfUpdate(page), PATIENCE_MS);
  waiting.postMessage('take over', [port2]);
}

function tellOfUpdate(page) {
  if (page.querySelector('.update')) return;
  const words = '网站有新版本。这一页照旧可以用，答过的都在。办完以后关掉本站的所有页面，再打开就是新的。';
  page.querySelector('.md-content__inner, .md-content')?.prepend(element('p', { class: 'update', role: 'status' }, words));
}

if (globalThis.document) keepSite();
