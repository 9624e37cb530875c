// Pyodide's machine code, as what thins it and what notes its calls read it.
import { readFileSync } from 'node:fs';

import binaryen from 'binaryen';

const { Features } = binaryen;
// What browsers since Chromium 103 know; with more, newer ways of writing would come in.
const FEATURES = [
  Features.MutableGlobals, Features.BulkMemory, Features.BulkMemoryOpt, Features.SignExt, Features.NontrappingFPToInt, Features.ExceptionHandling, Features.ReferenceTypes,
  Features.Multivalue, Features.SIMD128,
].reduce((all, each) => all | each);

/** Without the names by which libraries would be linked while it runs, and what only they led to: no page of ours loads one. */
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
