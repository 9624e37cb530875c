// The checker as the site ships it. What the bench needs to know stands in the address: the runtime and the request.
import { CheckerClient } from '/assets/checker/client.mjs';

const given = new URLSearchParams(location.search);
const { v, id, kind, ...payload } = JSON.parse(given.get('request'));
const client = new CheckerClient({ runtimeUrl: given.get('runtime') });
client
  .request(kind, payload)
  .then((reply) => ({ milliseconds: performance.now(), reply }), (error) => ({ error: String(error) }))
  .then((outcome) => (globalThis.outcome = outcome));
