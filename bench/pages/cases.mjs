// One verdict with all its letters, over and over, for every case of the tests, by a checker that is warm.
import { given, tell } from './outcome.mjs';

tell(async () => {
  const { CheckerClient } = await import(`${given.get('scripts')}/client.mjs`);
  const cases = await (await fetch(given.get('cases'))).json();
  const client = new CheckerClient({ runtimeUrl: given.get('runtime') });
  // A page's thread and a worker: what is timed is what a reader waits for, with both ways between them.
  const once = async (payload) => {
    const began = performance.now();
    const reply = await client.request('check', payload);
    if (reply.kind !== 'verdict') throw new Error(`a case gave ${reply.kind}`);
    return performance.now() - began;
  };
  for (const payload of Object.values(cases)) await once(payload);
  const milliseconds = {};
  for (const [name, payload] of Object.entries(cases)) {
    milliseconds[name] = [];
    for (let time = 0; time < Number(given.get('times')); time++) milliseconds[name].push(await once(payload));
  }
  return { milliseconds };
});
