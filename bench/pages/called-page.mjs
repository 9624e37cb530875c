// Which functions of machine code of noted.mjs are called in this browser. What is needed stands in the address: scripts, runtime, requests, and the names of the parts
// that come later.
import { given, tell } from './outcome.mjs';

tell(async () => {
  const first = await inWorker({ does: 'answer' });
  const saving = await inWorker({ does: 'save' });
  const again = await inWorker({ does: 'answer', memory: saving.memory });
  return { called: [...new Set([first, saving, again].flatMap(({ called }) => called))] };
});

/** A worker each, as for readers: Python is begun once in one. */
function inWorker(work) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./called-worker.mjs', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }) => (worker.terminate(), data.error ? reject(new Error(data.error)) : resolve(data)));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage({ ...Object.fromEntries(given), ...work });
  });
}
