// Machine code that notes which of its functions are called: each sets a number of its own, exported as called-<its place in `functionsOf`>. Arguments: Pyodide's
// script, its machine code, where this goes. Prints how many functions there are.
import { readFileSync, writeFileSync } from 'node:fs';

import binaryen from 'binaryen';

import { functionsOf, withoutLinking } from '../checker/publish/machine-code.mjs';

const [script, code, into] = process.argv.slice(2);
const module = withoutLinking(readFileSync(script, 'utf8'), code);
const functions = functionsOf(module);
functions.forEach((each, number) => {
  const name = `called-${number}`;
  module.addGlobal(name, binaryen.i32, true, module.i32.const(0));
  module.addGlobalExport(name, name);
  const { body, results } = binaryen.getFunctionInfo(each);
  binaryen.Function.setBody(each, module.block(null, [module.global.set(name, module.i32.const(1)), body], results));
});
writeFileSync(into, module.emitBinary());
console.log(functions.length);
