// Pyodide's machine code without what no page of ours ever calls. Two things go: what only libraries ask for that are linked to it while it runs; and the insides of those
// functions that were not called when everything was tried that readers do (`called.txt`). Who calls such a function all the same is stopped, and the worker says that
// something is missing: the page then begins anew with the machine code as it was delivered. Arguments: Pyodide's script, its machine code, how many functions are
// numbered, the numbers of those that are called as ranges (`0-4 7 9-12`), and where the thinner one goes.
import { writeFileSync } from 'node:fs';

import binaryen from 'binaryen';

import { functionsOf, withoutLinking } from './machine-code.mjs';

const [script, code, count, ranges, into] = process.argv.slice(2);
const module = withoutLinking(script, code);
const functions = functionsOf(module);
if (functions.length !== Number(count)) throw new Error(`${functions.length} functions are left and ${count} were numbered: \`make called\` numbers them anew.`);
const called = numbersOf(ranges);
functions.forEach((each, number) => {
  // It stays, since tables of functions point to it.
  if (!called.has(number)) binaryen.Function.setBody(each, module.unreachable());
});
module.runPasses(['remove-unused-module-elements', 'remove-unused-names']);
writeFileSync(into, module.emitBinary());

function numbersOf(ranges) {
  const numbers = new Set();
  for (const range of ranges.trim().split(/\s+/)) {
    const [first, last = first] = range.split('-').map(Number);
    for (let number = first; number <= last; number += 1) numbers.add(number);
  }
  return numbers;
}
