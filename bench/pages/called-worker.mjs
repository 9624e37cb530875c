// The same as bench/called.mjs does under Node, begun by what begins it for readers.
import { called, look } from './called-flags.mjs';

self.addEventListener('message', async ({ data }) => {
  try {
    const memory = data.does === 'save' ? await saved(data) : await answered(data);
    look();
    self.postMessage({ called: [...called], memory });
  } catch (error) {
    self.postMessage({ error: String(error?.stack ?? error) });
  }
});

async function answered({ scripts, runtime, requests, later, memory = null }) {
  const { load, takeIn } = await import(`${scripts}/python/load.mjs`);
  const asked = await (await fetch(requests)).json();
  const python = await load(runtime, { memory: Promise.resolve(memory) });
  for (const name of later.split(' ')) await takeIn(python, runtime, name);
  const { handle } = python.pyimport('checker.bridge');
  for (const request of asked) handle(request);
}

async function saved({ scripts, runtime }) {
  const { load, save } = await import(`${scripts}/python/load.mjs`);
  return save(await load(runtime, { saves: true }));
}
