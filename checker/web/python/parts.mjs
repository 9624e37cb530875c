/** Where the parts of the runtime lie: all beside its lock file, whose address is all that a page has to know. */

/** @typedef {{ runtime: string, script: string, engine: string, engineScript: string, library: string, whole: string, rules: string, later: (name: string) => string }} Parts */

/** Those that a checker begins with. @param {string} runtime the address of the lock file @param {boolean} [isWhole] with all of Python's library */
export function firstOf(runtime, isWhole = false) {
  const { script, engine, engineScript, library, whole, rules } = partsOf(runtime);
  return [runtime, script, engine, engineScript, rules, isWhole ? whole : library];
}

/** @param {string} runtime the address of the lock file @returns {Parts} */
export function partsOf(runtime) {
  const beside = (name) => new URL(name, runtime).href;
  return {
    runtime,
    script: beside('pyodide.mjs'),
    engine: beside('pyodide.asm.wasm'),
    engineScript: beside('pyodide.asm.js'),
    library: beside('python.zip'),
    whole: beside('whole.zip'),
    rules: runtime.replace(/\.json$/, '.zip'),
    later: (name) => runtime.replace(/\.json$/, `-${name}.zip`),
  };
}
