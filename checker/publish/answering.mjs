// Python as a browser would have it, under Node: for what looks at what is imported, called and answered.
import { readFileSync } from 'node:fs';

// Left to itself, Node would print the line that threw first: in Pyodide's script that is a megabyte, and what was said after it is lost.
process.on('uncaughtException', (problem) => {
  console.error(problem.message);
  process.exit(1);
});

/** What every such script is given: Pyodide's folder, the library as a zip, our own package as a zip, and those of its parts that come later. */
const [pyodide, library, rules, ...later] = process.argv.slice(2);
/** A JSON array on standard input. Pyodide takes that for itself, so it is read before. */
export const requests = JSON.parse(readFileSync(0, 'utf8'));
const { loadPyodide } = await import(`${pyodide}/pyodide.mjs`);

/** Begins Python. @param {object} [more] besides what readers' pages say */
export const begun = (more = {}) =>
  loadPyodide({
    indexURL: pyodide,
    stdLibURL: library,
    env: { PYTHONPATH: '/lib/rules.zip' },
    fsInit: async (FS) => FS.writeFile('/lib/rules.zip', readFileSync(rules)),
    ...more,
  });

/** What answers a request, with every part that comes later there. */
export function answering(python) {
  later.forEach((archive, number) => {
    python.FS.writeFile(`/lib/later-${number}.zip`, readFileSync(archive));
    python.pyimport('checker').take_in(`/lib/later-${number}.zip`);
  });
  return python.pyimport('checker.bridge').handle;
}
