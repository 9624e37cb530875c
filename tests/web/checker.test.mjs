/** Going on does not wait for Python: what it has to say of a topic comes soon, or not at all. */

import assert from 'node:assert/strict';
import test from 'node:test';

import './vocabulary.mjs';

import { Checker } from '../../checker/web/checker.mjs';

const SAID = { kind: 'progress', errors: [{ field: 'paid_on', message: '读不懂' }], decided: null, first: [] };

function begun(request) {
  const checker = new Checker('https://site.example/assets/runtime/base/rules.json', /** @type {any} */ ({ sent: () => ({ answers: {}, parties: {} }) }));
  checker.client = /** @type {any} */ ({ state: 'ready', request });
  return checker;
}

test('a reply in time is what is said', async () => {
  const progress = await begun(async () => SAID).progress();
  assert.deepEqual([progress.errors, progress.isSilent], [SAID.errors, undefined]);
});

test('one that takes too long says nothing, and takes no mark away', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const waiting = begun(() => new Promise(() => {})).progress();
  t.mock.timers.tick(1_500);
  assert.deepEqual([(await waiting).isSilent, (await waiting).errors], [true, []]);
});

test('a checker that fails, or is not ready, says nothing', async () => {
  assert.equal((await begun(async () => Promise.reject(new Error('gone'))).progress()).isSilent, true);
  const early = begun(async () => SAID);
  early.client.state = 'preparing';
  assert.equal((await early.progress()).isSilent, true);
});

test('what was said already is not asked for once more, until something is answered', async () => {
  let asked = 0;
  const checker = begun(async () => ((asked += 1), SAID));
  await checker.progress();
  await checker.progress();
  assert.equal(asked, 1);
  checker.questionnaire.sent = () => ({ answers: { goods: 'game_card' }, parties: {} });
  await checker.progress();
  assert.equal(asked, 2);
});

test('who pauses finds it worked out, and who goes on answering has nothing asked', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let asked = 0;
  const checker = begun(async () => ((asked += 1), SAID));
  checker.progressSoon();
  t.mock.timers.tick(100);
  checker.progressSoon();
  t.mock.timers.tick(100);
  assert.equal(asked, 0);
  t.mock.timers.tick(100);
  assert.equal(asked, 1);
  assert.deepEqual((await checker.progress()).errors, SAID.errors);
  assert.equal(asked, 1);
});

test('what failed is asked for again', async () => {
  const replies = [{ kind: 'failed' }, SAID];
  const checker = begun(async () => replies.shift());
  assert.equal((await checker.progress()).isSilent, true);
  assert.deepEqual((await checker.progress()).errors, SAID.errors);
});
