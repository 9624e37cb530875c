/** Keeping cases, on a storage that can be shared, full or blocked. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { PREFIX } from '../../checker/web/prefix.mjs';
import { Store, forgetEverything } from '../../checker/web/store.mjs';

class Memory {
  constructor() {
    this.map = new Map();
    this.limit = Infinity;
  }
  get length() {
    return this.map.size;
  }
  key(index) {
    return [...this.map.keys()][index] ?? null;
  }
  getItem(key) {
    return this.map.get(key) ?? null;
  }
  setItem(key, value) {
    if (value.length > this.limit) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    this.map.set(key, String(value));
  }
  removeItem(key) {
    this.map.delete(key);
  }
}

const FILE = { v: 1, answers: { goods: 'membership' }, parties: { order_no: 'A1' }, texts: { 'a/b/text': { from: '1', edited: '2' } }, replies: [], status: { state: 'open' } };
const ABOUT = { title: '会员：没到账', now: 1 };
const agreed = (memory, personal = false) => {
  const store = new Store(() => memory);
  store.agree({ answers: true, personal });
  return store;
};

test('nothing is kept without consent', () => {
  const memory = new Memory();
  assert.equal(new Store(() => memory).save('x', FILE, ABOUT), 'off');
  assert.equal(memory.length, 0);
});

test('names and texts are kept apart, and only if they may be', () => {
  const memory = new Memory();
  const store = agreed(memory);
  assert.equal(store.save('x', FILE, ABOUT), 'saved');
  assert.deepEqual([...memory.map.keys()].sort(), [`${PREFIX}case.x`, `${PREFIX}consent`]);
  assert.ok(!memory.getItem(`${PREFIX}case.x`).includes('A1'));
  store.agree({ answers: true, personal: true });
  store.save('x', FILE, ABOUT);
  assert.deepEqual(store.load('x'), FILE);
  store.agree({ answers: true, personal: false });
  assert.deepEqual(store.load('x'), { ...FILE, parties: {}, texts: {} });
  store.agree({ answers: false, personal: true });
  assert.equal(memory.length, 0);
  assert.deepEqual(store.consent(), { answers: false, personal: false });
});

test('what another tab has written is not written over, unless the reader says so', () => {
  const memory = new Memory();
  const [one, two] = [agreed(memory), agreed(memory)];
  one.save('x', FILE, ABOUT);
  assert.equal(two.save('x', FILE, ABOUT), 'changed-elsewhere');
  two.load('x');
  assert.equal(two.save('x', { ...FILE, answers: { goods: 'other' } }, ABOUT), 'saved');
  assert.equal(one.save('x', FILE, ABOUT), 'changed-elsewhere');
  assert.equal(one.load('x').answers.goods, 'other');
  assert.equal(one.save('x', FILE, ABOUT), 'saved');
  assert.equal(two.save('x', FILE, { ...ABOUT, force: true }), 'saved');
});

test('what another tab has deleted is not brought back silently', () => {
  const memory = new Memory();
  const [one, two] = [agreed(memory), agreed(memory)];
  one.save('x', FILE, ABOUT);
  two.remove('x');
  assert.equal(one.save('x', FILE, ABOUT), 'deleted-elsewhere');
  assert.equal(one.save('x', FILE, { ...ABOUT, force: true }), 'saved');
});

test('a storage that is full or blocked is an outcome and no error', () => {
  const memory = new Memory();
  const store = agreed(memory);
  memory.limit = 50;
  assert.equal(store.save('x', FILE, ABOUT), 'full');
  const blocked = new Store(() => {
    throw new Error('SecurityError');
  });
  assert.equal(blocked.isThere(), false);
  assert.equal(blocked.save('x', FILE, ABOUT), 'blocked');
  assert.equal(blocked.agree({ answers: true, personal: false }), 'blocked');
  assert.deepEqual([blocked.list(), blocked.load('x')], [[], null]);
});

test('the list has the last case first and leaves alone what it cannot read', () => {
  const memory = new Memory();
  const store = agreed(memory);
  store.save('a', FILE, { title: 'a', now: 1 });
  store.save('b', FILE, { title: 'b', now: 2 });
  memory.setItem(`${PREFIX}case.old`, '{"v": 0}');
  memory.setItem(`${PREFIX}case.broken`, '{');
  assert.deepEqual(store.list().map(({ id }) => id), ['b', 'a']);
  assert.equal(store.load('old'), null);
  assert.ok(memory.getItem(`${PREFIX}case.old`));
});

test('forgetting removes what is ours everywhere, and only that; what fails is named', async () => {
  const [local, session] = [new Memory(), new Memory()];
  local.setItem(`${PREFIX}case.x`, '1');
  local.setItem('/.__palette', '1');
  local.setItem('of.another.page', '1');
  session.setItem(`${PREFIX}x`, '1');
  const gone = [];
  const place = {
    localStorage: local,
    sessionStorage: session,
    caches: { keys: async () => [`${PREFIX}site`, 'other'], delete: async (name) => gone.push(name) },
    indexedDB: { databases: async () => [{ name: `${PREFIX}snapshot` }, { name: 'other' }], deleteDatabase: (name) => {
      const request = {};
      queueMicrotask(() => (gone.push(name), request.onsuccess()));
      return request;
    } },
    navigator: {},
  };
  assert.deepEqual(await forgetEverything(place), []);
  assert.deepEqual([[...local.map.keys()], session.length, gone], [['of.another.page'], 0, [`${PREFIX}site`, `${PREFIX}snapshot`]]);
  const broken = { ...place, get localStorage() {
    throw new Error('blocked');
  } };
  assert.deepEqual(await forgetEverything(broken), ['localStorage']);
});
