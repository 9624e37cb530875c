import { loadPyodide } from '/documented/pyodide.mjs';

self.addEventListener('message', async ({ data: { wheels, request } }) => {
  const python = await loadPyodide();
  await python.loadPackage(wheels);
  self.postMessage(python.pyimport('checker.bridge').handle(request));
});
