// Which functions of Pyodide's machine code are called while the requests on standard input, a JSON array, are answered: begun as at a first visit, with memory
// saved, and begun again from that memory. Prints their numbers, and which requests came to a function that none before had come to, as JSON. Arguments:
// Pyodide's folder with machine code of noted.mjs in it, the library as a zip, our own package as a zip, and those of its parts that come later.
import { readFileSync } from 'node:fs';

import { called, look } from './pages/called-flags.mjs';

process.on('uncaughtException', (problem) => {
  console.error(problem.message);
  process.exit(1);
});

const [pyodide, library, rules, ...later] = process.argv.slice(2);
const requests = JSON.parse(readFileSync(0, 'utf8'));
const news = [];
const { loadPyodide } = await import(`${pyodide}/pyodide.mjs`);

const first = await begun({});
look();
answered(first, requests, (number) => look() && news.push(number));
const saving = await begun({ _makeSnapshot: true });
saving.runPython('from checker.bridge import warm; warm(); import gc; del warm; gc.collect()');
const memory = saving.makeMemorySnapshot();
look();
const again = await begun({ _loadSnapshot: memory });
answered(again, requests.filter((_, number) => number % 7 === 0));
look();
console.log(JSON.stringify({ called: [...called], news }));
process.exit(0);

async function begun(more) {
  const python = await loadPyodide({
    indexURL: pyodide,
    stdLibURL: library,
    env: { PYTHONPATH: '/lib/rules.zip' },
    fsInit: async (FS) => FS.writeFile('/lib/rules.zip', readFileSync(rules)),
    ...more,
  });
  return python;
}

function answered(python, asked, after = (_number) => {}) {
  later.forEach((archive, number) => {
    python.FS.writeFile(`/lib/later-${number}.zip`, readFileSync(archive));
    python.pyimport('checker').take_in(`/lib/later-${number}.zip`);
  });
  const { handle } = python.pyimport('checker.bridge');
  asked.forEach((request, number) => {
    handle(request);
    after(number);
  });
}
