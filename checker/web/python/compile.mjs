/**
 * Python's WebAssembly, compiled by the worker that runs it. Browsers keep what a page has compiled for the next visit, but then the page
 * stands still at the end of compiling, and Python is ready no sooner.
 */

/** Compiles what arrives. Rejects when there is nothing to compile. @param {Response} response */
export async function compile(response) {
  // Compiling while loading is refused for any other type, and not every static host knows this one.
  const typed = response.headers.get('content-type')?.startsWith('application/wasm');
  return typed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
