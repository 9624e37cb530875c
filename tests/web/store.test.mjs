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

const FILE = { v: 1, answers: { goods: 'membership' }, events: [{ what: '问过客服' }], parties: { order_no: 'A1' }, texts: { 'a/b/text': { from: '1', edited: '2' } }, replies: [], status: { state: 'open' } };
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

const OTHER = { ...FILE, answers: { goods: 'other' } };
const THIRD = { ...FILE, answers: { goods: 'game_card' } };

test('what another tab has written is not written over, unless the reader says so', () => {
  const memory = new Memory();
  const [one, two] = [agreed(memory), agreed(memory)];
  one.save('x', FILE, ABOUT);
  assert.equal(two.save('x', OTHER, ABOUT), 'changed-elsewhere');
  two.load('x');
  assert.equal(two.save('x', OTHER, ABOUT), 'saved');
  assert.equal(one.save('x', THIRD, ABOUT), 'changed-elsewhere');
  assert.equal(one.load('x').answers.goods, 'other');
  assert.equal(one.save('x', THIRD, ABOUT), 'saved');
  assert.equal(two.save('x', FILE, { ...ABOUT, force: true }), 'saved');
});

test('to have opened a case changes nothing, nor does writing what is there', () => {
  const memory = new Memory();
  const [one, two] = [agreed(memory), agreed(memory)];
  one.save('x', FILE, ABOUT);
  const before = [...memory.map];
  assert.equal(two.save('x', two.load('x'), { ...ABOUT, now: 9 }), 'saved');
  assert.deepEqual([...memory.map], before);
  assert.equal(one.save('x', OTHER, ABOUT), 'saved');
});

test('when to look again is no change of the case', () => {
  const memory = new Memory();
  const [one, two] = [agreed(memory), agreed(memory)];
  one.save('x', FILE, ABOUT);
  two.load('x');
  const later = { ...FILE, status: { state: 'waiting', until: '2026-12-01', sent: [] } };
  assert.equal(two.save('x', later, ABOUT), 'saved');
  assert.equal(two.load('x').status.until, '2026-12-01');
  assert.equal(one.compare('x', FILE), 'same');
  assert.equal(one.save('x', OTHER, ABOUT), 'saved');
});

test('a page without changes of its own is only old, and one with changes of the same kind is no conflict', () => {
  const memory = new Memory();
  const [one, two] = [agreed(memory), agreed(memory)];
  one.save('x', FILE, ABOUT);
  two.load('x');
  two.save('x', OTHER, ABOUT);
  assert.equal(one.save('x', FILE, ABOUT), 'newer-elsewhere');
  assert.equal(one.save('x', { ...FILE, answers: { goods: 'other', error_text: '' } }, ABOUT), 'saved');
});

test('what was sent and what came back are changes', () => {
  for (const change of [{ replies: [{ on: '2026-11-24', reply: 'refused' }] }, { status: { sent: [{ letter: '申诉', on: '2026-11-24' }] } }]) {
    const memory = new Memory();
    const [one, two] = [agreed(memory), agreed(memory)];
    one.save('x', FILE, ABOUT);
    two.load('x');
    two.save('x', { ...FILE, ...change }, ABOUT);
    assert.equal(one.save('x', OTHER, ABOUT), 'changed-elsewhere');
  }
});

test('names and texts of another tab are not written over either, where they are kept', () => {
  const names = { ...FILE, parties: { order_no: 'B2' } };
  const text = { ...FILE, texts: { 'a/b/text': { from: '1', edited: '3' } } };
  for (const theirs of [names, text]) {
    const memory = new Memory();
    const [one, two] = [agreed(memory, true), agreed(memory, true)];
    one.save('x', FILE, ABOUT);
    two.load('x');
    assert.equal(two.save('x', theirs, ABOUT), 'saved');
    assert.equal(one.compare('x', FILE), 'newer-elsewhere');
    assert.equal(one.save('x', { ...FILE, parties: { order_no: 'C3' } }, ABOUT), 'changed-elsewhere');
    assert.equal(one.save('x', OTHER, ABOUT), 'changed-elsewhere');
  }
});

test('names that were kept nowhere until now take the place of none', () => {
  const memory = new Memory();
  const [one, two] = [agreed(memory), agreed(memory)];
  one.save('x', FILE, ABOUT);
  const bare = two.load('x');
  two.agree({ answers: true, personal: true });
  assert.equal(two.save('x', bare, ABOUT), 'saved');
  assert.equal(one.save('x', FILE, ABOUT), 'saved');
  assert.equal(one.load('x').parties.order_no, 'A1');
  assert.equal(two.compare('x', bare), 'newer-elsewhere');
});

test('switched off and on again, what this page has is kept again', () => {
  const memory = new Memory();
  const store = agreed(memory, true);
  store.save('x', FILE, ABOUT);
  store.agree({ answers: true, personal: false });
  store.agree({ answers: true, personal: true });
  assert.equal(store.save('x', FILE, ABOUT), 'saved');
  assert.deepEqual(store.load('x'), FILE);
  new Store(() => memory).agree({ answers: false, personal: false });
  assert.equal(store.save('x', FILE, ABOUT), 'off');
  new Store(() => memory).agree({ answers: true, personal: false });
  assert.equal(store.save('x', FILE, ABOUT), 'saved');
});

test('no room for the names: the answers are kept, and that is what is said', () => {
  const memory = new Memory();
  const store = agreed(memory, true);
  memory.limit = 250;
  assert.equal(store.save('x', { ...FILE, parties: { buyer_name: '长'.repeat(300) } }, ABOUT), 'answers-only');
  assert.equal(store.load('x').answers.goods, 'membership');
});

test('a case that was written by something else is read as far as it can be', () => {
  const memory = new Memory();
  const store = agreed(memory, true);
  memory.setItem(`${PREFIX}case.x`, '{"v": 1, "answers": null, "replies": null, "status": null, "title": 5}');
  memory.setItem(`${PREFIX}personal.x`, '[]');
  assert.equal(store.compare('x', FILE), 'changed-elsewhere');
  assert.ok(store.load('x'));
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
