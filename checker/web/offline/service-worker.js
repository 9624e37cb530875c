/**
 * Keeps the site on the device: the checker's page and what it leads to as soon as this is installed, any other page once it was read, the Python runtime
 * once it was used. Who is not charged by the megabyte gets all at once. The build puts `BUILD` before this text: { hash, pages: { address: integrity },
 * later: { address: integrity }, runtime: the folder of the runtime }, addresses relative to this file, and `arriving` of `python/arriving.mjs`.
 *
 * One build is one cache. A page gets every part from the build that it is of, since a new service worker waits until no page of the old one
 * is left, or until the only one has just been loaded anew. What it fetches for its build has to have the hash that the build
 * knows, or it is not kept; and it is not installed, where that is one of the pages that are there from the beginning.
 */

const PREFIX = 'anxinmai.';
const PAGES = `${PREFIX}site.${BUILD.hash}`;
const RUNTIME = `${PREFIX}runtime.${BUILD.runtime}`;
const OURS = new RegExp(`^${PREFIX}(site|runtime)\\.`);

const here = (address) => new URL(address, self.location.href).href;
const LATER = new Map(Object.entries(BUILD.later).map(([address, integrity]) => [here(address), integrity]));

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(dropOthers()));
self.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request;
  if (method === 'GET' && url.startsWith(here('.'))) event.respondWith(mode === 'navigate' ? visit(event.request) : part(event.request));
});
self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(takeOver(event));
  if (event.data === 'keep all') event.waitUntil(keepLater([...LATER.keys()]));
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep));
});

async function install() {
  const cache = await caches.open(PAGES);
  await cache.addAll(Object.entries(BUILD.pages).map(([address, integrity]) => new Request(here(address), { integrity, cache: 'no-cache' })));
  await keepLater(await keptBefore());
}

/** What an earlier build kept of the pages that come later: who could read them without a network still can. */
async function keptBefore() {
  const earlier = (await caches.keys()).filter((name) => OURS.test(name) && name !== PAGES);
  const kept = await Promise.all(earlier.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
  return [...new Set(kept.flat())].filter((address) => LATER.has(address));
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
  const known = (await cache.match(address)) ?? (await laterOne(cache, address));
  if (known) return known;
  // As a host would: relative addresses on a page count from its folder.
  if (LATER.has(`${address}/`) || (await cache.match(`${address}/`))) return Response.redirect(`${address}/`);
  // Not kept, or not of this build: the network says what it is, and without one our own words do.
  const words = LATER.has(address) ? 'offline.html' : '404.html';
  return fetch(request).catch(async () => (await cache.match(here(words))) ?? Response.error());
}

async function part(request) {
  const kept = (await caches.match(request, { cacheName: PAGES })) ?? (await caches.match(request, { cacheName: RUNTIME }));
  return kept ?? (await laterOne(await caches.open(PAGES), request.url)) ?? fetch(request);
}

/** What comes later, as this build has it, and kept from now on. None where it is of another build, or there is no network. @returns {Promise<Response | undefined>} */
async function laterOne(cache, address) {
  const integrity = LATER.get(address);
  const reply = integrity && (await fetch(address, { integrity }).catch(() => undefined));
  if (!reply?.ok || reply.redirected) return undefined;
  // A device that is full shows it all the same.
  await cache.put(address, reply.clone()).catch(() => undefined);
  return reply;
}

/** One after the other, up to the first that does not come: then there is no network, or another build, whose worker waits until this one is done. */
async function keepLater(addresses) {
  const cache = await caches.open(PAGES);
  for (const address of addresses) if (!(await cache.match(address)) && !(await laterOne(cache, address))) return;
}

/** Parts of the runtime that a page has used, or holds in memory. They come from the browser's own cache where they were fetched before; from a host that compresses nothing, the copies do. */
async function keep(addresses) {
  const cache = await caches.open(RUNTIME);
  for (const address of addresses.filter((each) => each.startsWith(here(BUILD.runtime)))) if (!(await cache.match(address))) await cache.put(address, await arriving(address));
}
