// The same checker the way Pyodide's documentation shows it first: npm's files as they are, on the page's own thread.
import { given, tell } from './outcome.mjs';

tell(async () => {
  const { loadPyodide } = await import('/documented/pyodide.mjs');
  const python = await loadPyodide();
  await python.loadPackage(JSON.parse(given.get('wheels')));
  const reply = JSON.parse(python.pyimport('checker.bridge').handle(given.get('request')));
  return { milliseconds: performance.now(), reply };
});
