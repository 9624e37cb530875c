// Pyodide as readers get it first: without what no page of ours ever calls. Of the machine code two things go: what only libraries ask for that are linked to it while it runs; and
// the insides of those functions that were not called when everything was tried that readers do (`called.txt`). Who calls such a function all the same is stopped, and the worker
// says that something is missing: the page then begins anew with everything as it was delivered. Of the script goes what nothing leads to any more (`script.mjs`). Arguments:
// Pyodide's script, its machine code, the script that begins both, how many functions are numbered, the numbers of those that are called as ranges (`0-4 7 9-12`), and where the
// thinner script and the thinner machine code go.
import { readFileSync, writeFileSync } from 'node:fs';

import binaryen from 'binaryen';

import { functionsOf, importsOf, withoutLinking, withoutNames } from './machine-code.mjs';
import { leanScript } from './script.mjs';

const [script, code, beginner, count, ranges, intoScript, intoCode] = process.argv.slice(2);
const text = readFileSync(script, 'utf8');
const module = withoutLinking(text, code);
const functions = functionsOf(module);
if (functions.length !== Number(count)) throw new Error(`${functions.length} functions are left and ${count} were numbered: \`make called\` numbers them anew.`);
const called = numbersOf(ranges);
functions.forEach((each, number) => {
  // It stays, since tables of functions point to it.
  if (!called.has(number)) binaryen.Function.setBody(each, module.unreachable());
});
module.runPasses(['remove-unused-module-elements', 'remove-unused-names']);
const lean = await leanScript(text, readFileSync(beginner, 'utf8'), importsOf(module));
// The script names fewer functions now; the numbers hold for what the script names that was delivered.
withoutNames(module, lean);
writeFileSync(intoScript, lean);
writeFileSync(intoCode, module.emitBinary());

function numbersOf(ranges) {
  const numbers = new Set();
  for (const range of ranges.trim().split(/\s+/)) {
    const [first, last = first] = range.split('-').map(Number);
    for (let number = first; number <= last; number += 1) numbers.add(number);
  }
  return numbers;
}
