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
  // Web views before 2023 cannot unpack.
  if (isPacked || !globalThis.DecompressionStream) return reply;
  raw.abort();
  const copy = await fetch(`${address}.gz`, { signal }).catch(() => null);
  // Hosts that have no copies say so, or show a page for who is lost; some unpack it themselves.
  const isCopy = copy?.ok && !copy.headers.get('content-type')?.startsWith('text/html');
  const { body, headers } = isCopy ? copy : await coming(address, signal);
  const isWhole = !isCopy || headers.has('content-encoding');
  return new Response(isWhole ? body : body.pipeThrough(new DecompressionStream('gzip')), {
    headers: { 'content-type': reply.headers.get('content-type') ?? '', 'content-encoding': 'identity' },
  });
}

async function coming(address, signal) {
  const reply = await fetch(address, { signal });
  if (!reply.ok) throw new Error(`${address} gave ${reply.status}`);
  return reply;
}
