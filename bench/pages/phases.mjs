// Where a visit goes: when each part of a start had ended, in milliseconds from the worker's own beginning. The address says scripts, runtime and request.
import { given, tell } from './outcome.mjs';

tell(async () => {
  const began = performance.now();
  const outcome = await begun();
  const whole = performance.now() - began;
  // As the page does while its reader reads, for the later visit.
  if (!outcome.phases['memory there']) {
    const { makeMemory } = await import(`${given.get('scripts')}/python/make-memory.mjs`);
    await makeMemory(given.get('runtime'));
  }
  return { ...outcome, whole };
});

function begun() {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./phases-worker.mjs', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data)));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage(Object.fromEntries(given));
  });
}
