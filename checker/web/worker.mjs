/**
 * Runs Python, away from the page. Started as a module worker; speaks `protocol.mjs`.
 *
 * Only text crosses: no Python source comes in and no proxy object goes out.
 */

import { read, write } from './protocol.mjs';
import { load, takeIn } from './python/load.mjs';
import { hasMemory, keptMemory } from './python/memory.mjs';

/** Who waits for Python to be ready sends a request sooner than this once it is. */
const QUIET_MS = 200;

let handle = null;
/** Our package, as long as what a first request needs is not worked out. */
let cold = null;
/** Runs until that is. */
let warming = 0;
/** Whether Python, begun from memory, looked for something that is not in it. */
let isWanting = false;
/** What fetches a part of our package that comes later, by its name. @type {((name: string) => Promise<void>) | null} */
let fetchLater = null;
/** Those that are there or on their way. @type {Map<string, Promise<void>>} */
const later = new Map();

self.addEventListener('message', async ({ data }) => {
  const message = read(data);
  clearTimeout(warming);
  self.postMessage(message.kind === 'start' ? await start(message) : message.needs ? await answerLater(message, data) : answer(data));
  // Another may have come and gone while this one was answered.
  clearTimeout(warming);
  if (cold) warming = setTimeout(warmUp, QUIET_MS);
});

/** All of loading stands inside this one `try`: a reader must hear of every way it can fail. */
async function start({ runtime, how, whole }) {
  let began = 'cold';
  try {
    const isKept = how === 'any' ? hasMemory(runtime) : Promise.resolve(false);
    const memory = isKept.then((is) => (is ? keptMemory(runtime) : null));
    memory.then((bytes) => (began = bytes ? 'snapshot' : 'cold'));
    const restoring = () => self.postMessage(write('restoring'));
    const python = await load(runtime, { whole, isKept, memory, restoring, wanting: () => (isWanting = true) });
    const bridge = python.pyimport('checker.bridge');
    handle = bridge.handle;
    // Memory holds it worked out.
    if (began === 'cold') cold = bridge;
    fetchLater = (name) => takeIn(python, runtime, name);
    return write('ready', { how: began });
  } catch (error) {
    return write('start-failed', { how: began, missing: isMissing(error), reason: inWords(error) });
  }
}

/** Where something of Python is missing it has to be said now: a second time Python would stop without a word. All else is met again by the first request. */
function warmUp() {
  const bridge = cold;
  cold = null;
  try {
    bridge.warm();
  } catch (error) {
    if (isMissing(error)) self.postMessage(write('crashed', { missing: true, reason: inWords(error) }));
  }
}

/** A request that needs parts which readers do not get at first: the names of them, with a space between. */
async function answerLater({ id, needs }, request) {
  try {
    await Promise.all(needs.split(' ').map(come));
  } catch (error) {
    if (isMissing(error)) return write('crashed', { missing: true, reason: inWords(error) });
    return write('not-fetched', { id });
  }
  return answer(request);
}

/** One of them; what did not come may be asked for again. */
function come(name) {
  const again = (error) => {
    later.delete(name);
    throw error;
  };
  if (!later.has(name)) later.set(name, fetchLater(name).catch(again));
  return later.get(name);
}

function answer(request) {
  try {
    const reply = handle(request);
    if (!isWanting) return reply;
  } catch (error) {
    if (!isWanting) return write('crashed', { missing: isMissing(error), reason: inWords(error) });
  }
  return write('crashed', { missing: false, reason: 'Python looked for something that its memory does not hold' });
}

/**
 * A part of Python's library, or a function of its machine code, that is not among those that readers usually get. What is left of such a function is an
 * instruction that stops; each engine says so in words of its own, all with this one in them.
 */
function isMissing(error) {
  return error?.type === 'ModuleNotFoundError' || (error?.name === 'RuntimeError' && /unreachable/i.test(error.message));
}

/** Not everything that Pyodide throws is an `Error`. */
function inWords(error) {
  return error?.message ?? JSON.stringify(error) ?? String(error);
}
