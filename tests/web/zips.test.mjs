/** The zips that who begins from memory is not sent: missed, and put in once somebody asks for more. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { leaveOut, putIn } from '../../checker/web/python/zips.mjs';

const PLACES = { '/lib/python313.zip': 'https://site.example/python.zip', '/lib/rules.zip': 'https://site.example/rules.zip' };

/** Of what is short nobody fetches a copy that is compressed. */
const SHORT = { 'content-length': '20' };

/** Python's file system, as far as it is needed. */
class FS {
  ErrnoError = class extends Error {
    constructor(errno) {
      super(`errno ${errno}`);
      this.errno = errno;
    }
  };
  nodes = new Map(Object.keys(PLACES).map((path) => [path, { stream_ops: {}, contents: '' }]));
  lookupPath = (path) => ({ node: this.nodes.get(path) });
  open(path) {
    this.nodes.get(path).stream_ops.open?.();
    return this.nodes.get(path);
  }
  writeFile(path, bytes) {
    this.open(path).contents = new TextDecoder().decode(bytes);
  }
}

/** A host that answers as the test says, and counts. */
function host(context, answer) {
  const asked = [];
  context.mock.method(globalThis, 'fetch', async (address) => (asked.push(address), answer(address)));
  return asked;
}

test('who opens one that was left out is told, and so is whoever uses what comes of it', () => {
  const fs = new FS();
  let missed = 0;
  leaveOut(fs, PLACES, () => (missed += 1));
  for (const path of Object.keys(PLACES)) assert.throws(() => fs.open(path), { errno: 29 });
  assert.equal(missed, 2);
});

test('they are put in once for all who ask at the same time, and can be read from then on', async (context) => {
  const asked = host(context, (address) => new Response(`of ${address}`, { headers: SHORT }));
  const fs = new FS();
  leaveOut(fs, PLACES, () => assert.fail('it is there'));
  await Promise.all([putIn(fs), putIn(fs)]);
  await putIn(fs);
  assert.deepEqual(asked, Object.values(PLACES));
  for (const [path, address] of Object.entries(PLACES)) assert.equal(fs.open(path).contents, `of ${address}`);
});

test('what did not come may be asked for again, and until then is missed', async (context) => {
  let isThere = false;
  host(context, (address) => new Response(address, { status: isThere || address.endsWith('rules.zip') ? 200 : 503, headers: SHORT }));
  const fs = new FS();
  let missed = 0;
  leaveOut(fs, PLACES, () => (missed += 1));
  await assert.rejects(putIn(fs));
  for (const path of Object.keys(PLACES)) assert.throws(() => fs.open(path));
  assert.equal(missed, 2);
  isThere = true;
  await putIn(fs);
  assert.equal(fs.open('/lib/python313.zip').contents, 'https://site.example/python.zip');
});

test('where none was left out there is nothing to put in', async (context) => {
  const asked = host(context, () => assert.fail());
  await putIn(new FS());
  assert.deepEqual(asked, []);
});
