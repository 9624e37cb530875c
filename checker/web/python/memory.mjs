/**
 * Python's memory as it is once everything is imported, kept in the reader's own browser, so that a later visit need not import it again.
 *
 * It is made by `memory-worker.mjs`, which never receives an answer. It is good for one build and one engine: the name carries both. What
 * is not whole, byte by byte, is deleted and Python starts as if there were none.
 */

import { PREFIX } from '../prefix.mjs';
import { sparse, whole } from './sparse.mjs';

const CACHE = `${PREFIX}memory`;
const SUM = 'x-sum';
const PRIME = 0x01000193;

/** Undefined where there is none. Asking for storage that is forbidden can throw. @returns {CacheStorage | undefined} */
function cacheStorage() {
  try {
    return globalThis.caches;
  } catch {
    return undefined;
  }
}

/** Under which name this build's memory is kept in this browser. @param {string} runtime the address of the lock file */
export function memoryName(runtime, agent = navigator.userAgent) {
  return `${runtime}?engine=${encodeURIComponent(agent)}`;
}

/** The memory that was kept, or null. Never rejects. @returns {Promise<Uint8Array | null>} */
export async function keptMemory(runtime, place = cacheStorage()) {
  let kept, right;
  try {
    const response = await (await place.open(CACHE)).match(memoryName(runtime));
    if (!response) return null;
    kept = new Uint8Array(await response.arrayBuffer());
    right = response.headers.get(SUM);
  } catch {
    // Storage that is forbidden or broken is as good as none.
    return null;
  }
  const bytes = sum(kept) === right ? whole(kept) : null;
  if (!bytes) await dropMemory(place);
  return bytes;
}

/** Keeps it, and nothing of earlier builds besides. Rejects where the browser does not let it. @param {Uint8Array} bytes */
export async function keepMemory(runtime, bytes, place = cacheStorage()) {
  await dropMemory(place);
  const kept = sparse(bytes);
  const headers = { [SUM]: sum(kept), 'content-type': 'application/octet-stream', 'content-length': String(kept.length) };
  await (await place.open(CACHE)).put(memoryName(runtime), new Response(kept, { headers }));
}

/** Whether there is one for this build; whether it is whole shows when it is read. Never rejects. */
export async function hasMemory(runtime, place = cacheStorage()) {
  try {
    return Boolean(await (await place.open(CACHE)).match(memoryName(runtime)));
  } catch {
    return false;
  }
}

export async function dropMemory(place = cacheStorage()) {
  try {
    await place.delete(CACHE);
  } catch {
    // What cannot be reached holds nothing of ours.
  }
}

/** Tells bytes that were changed or lost from those that were kept. Against accidents: nobody else writes here. In four strands, as a processor works on several at once. */
export function sum(bytes) {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  const fours = words.length & ~3;
  let [one, two, three, four] = [bytes.length | 0, 1, 2, 3];
  for (let index = 0; index < fours; index += 4) {
    one = mixed(one ^ words[index]);
    two = mixed(two ^ words[index + 1]);
    three = mixed(three ^ words[index + 2]);
    four = mixed(four ^ words[index + 3]);
  }
  for (let index = fours << 2; index < bytes.length; index++) one = mixed(one ^ bytes[index]);
  return [one, two, three, four].map((strand) => strand >>> 0).join('-');
}

/** Multiplied, a bit reaches only those above it; shifted, the uppermost reach the others. */
function mixed(word) {
  const product = Math.imul(word, PRIME);
  return product ^ (product >>> 15);
}
