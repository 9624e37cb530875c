/** For the check page: what Python was loaded from is there without a network from then on, if the site is kept at all. */

import { ROOT } from './root.mjs';

/** Has the parts of the runtime kept that are in use: all, also those that a page which began from memory was not sent. */
export async function keepRuntime(addresses, container = navigator.serviceWorker) {
  const registration = await container?.getRegistration(ROOT);
  const worker = registration?.active ?? registration?.waiting ?? registration?.installing;
  worker?.postMessage({ keep: addresses });
}
