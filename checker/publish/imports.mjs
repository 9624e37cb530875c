// Which modules Python has imported once it has answered the requests on standard input, a JSON array, as a browser would: its names, as
// JSON. Arguments: Pyodide's folder in node_modules, the whole library as a zip, our own package as a zip, and those of its parts that
// come later.
import { readFileSync } from 'node:fs';

// Left to itself, Node would print the line that threw first: in Pyodide's script that is a megabyte, and what was said after it is lost.
process.on('uncaughtException', (problem) => {
  console.error(problem.message);
  process.exit(1);
});

const [pyodide, library, rules, ...later] = process.argv.slice(2);
// Pyodide takes standard input for itself, so it is read before.
const requests = JSON.parse(readFileSync(0, 'utf8'));
const { loadPyodide } = await import(`${pyodide}/pyodide.mjs`);
const python = await loadPyodide({
  indexURL: pyodide,
  stdLibURL: library,
  env: { PYTHONPATH: '/lib/rules.zip' },
  fsInit: async (FS) => FS.writeFile('/lib/rules.zip', readFileSync(rules)),
});
later.forEach((archive, number) => {
  python.FS.writeFile(`/lib/later-${number}.zip`, readFileSync(archive));
  python.pyimport('checker').take_in(`/lib/later-${number}.zip`);
});
const { handle } = python.pyimport('checker.bridge');
for (const request of requests) handle(request);
// Some come in Python's own machine code, whatever lies on its path.
const named = `
import sys, json
json.dumps(sorted(name for name, module in sys.modules.items() if module and getattr(getattr(module, '__spec__', None), 'origin', '') != 'frozen'))`;
console.log(python.runPython(named));
process.exit(0);
