// Pyodide's machine code, as what thins it and what notes its calls read it.
import { readFileSync } from 'node:fs';

import binaryen from 'binaryen';

const { Features } = binaryen;
// What browsers since Chromium 103 know; with more, newer ways of writing would come in.
const FEATURES = [
  Features.MutableGlobals, Features.BulkMemory, Features.BulkMemoryOpt, Features.SignExt, Features.NontrappingFPToInt, Features.ExceptionHandling, Features.ReferenceTypes,
  Features.Multivalue, Features.SIMD128,
].reduce((all, each) => all | each);

/** Without the names by which libraries would be linked while it runs, and what only they led to: no page of ours loads one. @param {string} script the text of Pyodide's */
export function withoutLinking(script, code) {
  const module = binaryen.readBinary(readFileSync(code));
  module.setFeatures(FEATURES);
  return withoutNames(module, script);
}

/** Without the names that neither the script has nor the code itself is begun with, and what only they led to. */
export function withoutNames(module, script) {
  const named = new Set([...script.match(/[A-Za-z_$][\w$]*/g), ...importsOf(module)]);
  const exported = Array.from({ length: module.getNumExports() }, (_, index) => binaryen.getExportInfo(module.getExportByIndex(index)).name);
  // In the script a function goes by its name in C, which begins with an underscore there and not in the code.
  for (const name of exported) if (!named.has(name) && !named.has(`_${name}`)) module.removeExport(name);
  module.runPasses(['remove-unused-module-elements']);
  return module;
}

/** The names of what it asks for when it is begun. @returns {Set<string>} */
export function importsOf(module) {
  return new Set(WebAssembly.Module.imports(new WebAssembly.Module(module.emitBinary())).map(({ name }) => name));
}

/** The functions that have insides, in order: a number of `called.txt` is a place in this list. */
export function functionsOf(module) {
  const all = Array.from({ length: module.getNumFunctions() }, (_, index) => module.getFunctionByIndex(index));
  return all.filter((each) => !binaryen.getFunctionInfo(each).module);
}
