/** The page's side of the checker, with a worker and a clock that do what the test says. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { CheckerClient, CheckerUnavailable } from '../../checker/web/client.mjs';

const RUNTIME = 'https://site.example/assets/runtime/base/checker-1.json';

class FakeWorker extends EventTarget {
  static made = [];
  sent = [];
  ended = false;

  constructor(url, options) {
    super();
    Object.assign(this, { url, options });
    FakeWorker.made.push(this);
  }

  postMessage(message) {
    this.sent.push(JSON.parse(message));
  }

  terminate() {
    this.ended = true;
  }

  says(message) {
    this.dispatchEvent(Object.assign(new Event('message'), { data: typeof message === 'string' ? message : JSON.stringify(message) }));
  }
}

/** Timers that run when told to. */
class Clock {
  timers = new Map();
  last = 0;
  set = (run, ms) => (this.timers.set(++this.last, { run, ms }), this.last);
  clear = (timer) => this.timers.delete(timer);

  passes(ms) {
    for (const [timer, { run, ms: due }] of [...this.timers]) {
      if (due <= ms && this.timers.delete(timer)) run();
    }
  }
}

function begun(options = {}) {
  const clock = new Clock();
  const client = new CheckerClient({ runtimeUrl: RUNTIME, workerUrl: 'worker.mjs', Worker: FakeWorker, timers: clock, ...options });
  const states = [];
  client.addEventListener('state', ({ detail }) => states.push(detail.state));
  client.start();
  return { client, clock, states, worker: FakeWorker.made.at(-1) };
}

function ready() {
  const all = begun();
  all.worker.says({ v: 1, kind: 'ready' });
  return all;
}

const unavailable = (promise, words) =>
  assert.rejects(promise, (error) => error instanceof CheckerUnavailable && words.test(error.message));

test('nothing is loaded before somebody asks for it', async () => {
  const before = FakeWorker.made.length;
  const client = new CheckerClient({ runtimeUrl: RUNTIME, Worker: FakeWorker });
  assert.equal(client.state, 'idle');
  assert.equal(FakeWorker.made.length, before);
});

test('a start tells a module worker where the runtime is', async () => {
  const { client, worker } = begun();
  assert.equal(client.state, 'preparing');
  assert.deepEqual(worker.options, { type: 'module' });
  assert.deepEqual(worker.sent, [{ v: 1, kind: 'start', runtime: RUNTIME, how: 'any', whole: false }]);
});

test('starting twice makes one worker', async () => {
  const { client } = begun();
  const made = FakeWorker.made.length;
  client.start();
  assert.equal(FakeWorker.made.length, made);
});

test('a reply finds its own request, whatever the order', async () => {
  const { client, worker } = ready();
  const [first, second] = [client.request('check', { answers: { a: '1' } }), client.request('progress', { answers: {} })];
  const [, one, two] = worker.sent;
  assert.deepEqual(one, { v: 1, id: one.id, kind: 'check', answers: { a: '1' } });
  worker.says({ v: 1, id: two.id, kind: 'progress' });
  worker.says({ v: 1, id: one.id, kind: 'answer-errors', errors: [] });
  assert.equal((await first).kind, 'answer-errors');
  assert.equal((await second).kind, 'progress');
});

test('a reply that says "failed" is a reply, and the checker stays ready', async () => {
  const { client, worker } = ready();
  const reply = client.request('check');
  worker.says({ v: 1, id: worker.sent[1].id, kind: 'failed' });
  assert.equal((await reply).kind, 'failed');
  assert.equal(client.state, 'ready');
});

test('a payload cannot pass for another kind, version or id', async () => {
  const { client, worker } = ready();
  client.request('check', { kind: 'start', v: 9, id: 'mine' }).catch(() => {});
  assert.deepEqual({ ...worker.sent[1], id: '' }, { v: 1, kind: 'check', id: '' });
  assert.notEqual(worker.sent[1].id, 'mine');
});

test('a request starts an idle checker and is sent once that is ready', async () => {
  const client = new CheckerClient({ runtimeUrl: RUNTIME, Worker: FakeWorker, timers: new Clock() });
  const reply = client.request('check');
  const worker = FakeWorker.made.at(-1);
  assert.equal(worker.sent.length, 1);
  worker.says({ v: 1, kind: 'ready' });
  worker.says({ v: 1, id: worker.sent[1].id, kind: 'verdict' });
  assert.equal((await reply).kind, 'verdict');
});

test('waiting for the start does not use up the time of a request', async () => {
  const { client, clock, worker } = begun();
  const reply = client.request('check');
  clock.passes(15_000);
  assert.equal(client.state, 'preparing');
  worker.says({ v: 1, kind: 'ready' });
  clock.passes(15_000);
  await unavailable(reply, /No reply after 15000 ms/);
});

const ENDS = {
  'the start takes too long': ({ clock }) => clock.passes(60_000),
  'loading failed': ({ worker }) => worker.says({ v: 1, kind: 'start-failed', reason: 'no wasm' }),
  'the worker could not be fetched': ({ worker }) => worker.dispatchEvent(new Event('error')),
  'the worker cannot read or write a message': ({ worker }) => worker.dispatchEvent(new Event('messageerror')),
  'Python broke': ({ worker }) => worker.says({ v: 1, kind: 'crashed', reason: 'out of memory' }),
  'the reply is no JSON': ({ worker }) => worker.says('<html>'),
  'the reply is null': ({ worker }) => worker.says('null'),
  'the reply is of another version': ({ worker }) => worker.says({ v: 2, id: '1', kind: 'verdict' }),
  'the reply is to nobody': ({ worker }) => worker.says({ v: 1, id: '99', kind: 'verdict' }),
};

for (const [what, happens] of Object.entries(ENDS)) {
  test(`no promise stays open when ${what}`, async () => {
    const all = begun();
    const replies = [all.client.request('check'), all.client.request('progress')];
    happens(all);
    for (const reply of replies) await unavailable(reply, /./);
    assert.equal(all.client.state, 'failed');
    assert.deepEqual(all.states, ['preparing', 'failed']);
    assert.equal(all.worker.ended, true);
    assert.equal(all.clock.timers.size, 0);
    await unavailable(all.client.request('check'), /failed/);
  });
}

test('a request without a reply ends the worker and every other request', async () => {
  const { client, clock, worker } = ready();
  const replies = [client.request('check'), client.request('check')];
  clock.passes(15_000);
  for (const reply of replies) await unavailable(reply, /No reply/);
  assert.equal(worker.ended, true);
  assert.equal(client.state, 'failed');
});

test('a browser without module workers is told as a failure, not thrown', async () => {
  class None {
    constructor() {
      throw new TypeError('no workers here');
    }
  }
  const { client } = begun({ Worker: None });
  assert.equal(client.state, 'failed');
  await unavailable(client.request('check'), /failed/);
});

test('trying again makes a fresh worker, and the old one is not heard any more', async () => {
  const { client, states, worker: old } = begun();
  old.says({ v: 1, kind: 'start-failed', reason: 'offline' });
  client.retry();
  const fresh = FakeWorker.made.at(-1);
  assert.notEqual(fresh, old);
  old.says({ v: 1, kind: 'ready' });
  old.dispatchEvent(new Event('error'));
  assert.equal(client.state, 'preparing');
  fresh.says({ v: 1, kind: 'ready' });
  assert.deepEqual(states, ['preparing', 'failed', 'preparing', 'ready']);
});

test('trying again refuses what was still open', async () => {
  const { client, worker } = ready();
  const reply = client.request('check');
  client.retry();
  await unavailable(reply, /started anew/);
  assert.equal(worker.ended, true);
});

test('the reason of a failure goes with its event', async () => {
  const { client, worker } = begun();
  const reasons = [];
  client.addEventListener('state', ({ detail }) => reasons.push(detail.reason));
  worker.says({ v: 1, kind: 'start-failed', reason: 'no wasm' });
  assert.deepEqual(reasons, ['no wasm']);
});
