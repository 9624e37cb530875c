/** Python's memory between two visits: whole, or not there. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { Checker } from '../../checker/web/checker.mjs';
import { makeMemory } from '../../checker/web/python/make-memory.mjs';
import { sparse, whole } from '../../checker/web/python/sparse.mjs';
import { hasMemory, keepMemory, keptMemory, memoryName, sum } from '../../checker/web/python/memory.mjs';

// Node has one from version 21 on.
globalThis.navigator ??= /** @type {any} */ ({ userAgent: 'Test/1.0' });

const RUNTIME = 'https://site.example/x/assets/runtime/base/rules.json';

/** Cache Storage, as far as it is needed. */
class Caches {
  all = new Map();
  async open(name) {
    if (!this.all.has(name)) this.all.set(name, new Map());
    const entries = this.all.get(name);
    return { match: async (key) => entries.get(key)?.clone(), put: async (key, response) => void entries.set(key, response) };
  }
  async delete(name) {
    return this.all.delete(name);
  }
}

const BYTES = Uint8Array.from({ length: 4099 }, (_, index) => (index * 31) % 256);

test('what was kept comes back, byte by byte', async () => {
  const place = new Caches();
  assert.equal(await hasMemory(RUNTIME, place), false);
  await keepMemory(RUNTIME, BYTES, place);
  assert.equal(await hasMemory(RUNTIME, place), true);
  assert.deepEqual(await keptMemory(RUNTIME, place), BYTES);
  assert.ok([...place.all.keys()].every((name) => name.startsWith('anxinmai.')));
});

for (const [what, change] of [
  ['one byte changed', (bytes) => ((bytes[2000] ^= 1), bytes)],
  ['the last byte changed', (bytes) => ((bytes[bytes.length - 1] ^= 128), bytes)],
  ['two words exchanged', (bytes) => (bytes.copyWithin(3000, 2000, 2004), bytes.set(bytes.slice(2004, 2008), 2000), bytes)],
  ['two words of one strand exchanged', (bytes) => (bytes.copyWithin(3008, 2000, 2004), bytes.set(bytes.slice(2016, 2020), 2000), bytes)],
  ['the uppermost bit of two words', (bytes) => ((bytes[1003] ^= 128), (bytes[1019] ^= 128), bytes)],
  ['the end lost', (bytes) => bytes.slice(0, -4)],
])
  test(`with ${what} it is deleted and counts as none`, async () => {
    const place = new Caches();
    await keepMemory(RUNTIME, BYTES, place);
    const [[cache, entries]] = place.all;
    const [[key, response]] = entries;
    const kept = new Uint8Array(await response.clone().arrayBuffer());
    entries.set(key, new Response(change(kept), { headers: response.headers }));
    assert.equal(await keptMemory(RUNTIME, place), null);
    assert.equal(place.all.has(cache), false);
  });

for (const [what, bytes] of [
  ['nothing', new Uint8Array(0)],
  ['noughts alone', new Uint8Array(40_000)],
  ['no nought', new Uint8Array(40_001).fill(1)],
  ['runs between noughts', Uint8Array.from({ length: 100_003 }, (_, at) => (Math.floor(at / 9_000) % 2 ? at % 251 : 0))],
])
  test(`pages of noughts are not kept and come back: ${what}`, () => {
    const kept = sparse(bytes);
    assert.deepEqual(whole(kept), bytes);
    assert.ok(kept.length <= bytes.length + 100);
    if (what.includes('noughts')) assert.ok(kept.length < bytes.length * 0.7);
  });

test('what is no memory at all is none, however honest its sum', () => {
  for (const bytes of [new Uint8Array(4), new Uint8Array(64).fill(7), sparse(BYTES).slice(0, -4), Uint8Array.of(...sparse(BYTES), 0, 0, 0, 0)]) assert.equal(whole(bytes), null);
});

test('another build and another engine have another name', () => {
  const names = [memoryName(RUNTIME, 'A/1'), memoryName(RUNTIME, 'A/2'), memoryName(RUNTIME.replace('base', 'other'), 'A/1')];
  assert.equal(new Set(names).size, 3);
});

test('one build at a time', async () => {
  const place = new Caches();
  await keepMemory(RUNTIME, BYTES, place);
  await keepMemory(RUNTIME.replace('base', 'other'), BYTES, place);
  assert.equal(await hasMemory(RUNTIME, place), false);
  assert.equal([...place.all.values()].reduce((count, entries) => count + entries.size, 0), 1);
});

test('storage that is forbidden is as good as none, and keeping says so', async () => {
  const forbidden = { open: async () => Promise.reject(new DOMException('no', 'SecurityError')), delete: async () => Promise.reject(new Error('no')) };
  assert.equal(await keptMemory(RUNTIME, forbidden), null);
  assert.equal(await hasMemory(RUNTIME, forbidden), false);
  assert.equal(await keptMemory(RUNTIME, undefined), null);
  await assert.rejects(keepMemory(RUNTIME, BYTES, forbidden));
});

test('the sum tells a length of noughts from another', () => assert.notEqual(sum(new Uint8Array(8)), sum(new Uint8Array(12))));

/** A worker that counts how many there were and never says a word. */
function quietWorkers() {
  const made = [];
  class Quiet extends EventTarget {
    isEnded = false;
    constructor() {
      super();
      made.push(this);
    }
    postMessage() {}
    terminate() {
      this.isEnded = true;
    }
  }
  return { made, Worker: /** @type {any} */ (Quiet) };
}

test('what was ended before it began makes nothing', async () => {
  const { made, Worker } = quietWorkers();
  assert.equal(await makeMemory(RUNTIME, AbortSignal.abort(), Worker), 'aborted');
  assert.equal(made.length, 0);
});

test('what is ended on the way ends its worker', async () => {
  const { made, Worker } = quietWorkers();
  const ending = new AbortController();
  const outcome = makeMemory(RUNTIME, ending.signal, Worker);
  ending.abort();
  assert.equal(await outcome, 'aborted');
  assert.deepEqual(made.map(({ isEnded }) => isEnded), [true]);
});

/** A checker with a client that does what the test says; what it makes and where it looks are counted. */
function quietChecker(context) {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const { made, Worker } = quietWorkers();
  const opened = [];
  const before = { Worker: globalThis.Worker, caches: globalThis.caches };
  context.after(() => Object.assign(globalThis, before));
  Object.assign(globalThis, { Worker, caches: { open: async (name) => (opened.push(name), { match: async () => undefined }), delete: async () => true } });
  const checker = new Checker(RUNTIME, { sent: () => ({ answers: {}, parties: {} }) });
  const client = { ...{ state: 'ready', how: 'cold', isWhole: false, address: RUNTIME }, stop: () => (client.state = 'idle'), request: async () => ({ kind: 'verdict' }) };
  checker.client = /** @type {any} */ (client);
  const later = async () => (context.mock.timers.runAll(), await new Promise(setImmediate));
  return { checker, client, made, opened, later };
}

test('after a verdict what later visits begin with is made', async (context) => {
  const { checker, made, opened, later } = quietChecker(context);
  await checker.check();
  await later();
  assert.deepEqual([made.length, opened.length], [1, 1]);
});

test('a verdict that was asked for when everything was cleared makes nothing afterwards', async (context) => {
  const { checker, client, made, opened, later } = quietChecker(context);
  client.request = () => new Promise((_, reject) => (client.stop = () => ((client.state = 'idle'), reject(new Error('ended')))));
  const asked = checker.check();
  checker.stop();
  assert.equal((await asked).kind, 'failed');
  await later();
  assert.deepEqual([made.length, opened.length], [0, 0]);
});

test('a verdict that was worked out ahead is not asked for once more, unless something changed', async (context) => {
  const { checker, client } = quietChecker(context);
  const asked = [];
  client.request = async (_, payload) => (asked.push(payload.answers), { kind: 'verdict', of: payload.answers });
  checker.checkAhead();
  checker.checkAhead();
  assert.deepEqual((await checker.check()).of, {});
  assert.equal(asked.length, 1);
  checker.questionnaire.sent = () => ({ answers: { goods: 'game_card' }, parties: {} });
  assert.deepEqual((await checker.check()).of, { goods: 'game_card' });
  assert.equal(asked.length, 2);
});

test('what failed ahead is asked for again', async (context) => {
  const { checker, client } = quietChecker(context);
  const replies = [{ kind: 'failed' }, { kind: 'verdict' }];
  client.request = async () => replies.shift();
  checker.checkAhead();
  assert.equal((await checker.check()).kind, 'verdict');
});

test('what was being worked out ahead when everything was cleared is told to nobody else', async (context) => {
  const { checker, client } = quietChecker(context);
  let asked = 0;
  client.request = () => ((asked += 1), new Promise((_, reject) => (client.stop = () => ((client.state = 'idle'), reject(new Error('ended'))))));
  checker.checkAhead();
  const reply = checker.check();
  checker.stop();
  assert.equal((await reply).kind, 'failed');
  assert.equal(asked, 1);
});

test('what was about to be made when everything was cleared is not, nor looked for', async (context) => {
  const { checker, made, opened, later } = quietChecker(context);
  await checker.check();
  checker.stop();
  await later();
  assert.deepEqual([made.length, opened.length], [0, 0]);
});

test('what the worker says it kept is looked at before it ends', async () => {
  const { made, Worker } = quietWorkers();
  const outcome = makeMemory(RUNTIME, undefined, Worker);
  made[0].dispatchEvent(Object.assign(new Event('message'), { data: 'kept' }));
  assert.equal(await outcome, 'not there');
});
