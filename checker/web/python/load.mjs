/**
 * Python in a worker. The one module that knows how Pyodide is begun, with what Pyodide calls experimental: memory that is saved and
 * restored, WebAssembly that is compiled while the rest arrives.
 */

import { arriving } from './arriving.mjs';
import { compile } from './compile.mjs';
import { partsOf } from './parts.mjs';
import { leaveOut, putIn, zip } from './zips.mjs';

/** What Python finds on its path besides the library. */
const RULES = '/lib/rules.zip';

/**
 * Begins Python; rejects with whatever went wrong.
 *
 * @param {string} runtime the address of the lock file
 * @param {{ whole?: boolean, isKept?: Promise<boolean>, memory?: Promise<Uint8Array | null>, saves?: boolean, restoring?: () => void, wanting?: () => void }} how `whole` takes all of
 *   Python's library and machine code; `memory` is what `save` gave earlier, and `isKept` says sooner whether there is one; `saves` is said by who is going to call `save`;
 *   `restoring` is called once nothing is waited for any more but Python that begins from memory; `wanting`, when it then looks for something that is not in memory: what it says
 *   from then on is not to be used
 */
export async function load(
  runtime,
  { whole = false, isKept = Promise.resolve(false), memory = Promise.resolve(null), saves = false, restoring = () => {}, wanting = () => {} } = {},
) {
  if (!globalThis.WebAssembly) throw new Error('This browser has no WebAssembly');
  const parts = partsOf(runtime, whole);
  const engine = arriving(parts.engine);
  const wasm = engine.then(compile);
  // Heard of below, or not at all where something else fails first.
  wasm.catch(() => {});
  /** @returns {Promise<[Response | null, Uint8Array<ArrayBuffer>]>} */
  const zips = async (isImported) => (isImported ? [null, new Uint8Array()] : Promise.all([arriving(parts.library), zip(parts.rules)]));
  // All at once, and each is waited for here: what Pyodide waits for by itself it gives up without a word.
  // The reply to the first, before it is taken over who is asked: only then nothing of it is asked for any more.
  const [, { loadPyodide }, , lock, early, kept] = await Promise.all([
    engine,
    import(parts.script),
    import(parts.engineScript),
    arriving(parts.runtime).then((response) => response.json()),
    isKept.then(zips),
    memory,
  ]);
  // What was kept may be spoilt.
  const [library, rules] = early[0] || kept ? early : await zips(false);
  if (kept) wasm.then(restoring, () => {});
  const begun = new AbortController();
  const failing = takeOver(wasm, begun.signal, { [parts.engineAsked]: null, [parts.library]: library && orNothing(library) });
  const python = await Promise.race([
    loadPyodide({
      indexURL: new URL('.', runtime).href,
      lockFileContents: lock,
      stdLibURL: parts.library,
      env: { PYTHONPATH: RULES },
      fsInit: async (FS) => FS.writeFile(RULES, rules),
      _makeSnapshot: saves,
      ...(kept ? { _loadSnapshot: kept } : {}),
    }),
    failing,
  ]);
  begun.abort();
  if (!library) leaveOut(python.FS, { [libraryPlace(lock)]: parts.library, [RULES]: parts.rules }, wanting);
  return python;
}

/**
 * The library, or nothing where it breaks off: for want of it Python stops, and all of Python is tried. Pyodide does not look at it before there is machine code; what has broken off
 * by then would be a rejection that nobody takes, which ends the start.
 *
 * @param {Response} reply
 */
const orNothing = async (reply) => new Response(await reply.arrayBuffer().catch(() => new ArrayBuffer(0)));

/** Where Pyodide puts the library. */
function libraryPlace({ info }) {
  const [major, minor] = info.python.split('.');
  return `/lib/python${major}${minor}.zip`;
}

/** How long a part that comes later may take: less than a reply, so that a slow network is told of and ends nothing. */
const LATER_MS = 10_000;

/** Gives Python a part of our package that is fetched where it is used. Rejects where it does not come. @param {string} name */
export async function takeIn(python, runtime, name) {
  // Older web views know no AbortSignal.timeout.
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), LATER_MS);
  try {
    const tooLate = new Promise((_, reject) => late.signal.addEventListener('abort', () => reject(new Error(`${name} came too late`))));
    const [part] = await Promise.all([zip(partsOf(runtime).later(name), late.signal), Promise.race([putIn(python.FS), tooLate])]);
    const place = `/lib/${name}.zip`;
    python.FS.writeFile(place, part);
    python.pyimport('checker').take_in(place);
  } finally {
    clearTimeout(timer);
  }
}

/** Everything that Python holds once it has worked out what a first request would, as bytes that `load` takes. */
export function save(python) {
  python.runPython('from checker.bridge import warm; warm(); import gc; del warm; gc.collect()');
  return python.makeMemorySnapshot();
}

/**
 * Lets `loadPyodide` have what is on its way already, since it has no option for this. Gives a promise that never resolves and rejects
 * when WebAssembly cannot begin, which `loadPyodide` only writes to the console, or stops where `loadPyodide` does not wait for it, until it has `begun`.
 */
function takeOver(wasm, begun, given) {
  const fetchAnything = self.fetch;
  self.fetch = (resource, ...options) => {
    const address = String(resource);
    return address in given ? Promise.resolve(given[address] ?? new Response()) : fetchAnything(resource, ...options);
  };
  begun.addEventListener('abort', () => (self.fetch = fetchAnything));
  return new Promise((_, reject) => {
    const stopped = (event) => (event.preventDefault(), reject(event.reason));
    self.addEventListener('unhandledrejection', stopped, { signal: begun });
    // @ts-expect-error: the type of WebAssembly.instantiate for a compiled module is not among those that the tool knows.
    WebAssembly.instantiateStreaming = async (_response, imports) => {
      try {
        const module = await wasm;
        return { module, instance: await WebAssembly.instantiate(module, imports) };
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
}
