/**
 * Keeps the site on the device: its pages as soon as this is installed, the Python runtime once it was used. The build puts `BUILD` before
 * this text: { hash, pages: { address: integrity }, runtime: the folder of the runtime }, addresses relative to this file.
 *
 * One build is one cache. A page gets every part from the build that it is of, since a new service worker waits until no page of the old one
 * is left, or until the only one has just been loaded anew. What it fetches for its build has to have the hash that the build
 * knows, or it is not installed.
 */

const PREFIX = 'anxinmai.';
const PAGES = `${PREFIX}site.${BUILD.hash}`;
const RUNTIME = `${PREFIX}runtime.${BUILD.runtime}`;
const OURS = new RegExp(`^${PREFIX}(site|runtime)\\.`);

const here = (address) => new URL(address, self.location.href).href;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(dropOthers()));
self.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request;
  if (method === 'GET' && url.startsWith(here('.'))) event.respondWith(mode === 'navigate' ? visit(event.request) : part(event.request));
});
self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(takeOver(event));
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep));
});

async function install() {
  const cache = await caches.open(PAGES);
  await cache.addAll(Object.entries(BUILD.pages).map(([address, integrity]) => new Request(here(address), { integrity, cache: 'no-cache' })));
}

async function dropOthers() {
  const others = (await caches.keys()).filter((name) => OURS.test(name) && name !== PAGES && name !== RUNTIME);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** A page that has just been loaded asks for the new build. It gets it if no other page is open, which would lose parts of its own. */
async function takeOver({ ports: [port] }) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length === 1) await self.skipWaiting();
  else port.postMessage('others are open');
}

async function visit(request) {
  const cache = await caches.open(PAGES);
  const address = request.url.replace(/[?#].*$/, '').replace(/\/index\.html$/, '/');
  const known = await cache.match(address);
  if (known) return known;
  // As a host would: relative addresses on a page count from its folder.
  if (await cache.match(`${address}/`)) return Response.redirect(`${address}/`);
  // Not one of this build's pages: the network says what it is, and without one our own words do.
  return fetch(request).catch(async () => (await cache.match(here('404.html'))) ?? Response.error());
}

async function part(request) {
  const kept = (await caches.match(request, { cacheName: PAGES })) ?? (await caches.match(request, { cacheName: RUNTIME }));
  return kept ?? fetch(request);
}

/** Parts of the runtime that a page has used. They come from the browser's own cache, as they were just fetched. */
async function keep(addresses) {
  const cache = await caches.open(RUNTIME);
  for (const address of addresses.filter((each) => each.startsWith(here(BUILD.runtime)))) if (!(await cache.match(address))) await cache.add(address);
}
