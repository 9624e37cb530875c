/**
 * Pyodide's machine code without what no page of ours ever calls. Two things go: what only libraries ask for that are linked to it while it runs, as no page
 * loads one; and the insides of those functions that were not called when everything was tried that readers do (`called.txt`). Who calls such a function all
 * the same is stopped, and the worker says that something is missing: the page then begins anew with the machine code as it was delivered.
 *
 * Arguments: Pyodide's script, its machine code, how many functions are numbered, the numbers of those that are called as ranges (`0-4 7 9-12`), and where the thinner one goes.
 */
import { readFileSync, writeFileSync } from 'node:fs';

import binaryen from 'binaryen';

const { Features } = binaryen;
// What browsers since Chromium 103 know; with more, newer ways of writing would come in.
const FEATURES = [
  Features.MutableGlobals, Features.BulkMemory, Features.BulkMemoryOpt, Features.SignExt, Features.NontrappingFPToInt, Features.ExceptionHandling, Features.ReferenceTypes,
  Features.Multivalue, Features.SIMD128,
].reduce((all, each) => all | each);

if (process.argv[1] === import.meta.filename || process.argv[1]?.endsWith('/engine.mjs')) {
  const [script, code, count, called, into] = process.argv.slice(2);
  const module = withoutLinking(script, code);
  const numbered = functionsOf(module).length;
  if (numbered !== Number(count)) throw new Error(`${numbered} functions are left and ${count} were numbered: \`make called\` numbers them anew.`);
  emptied(module, numbersOf(called));
  writeFileSync(into, module.emitBinary());
}

/** The machine code without the names by which libraries would be linked, and what only they led to. */
export function withoutLinking(script, code) {
  const named = new Set(readFileSync(script, 'utf8').match(/[A-Za-z_$][\w$]*/g));
  const module = binaryen.readBinary(readFileSync(code));
  module.setFeatures(FEATURES);
  // Found by name when the code is begun.
  const asked = ({ module: from, base }) => from && named.add(base);
  for (let index = 0; index < module.getNumFunctions(); index += 1) asked(binaryen.getFunctionInfo(module.getFunctionByIndex(index)));
  for (let index = 0; index < module.getNumGlobals(); index += 1) asked(binaryen.getGlobalInfo(module.getGlobalByIndex(index)));
  const exported = Array.from({ length: module.getNumExports() }, (_, index) => binaryen.getExportInfo(module.getExportByIndex(index)).name);
  // In the script a function goes by its name in C, which begins with an underscore there and not in the code.
  for (const name of exported) if (!named.has(name) && !named.has(`_${name}`)) module.removeExport(name);
  module.runPasses(['remove-unused-module-elements']);
  return module;
}

/** The functions that have insides, in order: a number of `called.txt` is a place in this list. */
export function functionsOf(module) {
  const all = Array.from({ length: module.getNumFunctions() }, (_, index) => module.getFunctionByIndex(index));
  return all.filter((each) => !binaryen.getFunctionInfo(each).module);
}

/** Nothing stays of what is not called but that it is there, since tables of functions point to it. */
function emptied(module, called) {
  functionsOf(module).forEach((each, number) => {
    if (!called.has(number)) binaryen.Function.setBody(each, module.unreachable());
  });
  module.runPasses(['remove-unused-module-elements', 'remove-unused-names']);
}

function numbersOf(ranges) {
  const numbers = new Set();
  for (const range of ranges.trim().split(/\s+/)) {
    const [first, last = first] = range.split('-').map(Number);
    for (let number = first; number <= last; number += 1) numbers.add(number);
  }
  return numbers;
}
