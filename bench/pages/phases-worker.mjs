// Begins Python by load.mjs, which readers get within worker.mjs, and notes when what it waits for has come.
const phases = {};
const note = (name) => (phases[name] = performance.now());
const { compileStreaming, instantiate } = WebAssembly;
const fetchAnything = self.fetch;

self.fetch = async (...asked) => {
  const reply = await fetchAnything(...asked);
  note(`head of ${String(asked[0]).split('/').at(-1)}`);
  return reply;
};
WebAssembly.compileStreaming = async (reply) => {
  const module = await compileStreaming(reply);
  note('compiled');
  return module;
};
WebAssembly.instantiate = async (...given) => {
  const made = await instantiate(...given);
  note('instantiated');
  return made;
};

self.addEventListener('message', async ({ data: { scripts, runtime, request } }) => {
  try {
    note('worker there');
    const { load } = await import(`${scripts}/python/load.mjs`);
    note('load.mjs there');
    const { hasMemory, keptMemory } = await import(`${scripts}/python/memory.mjs`);
    const isKept = hasMemory(runtime);
    const memory = isKept.then((is) => (is ? keptMemory(runtime) : null));
    memory.then((bytes) => note(bytes ? 'memory there' : 'no memory'));
    const python = await load(runtime, { isKept, memory });
    note('Python begun');
    const { handle } = python.pyimport('checker.bridge');
    note('our package imported');
    handle(request);
    note('first answer');
    handle(request);
    note('the same again');
    self.postMessage({ phases });
  } catch (error) {
    self.postMessage({ error: String(error?.stack ?? error) });
  }
});
