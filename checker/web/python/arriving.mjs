/**
 * A part of the runtime, compressed on its way whatever the host does. Many compress only what they know, and hand out machine code or zips as they lie there: then the copy
 * beside it is fetched in its place, which the build has compressed, and unpacked here.
 */

/** Of less it is not worth asking twice. */
const LEAST = 20_000;

/**
 * The reply, with its bytes unpacked. What it says of its coding is kept with it, so that nobody asks for the copy of what was kept. Rejects where it does not come.
 *
 * @param {string} address @param {AbortSignal} [signal]
 */
export async function arriving(address, signal) {
  const raw = new AbortController();
  signal?.addEventListener('abort', () => raw.abort());
  const reply = await coming(address, raw.signal);
  const isPacked = reply.headers.has('content-encoding') || Number(reply.headers.get('content-length') ?? LEAST) < LEAST;
  // Safari before 16.4 and Firefox before 113 cannot unpack.
  if (isPacked || !globalThis.DecompressionStream) return reply;
  raw.abort();
  const copy = await fetch(`${address}.gz`, { signal }).catch(() => null);
  const body = (copy && (await unpacked(copy))) ?? (await coming(address, signal)).body;
  return new Response(body, { headers: { 'content-type': reply.headers.get('content-type') ?? '', 'content-encoding': 'identity' } });
}

async function coming(address, signal) {
  const reply = await fetch(address, { signal });
  if (!reply.ok) throw new Error(`${address} gave ${reply.status}`);
  return reply;
}

/**
 * What the copy holds, or null where it is none. Hosts that have no copies say so, or show a page for who is lost; some unpack a copy themselves, and browsers differ in what
 * they then say of it: so its first bytes tell.
 *
 * @param {Response} copy @returns {Promise<ReadableStream | null>}
 */
async function unpacked(copy) {
  if (!copy.ok || !copy.body || copy.headers.get('content-type')?.startsWith('text/html')) return null;
  const reader = copy.body.getReader();
  const { value: first } = await reader.read();
  const whole = new ReadableStream({
    start: (to) => first && to.enqueue(first),
    pull: async (to) => {
      const { done, value } = await reader.read();
      if (done) to.close();
      else to.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  if (first?.[0] === 0x1f && first[1] === 0x8b) return whole.pipeThrough(new DecompressionStream('gzip'));
  if (first && copy.headers.has('content-encoding')) return whole;
  reader.cancel().catch(() => {});
  return null;
}
