/** Parts of the runtime arrive compressed, whatever the host does, and whole. */

import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';

import { arriving } from '../../checker/web/python/arriving.mjs';

const ADDRESS = 'https://site.example/assets/runtime/base/python.zip';
const CONTENT = 'PK'.repeat(20_000);
const PACKED = gzipSync(CONTENT);
const plain = { 'content-type': 'application/zip', 'content-length': String(CONTENT.length) };

/** A host: what it answers by address. Gives what was asked of it, and which of it was broken off. */
function host(answers) {
  const asked = [];
  const broken = [];
  globalThis.fetch = /** @type {any} */ (
    async (address, { signal } = /** @type {any} */ ({})) => {
      asked.push(address.replace(ADDRESS, ''));
      signal?.addEventListener('abort', () => broken.push(address.replace(ADDRESS, '')));
      const [body, init] = answers[address.replace(ADDRESS, '')] ?? ['no', { status: 404 }];
      return new Response(body, init);
    }
  );
  return { asked, broken };
}

const packed = [PACKED, { headers: { 'content-type': 'application/gzip' } }];

for (const [why, headers] of Object.entries({
  'the host compressed': { ...plain, 'content-encoding': 'br' },
  'is small': { ...plain, 'content-length': '900' },
}))
  test(`what ${why} is taken as it comes`, async () => {
    const { asked } = host({ '': [CONTENT, { headers }], '.gz': packed });
    assert.equal(await (await arriving(ADDRESS)).text(), CONTENT);
    assert.deepEqual(asked, ['']);
  });

test('where the host did not compress, the copy is unpacked and the rest broken off', async () => {
  const { asked, broken } = host({ '': [CONTENT, { headers: plain }], '.gz': packed });
  const reply = await arriving(ADDRESS);
  assert.equal(await reply.text(), CONTENT);
  assert.deepEqual([asked, broken], [['', '.gz'], ['']]);
  // What is kept says how it came, so that nobody asks for a copy of it again; and machine code has to say what it is.
  assert.deepEqual([reply.headers.get('content-encoding'), reply.headers.get('content-type')], ['identity', 'application/zip']);
});

test('a host that does not say how much it sends is asked for the copy too', async () => {
  const { asked } = host({ '': [CONTENT, { headers: { 'content-type': 'application/zip' } }], '.gz': packed });
  assert.equal(await (await arriving(ADDRESS)).text(), CONTENT);
  assert.deepEqual(asked, ['', '.gz']);
});

test('a host that unpacks the copy itself is no harm', async () => {
  host({ '': [CONTENT, { headers: plain }], '.gz': [CONTENT, { headers: { 'content-type': 'application/zip', 'content-encoding': 'gzip' } }] });
  assert.equal(await (await arriving(ADDRESS)).text(), CONTENT);
});

test('a host that names a coding which the browser did not undo is no harm either', async () => {
  // Apache does so with its `AddEncoding`, and WebKit's network library then leaves the packing alone.
  host({ '': [CONTENT, { headers: plain }], '.gz': [PACKED, { headers: { 'content-type': 'application/gzip', 'content-encoding': 'gzip' } }] });
  assert.equal(await (await arriving(ADDRESS)).text(), CONTENT);
});

for (const [why, copy] of Object.entries({
  'no copy': undefined,
  'a page for who is lost': ['<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }],
  'a sentence in its place': ['nothing here', { headers: { 'content-type': 'text/plain' } }],
  'nothing in it': ['', { headers: { 'content-type': 'application/gzip', 'content-encoding': 'gzip' } }],
  'no content': [null, { status: 204 }],
}))
  test(`where there is ${why} it is fetched as it lies there`, async () => {
    const { asked } = host({ '': [CONTENT, { headers: plain }], ...(copy ? { '.gz': copy } : {}) });
    assert.equal(await (await arriving(ADDRESS)).text(), CONTENT);
    assert.deepEqual(asked, ['', '.gz', '']);
  });

test('a browser that cannot unpack takes it as it comes', async () => {
  const { DecompressionStream } = globalThis;
  globalThis.DecompressionStream = undefined;
  try {
    const { asked } = host({ '': [CONTENT, { headers: plain }], '.gz': packed });
    assert.equal(await (await arriving(ADDRESS)).text(), CONTENT);
    assert.deepEqual(asked, ['']);
  } finally {
    globalThis.DecompressionStream = DecompressionStream;
  }
});

test('what is not there is said', async () => {
  host({});
  await assert.rejects(arriving(ADDRESS), /python\.zip gave 404/);
});

test('a copy that was cut short breaks instead of ending early', async () => {
  host({ '': [CONTENT, { headers: plain }], '.gz': [PACKED.subarray(0, PACKED.length / 2), { headers: { 'content-type': 'application/gzip' } }] });
  const reply = await arriving(ADDRESS);
  await assert.rejects(reply.text());
});

test('who gives up breaks off both', async () => {
  const given = new AbortController();
  const { broken } = host({ '': [CONTENT, { headers: plain }], '.gz': packed });
  await arriving(ADDRESS, given.signal);
  given.abort();
  assert.deepEqual(broken, ['', '.gz']);
});
