/** What machine code of `bench/noted.mjs` has noted, over all that was begun here. */

/** The numbers of the functions that were called. @type {Set<number>} */
export const called = new Set();
let instance;
/** What no request has come to yet, by instance: looking at all of them anew would take longer than answering. */
const unseen = new Map();
const { instantiate } = WebAssembly;
// The page hands out a compiled module, Node the bytes.
WebAssembly.instantiate = async (source, imports) => {
  const made = await instantiate(source, imports);
  const begun = made.instance ?? made;
  if ('called-0' in begun.exports) instance = begun;
  return made;
};

/** Takes up what was called since the instance that was begun last; whether anything of it is new. */
export function look() {
  const before = called.size;
  const still = unseen.get(instance) ?? flagsOf(instance);
  unseen.set(instance, still.filter(({ number, flag }) => !called.has(number) && !(flag.value && called.add(number))));
  return called.size > before;
}

function flagsOf({ exports }) {
  const names = Object.keys(exports).filter((name) => name.startsWith('called-'));
  return names.map((name) => ({ number: Number(name.slice('called-'.length)), flag: exports[name] }));
}
