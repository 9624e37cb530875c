// Pyodide's machine code without what only libraries ask for that are linked to it while it runs, and no page of ours loads one. What its
// script names, and what the code itself asks for by name, stays. Arguments: the script, the machine code, where the thinner one goes.
import { readFileSync, writeFileSync } from 'node:fs';

import binaryen from 'binaryen';

const { Features } = binaryen;
// What browsers since Chromium 103 know; with more, newer ways of writing would come in.
const FEATURES = [
  Features.MutableGlobals, Features.BulkMemory, Features.BulkMemoryOpt, Features.SignExt, Features.NontrappingFPToInt, Features.ExceptionHandling, Features.ReferenceTypes,
  Features.Multivalue, Features.SIMD128,
].reduce((all, each) => all | each);

const [script, code, into] = process.argv.slice(2);
const named = new Set(readFileSync(script, 'utf8').match(/[A-Za-z_$][\w$]*/g));
const module = binaryen.readBinary(readFileSync(code));
module.setFeatures(FEATURES);
for (let index = 0; index < module.getNumFunctions(); index += 1) asked(binaryen.getFunctionInfo(module.getFunctionByIndex(index)));
for (let index = 0; index < module.getNumGlobals(); index += 1) asked(binaryen.getGlobalInfo(module.getGlobalByIndex(index)));
const exported = Array.from({ length: module.getNumExports() }, (_, index) => binaryen.getExportInfo(module.getExportByIndex(index)).name);
// In the script a function goes by its name in C, which begins with an underscore there and not in the code.
const unused = exported.filter((name) => !named.has(name) && !named.has(`_${name}`));
for (const name of unused) module.removeExport(name);
module.runPasses(['remove-unused-module-elements']);
writeFileSync(into, module.emitBinary());
console.log(JSON.stringify({ exported: exported.length, removed: unused.length }));

/** Found by name when the code is begun. */
function asked({ module: from, base }) {
  if (from) named.add(base);
}
