// The checker as the site ships it. What the bench needs to know stands in the address: scripts, runtime and request.
import { given, tell } from './outcome.mjs';

tell(async () => {
  const { CheckerClient } = await import(`${given.get('scripts')}/client.mjs`);
  const { v, id, kind, ...payload } = JSON.parse(given.get('request'));
  const client = new CheckerClient({ runtimeUrl: given.get('runtime') });
  const reply = await client.request(kind, payload);
  const milliseconds = performance.now();
  // As the page does while its reader reads the verdict. Not in the time: the reader does not wait for it.
  if (client.how === 'cold') {
    const { makeMemory } = await import(`${given.get('scripts')}/python/make-memory.mjs`);
    const prepared = await makeMemory(client.address);
    if (prepared !== 'kept') throw new Error(`the memory for later visits was not kept: ${prepared}`);
  }
  return { milliseconds, reply, how: client.how };
});
