// The same checker the way Pyodide's documentation shows it: npm's files as they are, in a module worker.
const given = new URLSearchParams(location.search);
const worker = new Worker('documented-worker.mjs', { type: 'module' });
worker.addEventListener('message', ({ data }) => {
  globalThis.outcome = { milliseconds: performance.now(), reply: JSON.parse(data) };
});
worker.addEventListener('error', ({ message }) => (globalThis.outcome = { error: message ?? 'the worker broke' }));
worker.postMessage({ wheels: JSON.parse(given.get('wheels')), request: given.get('request') });
