// Answers the requests on standard input, a JSON array, and prints how many. Arguments: Pyodide's folder, the library as a zip, our own package as a zip, and those of
// its parts that come later.
import { readFileSync } from 'node:fs';

process.on('uncaughtException', (problem) => {
  console.error(problem.message);
  process.exit(1);
});

const [pyodide, library, rules, ...later] = process.argv.slice(2);
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
console.log(requests.filter((request) => JSON.parse(handle(request)).kind).length);
process.exit(0);
