import assert from 'node:assert/strict';
import test from 'node:test';

import { Tab } from '../../checker/web/tab.mjs';

const KEPT = { id: 'a1', answers: { goods: 'game_card' }, replies: [], status: {}, seen: ['goods'] };

/** A storage that one can look into. */
function storage(entries = {}) {
  return { entries, getItem: (key) => entries[key] ?? null, setItem: (key, value) => (entries[key] = value), removeItem: (key) => delete entries[key] };
}

test('what was kept is there again', () => {
  const place = storage();
  new Tab(() => place).save(KEPT);
  const { v, ...found } = new Tab(() => place).load();
  assert.deepEqual(found, KEPT);
});

test('what another edition wrote, or nobody, is nothing', () => {
  for (const text of [undefined, '{', 'null', '7', '{"v":2,"answers":{}}', '{"v":1}']) {
    assert.equal(new Tab(() => storage({ 'anxinmai.tab': text })).load(), null);
  }
});

test('turned off it keeps nothing, until it is turned on', () => {
  const place = storage();
  const tab = new Tab(() => place);
  tab.save(KEPT);
  tab.turnOff();
  tab.save(KEPT);
  tab.clear();
  new Tab(() => place).save(KEPT);
  assert.equal(tab.load(), null);
  assert.ok(!JSON.stringify(place.entries).includes('game_card'));
  tab.turnOn();
  tab.save(KEPT);
  assert.equal(tab.load().id, 'a1');
});

test('a storage that fails is as good as none', () => {
  const fails = () => {
    throw new Error('SecurityError');
  };
  const full = { ...storage(), setItem: fails };
  for (const place of [fails, () => full]) {
    const tab = new Tab(place);
    for (const act of [() => tab.save(KEPT), () => tab.turnOff(), () => tab.turnOn(), () => tab.clear()]) act();
    assert.equal(tab.load(), null);
  }
});
