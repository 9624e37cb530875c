/**
 * Runs Python, away from the page. Started as a module worker; speaks `protocol.mjs`.
 *
 * Only text crosses: no Python source comes in and no proxy object goes out.
 */

import { read, write } from './protocol.mjs';
import { load } from './python/load.mjs';
import { keptMemory } from './python/memory.mjs';

let handle = null;

self.addEventListener('message', async ({ data }) => {
  const message = read(data);
  self.postMessage(message.kind === 'start' ? await start(message) : answer(data));
});

/** All of loading stands inside this one `try`: a reader must hear of every way it can fail. */
async function start({ runtime, how, whole }) {
  let began = 'cold';
  try {
    const memory = how === 'any' ? keptMemory(runtime) : Promise.resolve(null);
    memory.then((bytes) => (began = bytes ? 'snapshot' : 'cold'));
    const python = await load(runtime, { whole, memory });
    handle = python.pyimport('checker.bridge').handle;
    return write('ready', { how: began });
  } catch (error) {
    return write('start-failed', { how: began, missing: isMissing(error), reason: inWords(error) });
  }
}

function answer(request) {
  try {
    return handle(request);
  } catch (error) {
    return write('crashed', { missing: isMissing(error), reason: inWords(error) });
  }
}

/** A part of Python's library that is not among those that readers usually get. */
function isMissing(error) {
  return error?.type === 'ModuleNotFoundError';
}

/** Not everything that Pyodide throws is an `Error`. */
function inWords(error) {
  return error?.message ?? JSON.stringify(error) ?? String(error);
}
