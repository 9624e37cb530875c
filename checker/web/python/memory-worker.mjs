/**
 * Makes the memory that later visits begin with. A worker of its own, which is told where the runtime lies and nothing else: Python's memory
 * is copied as a whole, and what a reader answered would be in it.
 */

import { load, save } from './load.mjs';
import { keepMemory } from './memory.mjs';

self.addEventListener('message', async ({ data }) => self.postMessage(await make(data)));

/** 'kept', or why not. */
async function make({ runtime }) {
  try {
    const python = await load(runtime, { saves: true });
    await keepMemory(runtime, save(python));
    return 'kept';
  } catch (error) {
    return String(error?.message ?? error);
  }
}
