// Where a first visit goes: when each part of a start had ended, in milliseconds from the worker's own beginning. The address says scripts, runtime and request.
import { given, tell } from './outcome.mjs';

tell(
  () =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const worker = new Worker(new URL('./phases-worker.mjs', import.meta.url), { type: 'module' });
      worker.addEventListener('message', ({ data }) => (data.error ? reject(new Error(data.error)) : resolve({ ...data, whole: performance.now() - began })));
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.postMessage(Object.fromEntries(given));
    }),
);
