/** Where the parts of the runtime lie: all beside its lock file, whose address is all that a page has to know. */

/** @typedef {{ runtime: string, script: string, engine: string, engineAsked: string, engineScript: string, library: string, rules: string, later: (name: string) => string }} Parts */

/** Those that a checker begins with. @param {string} runtime the address of the lock file @param {boolean} [isWhole] with all of Python */
export function firstOf(runtime, isWhole = false) {
  const { script, engine, engineScript, library, rules } = partsOf(runtime, isWhole);
  return [runtime, script, engine, engineScript, rules, library];
}

/**
 * @param {string} runtime the address of the lock file
 * @param {boolean} [isWhole] with all of Python's library, script and machine code, in place of what is known to be used
 * @returns {Parts}
 */
export function partsOf(runtime, isWhole = false) {
  const beside = (name) => new URL(name, runtime).href;
  return {
    runtime,
    script: beside('pyodide.mjs'),
    engine: beside(isWhole ? 'pyodide.asm.wasm' : 'lean.wasm'),
    // Under this name Pyodide asks for it.
    engineAsked: beside('pyodide.asm.wasm'),
    engineScript: beside(isWhole ? 'pyodide.asm.js' : 'lean.js'),
    library: beside(isWhole ? 'whole.zip' : 'python.zip'),
    rules: runtime.replace(/\.json$/, '.zip'),
    later: (name) => runtime.replace(/\.json$/, `-${name}.zip`),
  };
}
