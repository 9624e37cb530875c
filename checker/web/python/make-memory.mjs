/** In the page: has the memory made that later visits begin with. */

import { dropMemory, hasMemory } from './memory.mjs';

/** Longer than any start takes. */
const LIMIT_MS = 120_000;

/**
 * 'kept', or why there is none. Never rejects: who is answering questions need not know.
 *
 * @param {string} runtime the address of the lock file @param {AbortSignal} [signal]
 * @returns {Promise<string>}
 */
export function makeMemory(runtime, signal, Worker = globalThis.Worker) {
  if (signal?.aborted) return Promise.resolve('aborted');
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./memory-worker.mjs', import.meta.url), { type: 'module' });
    const end = (outcome) => (clearTimeout(limit), worker.terminate(), resolve(outcome));
    const limit = setTimeout(end, LIMIT_MS, 'took too long');
    // Ended in the middle of writing, it may have left something.
    signal?.addEventListener('abort', () => (end('aborted'), dropMemory()));
    // WebKit forgets what nobody else has looked at when the worker ends, if it keeps no storage beyond the session.
    worker.addEventListener('message', async ({ data }) => signal?.aborted || end(data === 'kept' && !(await hasMemory(runtime)) ? 'not there' : data));
    worker.addEventListener('error', ({ message }) => end(message ?? 'the worker broke'));
    worker.postMessage({ runtime });
  });
}
