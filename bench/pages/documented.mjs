// The same checker the way Pyodide's documentation shows it: npm's files as they are, in a module worker.
import { given, tell } from './outcome.mjs';

tell(async () => {
  const worker = new Worker('documented-worker.mjs', { type: 'module' });
  const answer = new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data.reply)));
    worker.addEventListener('error', ({ message }) => reject(new Error(message ?? 'the worker broke')));
  });
  worker.postMessage({ wheels: JSON.parse(given.get('wheels')), request: given.get('request') });
  const reply = JSON.parse(await answer);
  return { milliseconds: performance.now(), reply };
});
