/**
 * Runs Python, away from the page. Started as a module worker; speaks `protocol.mjs`.
 *
 * Only text and one compiled module cross: no Python source comes in and no proxy object goes out.
 */

import { read, write } from './protocol.mjs';
import { adopt, wasmAddress } from './wasm.mjs';

let handle = null;
let takeWasm;
const wasm = new Promise((resolve) => (takeWasm = resolve));

self.addEventListener('message', async ({ data }) => {
  if (data instanceof WebAssembly.Module) {
    takeWasm(data);
    return;
  }
  const message = read(data);
  self.postMessage(message.kind === 'start' ? await start(message.runtime) : answer(data));
});

/** All of loading stands inside this one `try`: a reader must hear of every way it can fail. */
async function start(runtime) {
  try {
    const python = await load(runtime);
    handle = python.pyimport('checker.bridge').handle;
    return write('ready');
  } catch (error) {
    return write('start-failed', { reason: inWords(error) });
  }
}

async function load(runtime) {
  const indexURL = new URL('.', runtime).href;
  const failing = adopt(wasm, wasmAddress(runtime));
  const { loadPyodide } = await import(`${indexURL}pyodide.mjs`);
  return Promise.race([loadPyodide({ indexURL, lockFileURL: runtime, packages: ['checker'] }), failing]);
}

function answer(request) {
  try {
    return handle(request);
  } catch (error) {
    return write('crashed', { reason: inWords(error) });
  }
}

/** Not everything that Pyodide throws is an `Error`. */
function inWords(error) {
  return error?.message ?? JSON.stringify(error) ?? String(error);
}
