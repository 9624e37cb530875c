import { loadPyodide } from '/documented/pyodide.mjs';

self.addEventListener('message', async ({ data: { wheels, request } }) => {
  try {
    const python = await loadPyodide();
    await python.loadPackage(wheels);
    self.postMessage({ reply: python.pyimport('checker.bridge').handle(request) });
  } catch (error) {
    self.postMessage({ error: String(error) });
  }
});
