/** Long work in slices, so that a page stays alive: it can be seen, and stopped. */

/** Nobody notices that a page does not answer for so long (https://web.dev/articles/optimize-long-tasks speaks of 50 ms). */
export const SLICE_MS = 50;
const LEAST = 64 * 1024;
const MOST = 4 * 1024 * 1024;

/**
 * What may be done while it goes on.
 *
 * @typedef {object} Going
 * @property {AbortSignal} [signal] ends it; whoever waits gets the signal's reason
 * @property {(bytes: number) => void} [onBytes] hears how many more bytes were read
 * @property {() => number} [clock] milliseconds; for tests
 */

/** Lets the page do what it has to. A timer would wait for a second where the page is in the background. */
export function pause() {
  return /** @type {Promise<void>} */ (
    new Promise((goOn) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        goOn();
      };
      port2.postMessage(null);
    })
  );
}

/** All of a short stretch. @param {Blob} blob @param {number} from @param {number} to */
export const bytesOf = async (blob, from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer());

/**
 * Has every byte taken, a piece at a time and never more than 4 MiB of it in memory. A piece is as long as was fit for a slice before.
 * Rejects where the file cannot be read.
 *
 * @param {Blob} blob @param {(bytes: Uint8Array) => void} take @param {Going} going
 */
export async function takePieces(blob, take, { signal, onBytes, clock = () => performance.now() } = {}) {
  let length = 4 * LEAST;
  for (let at = 0; at < blob.size; ) {
    signal?.throwIfAborted();
    const bytes = await bytesOf(blob, at, Math.min(blob.size, at + length));
    if (!bytes.length) throw new DOMException('The file has become shorter', 'NotReadableError');
    const begun = clock();
    take(bytes);
    const took = clock() - begun;
    if (took > SLICE_MS / 2) length = Math.max(LEAST, length / 2);
    else if (took < SLICE_MS / 8) length = Math.min(MOST, length * 2);
    at += bytes.length;
    onBytes?.(bytes.length);
    await pause();
  }
  signal?.throwIfAborted();
}
