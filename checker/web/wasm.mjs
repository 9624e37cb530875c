/**
 * The page compiles Python's WebAssembly and the worker takes it from there: browsers keep what a page has compiled for the next visit,
 * but not what a worker has.
 */

/** The address of the WebAssembly that belongs to a runtime, given as the address of its lock file. */
export function wasmAddress(runtime) {
  return new URL('pyodide.asm.wasm', runtime).href;
}

/** In the page: fetch and compile. Rejects when there is nothing to compile. */
export async function compile(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} gave ${response.status}`);
  // Compiling while loading is refused for any other type, and not every static host knows this one.
  const typed = response.headers.get('content-type')?.startsWith('application/wasm');
  return typed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * In the worker, before `loadPyodide`: let it instantiate `arriving`, the promise of a compiled module, since it has no option for this.
 * Gives a promise that never resolves and rejects when that fails, which `loadPyodide` only writes to the console.
 */
export function adopt(arriving, address) {
  const fetchAnything = self.fetch;
  self.fetch = (resource, ...options) => (String(resource) === address ? Promise.resolve(new Response()) : fetchAnything(resource, ...options));
  return new Promise((_, reject) => {
    // @ts-expect-error: the type of WebAssembly.instantiate for a compiled module is not among those that the tool knows.
    WebAssembly.instantiateStreaming = async (_response, imports) => {
      try {
        const module = await arriving;
        return { module, instance: await WebAssembly.instantiate(module, imports) };
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
}
