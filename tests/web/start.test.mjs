/** How a start goes on when what was kept does not hold, or something is missing of Python. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { CheckerClient } from '../../checker/web/client.mjs';

const RUNTIME = 'https://site.example/assets/runtime/base/rules.json';

function begun() {
  const made = [];
  const timers = new Map();
  let [last, forgotten] = [0, 0];
  class Worker extends EventTarget {
    sent = [];
    ended = false;
    constructor() {
      super();
      made.push(this);
    }
    postMessage(message) {
      this.sent.push(JSON.parse(message));
    }
    terminate() {
      this.ended = true;
    }
    says(message) {
      this.dispatchEvent(Object.assign(new Event('message'), { data: JSON.stringify({ v: 1, ...message }) }));
    }
  }
  const client = new CheckerClient({
    runtimeUrl: RUNTIME, workerUrl: 'worker.mjs', Worker, forget: async () => void forgotten++,
    timers: { set: (run) => (timers.set(++last, run), last), clear: (timer) => timers.delete(timer) },
  });
  client.start();
  return { client, made, timers, asked: () => made.map(({ sent: [{ how, whole }] }) => `${how} ${whole ? 'whole' : 'trimmed'}`), forgotten: () => forgotten };
}

test('how Python began is known once it is ready', async () => {
  const { client, made } = begun();
  assert.equal(client.how, null);
  made[0].says({ kind: 'ready', how: 'snapshot' });
  assert.deepEqual([client.state, client.how], ['ready', 'snapshot']);
});

test('memory that cannot be restored is forgotten, and the start is an ordinary one', async () => {
  const { client, made, asked, forgotten, timers } = begun();
  made[0].says({ kind: 'start-failed', how: 'snapshot', missing: false, reason: 'memory access out of bounds' });
  assert.deepEqual([client.state, made[0].ended, forgotten(), asked()], ['preparing', true, 1, ['any trimmed', 'cold trimmed']]);
  made[1].says({ kind: 'ready', how: 'cold' });
  assert.deepEqual([client.state, timers.size], ['ready', 0]);
});

test('Python that breaks with restored memory begins anew and gets the question again', async () => {
  const { client, made, asked, forgotten } = begun();
  made[0].says({ kind: 'ready', how: 'snapshot' });
  const reply = client.request('check', { answers: {} });
  made[0].says({ kind: 'crashed', missing: false, reason: 'null function' });
  made[1].says({ kind: 'ready', how: 'cold' });
  assert.deepEqual([asked(), forgotten()], [['any trimmed', 'cold trimmed'], 1]);
  const [, question] = made[1].sent;
  made[1].says({ kind: 'verdict', id: question.id });
  assert.equal((await reply).kind, 'verdict');
});

test('memory that never becomes Python is given up', async () => {
  const { client, made, timers, asked, forgotten } = begun();
  made[0].says({ kind: 'restoring' });
  assert.equal(timers.size, 1);
  [...timers.values()][0]();
  assert.deepEqual([client.state, made[0].ended, forgotten(), asked()], ['preparing', true, 1, ['any trimmed', 'cold trimmed']]);
});

test('a question that restored memory never answers is put to Python anew', async () => {
  const { client, made, timers, asked, forgotten } = begun();
  made[0].says({ kind: 'restoring' });
  made[0].says({ kind: 'ready', how: 'snapshot' });
  client.request('check').catch(() => {});
  [...timers.values()][0]();
  assert.deepEqual([asked(), forgotten()], [['any trimmed', 'cold trimmed'], 1]);
  made[1].says({ kind: 'ready', how: 'cold' });
  [...timers.values()][0]();
  assert.equal(client.state, 'failed');
});

test('Python that breaks without restored memory has failed', async () => {
  const { client, made } = begun();
  made[0].says({ kind: 'ready', how: 'cold' });
  client.request('check').catch(() => {});
  made[0].says({ kind: 'crashed', missing: false, reason: 'x' });
  assert.deepEqual([client.state, made.length], ['failed', 1]);
});

for (const [when, before] of [['at the start', []], ['at a question', [{ kind: 'ready', how: 'cold' }]]])
  test(`a module that is missing ${when} brings all of Python, once`, async () => {
    const { client, made, asked } = begun();
    for (const message of before) made[0].says(message);
    client.request('check').catch(() => {});
    made[0].says({ kind: before.length ? 'crashed' : 'start-failed', how: 'cold', missing: true, reason: "No module named 'x'" });
    assert.deepEqual([asked(), client.isWhole], [['any trimmed', 'cold whole'], true]);
    made[1].says({ kind: 'ready', how: 'cold' });
    assert.equal(made[1].sent.length, 2);
    made[1].says({ kind: 'crashed', missing: true, reason: "No module named 'x'" });
    assert.equal(client.state, 'failed');
  });

test('what is missing when Python began from memory brings all of Python, and forgets the memory', () => {
  const { made, asked, forgotten } = begun();
  made[0].says({ kind: 'start-failed', how: 'snapshot', missing: true, reason: 'unreachable' });
  assert.deepEqual([asked(), forgotten()], [['any trimmed', 'cold whole'], 1]);
});

test('a failure of both kinds is mended one after the other', async () => {
  const { client, made, asked } = begun();
  made[0].says({ kind: 'start-failed', how: 'snapshot', missing: false, reason: 'x' });
  made[1].says({ kind: 'start-failed', how: 'cold', missing: true, reason: 'x' });
  made[2].says({ kind: 'start-failed', how: 'cold', missing: false, reason: 'x' });
  assert.deepEqual([asked(), client.state], [['any trimmed', 'cold trimmed', 'cold whole'], 'failed']);
});

test('trying again by hand takes nothing that was kept', async () => {
  const { client, made, asked, forgotten } = begun();
  made[0].says({ kind: 'start-failed', how: 'cold', missing: false, reason: 'x' });
  client.retry();
  assert.deepEqual([asked(), forgotten()], [['any trimmed', 'cold trimmed'], 1]);
});
