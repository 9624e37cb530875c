/** Memory without its pages of noughts, which are four in ten: less to keep, and less to read before Python can begin. */

const PAGE = 4_096;

/**
 * What `whole` takes: how long the bytes were and how many runs of pages are kept, where each run begins and how long it is, and then the
 * runs. All numbers are 32 bits wide.
 *
 * @param {Uint8Array} bytes
 */
export function sparse(bytes) {
  const runs = [];
  for (let at = 0; at < bytes.length; at += PAGE) {
    const end = Math.min(at + PAGE, bytes.length);
    if (isEmpty(bytes, at, end)) continue;
    const last = runs.at(-1);
    if (last && last.end === at) last.end = end;
    else runs.push({ at, end });
  }
  const head = Uint32Array.from([bytes.length, runs.length, ...runs.flatMap(({ at, end }) => [at, end - at])]);
  const kept = new Uint8Array(runs.reduce((sum, { at, end }) => sum + end - at, head.byteLength));
  kept.set(new Uint8Array(head.buffer));
  let place = head.byteLength;
  for (const { at, end } of runs) {
    kept.set(bytes.subarray(at, end), place);
    place += end - at;
  }
  return kept;
}

/** The bytes that `sparse` was given, or null where these are none of its. @param {Uint8Array<ArrayBuffer>} kept */
export function whole(kept) {
  const numbers = new Uint32Array(kept.buffer, 0, kept.length >> 2);
  const [length, count] = numbers;
  const runs = Array.from({ length: Math.min(count, (numbers.length - 2) >> 1) }, (_, run) => ({ at: numbers[2 + 2 * run], size: numbers[3 + 2 * run] }));
  let place = 8 * (runs.length + 1);
  const fits = runs.length === count && runs.every(({ at, size }) => at + size <= length) && runs.reduce((sum, { size }) => sum + size, place) === kept.length;
  if (!fits) return null;
  const bytes = new Uint8Array(length);
  for (const { at, size } of runs) {
    bytes.set(kept.subarray(place, place + size), at);
    place += size;
  }
  return bytes;
}

function isEmpty(bytes, at, end) {
  for (let index = at; index < end; index++) if (bytes[index]) return false;
  return true;
}
