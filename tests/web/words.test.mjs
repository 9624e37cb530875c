/** What was written in one's own words is there again in the tab, goes with its case, and is handed over once. */

import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';

import { Tab } from '../../checker/web/tab.mjs';
import { atHome, hand, keepHome, takeHanded, wordsOf } from '../../checker/web/words.mjs';

const keepWords = (...all) => new Tab().keepWords(...all);
let entries = {};
/** As a browser's: what lies in it are its own keys. */
const PLACE = new Proxy({ getItem: (key) => entries[key] ?? null, setItem: (key, value) => (entries[key] = value), removeItem: (key) => delete entries[key] }, {
  ownKeys: () => Object.keys(entries),
  getOwnPropertyDescriptor: (_, key) => Object.getOwnPropertyDescriptor(entries, key),
});

beforeEach(() => {
  entries = {};
  Object.defineProperty(globalThis, 'sessionStorage', { configurable: true, get: () => PLACE });
});

test('each kind is there again, for its case or before anything was answered', () => {
  keepWords('story', 'a1', '买了张卡');
  keepWords('chat', 'a1', '张三：在吗');
  assert.deepEqual([wordsOf('story', 'a1', false), wordsOf('chat', 'a1', false), wordsOf('reply', 'a1', false)], ['买了张卡', '张三：在吗', '']);
  assert.deepEqual([wordsOf('story', 'b2', true), wordsOf('story', 'b2', false)], ['买了张卡', '']);
  assert.ok(Object.keys(entries).every((key) => key.startsWith('anxinmai.')));
  keepWords('story', 'a1', '');
  assert.equal(wordsOf('story', 'a1', false), '');
});

test('another case takes them away, the same one does not', () => {
  keepWords('story', 'a1', '买了张卡');
  keepHome('首页写的');
  new Tab().dropWords('a1');
  assert.equal(wordsOf('story', 'a1', false), '买了张卡');
  new Tab().dropWords('b2');
  assert.deepEqual([wordsOf('story', 'a1', true), atHome()], ['', '首页写的']);
});

test('who has turned keeping off has nothing kept', () => {
  keepWords('story', 'a1', '买了张卡');
  keepHome('首页写的');
  new Tab().turnOff();
  keepWords('story', 'a1', '又写');
  keepHome('又写');
  assert.ok(!JSON.stringify(entries).match(/买了|首页|又写/));
});

test('what the home page hands over is taken once', () => {
  assert.equal(hand('买了张卡'), true);
  assert.deepEqual([takeHanded(), takeHanded(), Object.keys(entries)], ['买了张卡', '', []]);
});

test('a storage that fails is as good as none, and says so to who hands something over', () => {
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    get() {
      throw new Error('SecurityError');
    },
  });
  for (const act of [() => keepWords('story', 'a1', '甲'), () => keepHome('甲'), () => new Tab().dropWords(null)]) act();
  assert.deepEqual([wordsOf('story', 'a1', true), takeHanded(), atHome(), hand('甲')], ['', '', '', false]);
});

test('what another edition wrote is nothing', () => {
  for (const text of ['{', 'null', '7', '{"of":"a1"}', '{"of":"a1","text":7}']) {
    entries['anxinmai.words.story'] = text;
    assert.equal(wordsOf('story', 'a1', true), '', text);
  }
});
